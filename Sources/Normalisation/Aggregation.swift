import Catalogue

/// From indicators to features, focal points, areas: weighted means of what is there, with coverage.
struct Aggregation {
  let choice: Method.Aggregation

  /// What is under a node: its share of the weight, and whether it can have a score at all.
  struct Leaf {
    /// nil where the city has no score for it.
    var score: Double?
    var isScored: Bool
    var isReported: Bool
    /// Whether the score stands on a figure that the city did not report.
    var isImputed = false
    var weight = 1.0
  }

  /// Tolerance of comparing coverage with its minimum, so that 2 of 3 is two thirds on every machine.
  static let tolerance = 1e-9

  /// A node before the question whether it covers enough.
  struct Partial {
    var mean: Double?
    var coverage: Double
    /// Whether anything under the node can have a score.
    var hasScale: Bool
    var reported: Int
    var expected: Int
    var imputed = 0

    static let empty = Partial(mean: nil, coverage: 0, hasScale: false, reported: 0, expected: 0)

    func published(minimumCoverage: Double, isScreenedOut: Bool = false) -> Assessment.NodeScore {
      let enough = coverage >= minimumCoverage - Aggregation.tolerance && !isScreenedOut
      return Assessment.NodeScore(
        score: enough ? mean : nil, coverage: coverage, reported: reported, expected: expected, imputed: imputed,
        isScreenedOut: isScreenedOut)
    }
  }

  /// A node from its child nodes and its own indicators.
  ///
  /// The mean is taken over everything under the node that has a score, also where a child alone has too little for a published
  /// score of its own: every reported measure counts. Missing parts are left out and the weights of the rest grow accordingly.
  /// What was imputed takes part in the mean and not in the coverage.
  func combine(_ children: [(weight: Double, partial: Partial)], own: [Leaf]) -> Partial {
    var result = Partial.empty
    var weight = 0.0
    var covered = 0.0
    var scores = Scores(isListed: choice.name != .arithmetic)
    for (childWeight, child) in children {
      result.reported += child.reported
      result.expected += child.expected
      result.imputed += child.imputed
      guard child.hasScale else { continue }
      weight += childWeight
      covered += childWeight * child.coverage
      if let mean = child.mean { scores.add(mean, childWeight) }
    }
    for leaf in own {
      result.expected += 1
      if leaf.isReported { result.reported += 1 }
      guard leaf.isScored else { continue }
      weight += leaf.weight
      guard let score = leaf.score else { continue }
      scores.add(score, leaf.weight)
      if leaf.isImputed { result.imputed += 1 } else { covered += leaf.weight }
    }
    result.hasScale = weight > 0
    result.coverage = weight > 0 ? covered / weight : 0
    result.mean = mean(scores)
    return result
  }

  /// Weighted scores; the default mean needs their sums alone, and there are many nodes.
  private struct Scores {
    let isListed: Bool
    private(set) var sum = 0.0
    private(set) var weight = 0.0
    private(set) var values: [Double?] = []
    private(set) var weights: [Double] = []

    init(isListed: Bool) { self.isListed = isListed }

    mutating func add(_ value: Double, _ weight: Double) {
      sum += weight * value
      self.weight += weight
      if isListed {
        values.append(value)
        weights.append(weight)
      }
    }
  }

  private func mean(_ scores: Scores) -> Double? {
    guard scores.weight > 0 else { return nil }
    return switch choice.name {
    case .arithmetic: scores.sum / scores.weight
    case .geometric: Mean.geometric(scores.values, weights: scores.weights)
    case .harmonic: Mean.harmonic(scores.values, weights: scores.weights)
    case .generalised: Mean.generalised(scores.values, weights: scores.weights, power: choice.power)
    // Comparisons in pairs want all cities at once: `FrameworkScores`.
    case .copeland: nil
    }
  }
}
