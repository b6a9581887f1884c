import Catalogue
import Vocabulary

/// One city's scores of a framework, from the scores of its indicators alone: what becomes of the whole if a figure were another.
///
///     let nodes = Recalculation(catalogue, framework: 0).nodes(scores)
///
/// By the same steps as a round's own scores. Only for methods in which no other city takes part.
public struct Recalculation: Sendable {
  /// A node with its mean before the question whether enough is there, which the nodes above it need.
  public struct Node: Sendable, Hashable {
    /// Over all that has a score under the node; nil where nothing has.
    public var mean: Double?
    /// Share, by weight, of what has a score; 0 to 1.
    public var coverage: Double
    /// The mean, where the coverage is enough.
    public var score: Double?
  }

  private let catalogue: Catalogue
  private let framework: Framework

  /// - Parameter framework: Position in `Catalogue/frameworks`.
  public init(_ catalogue: Catalogue, framework: Int) {
    self.catalogue = catalogue
    self.framework = catalogue.frameworks[framework]
  }

  /// Node by node, then the whole as one more.
  /// - Parameter scores: Indicator by indicator of the catalogue.
  public func nodes(_ scores: [Double?]) -> [Node] {
    let entries = Entries(scores: scores, indicators: catalogue.indicators.count)
    let partials = FrameworkScores(
      catalogue: catalogue, framework: framework, entries: entries, peers: Peers(count: 1)
    ).partials()
    return (partials.first ?? []).map { partial in
      Node(
        mean: partial.mean, coverage: partial.coverage,
        score: partial.published(minimumCoverage: catalogue.method.minimumCoverage).score)
    }
  }
}

extension Method {
  /// Whether a city's scores follow from its own figures by fixed bounds and means, so that they can be computed again from these
  /// alone.
  public var isRecalculable: Bool {
    !isPeerRelative && imputation == nil && screening == nil && aggregation.name == .arithmetic
  }
}
