import Catalogue
import Measurement
import Vocabulary

/// The scores of all cities for one reference year: indicators, and every node of every framework.
public struct Assessment: Sendable {
  /// One indicator of one city: the value that stands for the reference year, and its score.
  public struct Entry: Sendable {
    /// Index into `IndicatorTable/values`.
    public var value: Int32
    /// Years between the value and the reference year, 0 for a current value.
    public var age: UInt8
    /// Whether the score rests on a value that outlier treatment has moved.
    public internal(set) var isWinsorised = false
    /// NaN where the indicator has no score.
    var storedScore: Double

    init(value: Int32, age: UInt8, storedScore: Double) {
      self.value = value
      self.age = age
      self.storedScore = storedScore
    }

    /// 0 to 100 unless the method has another scale.
    public var score: Double? { storedScore.isNaN ? nil : storedScore }
  }

  /// What stands in for a value that a city has not, with its score.
  public struct Imputed: Sendable, Hashable {
    public var value: Double
    public var score: Double?
  }

  /// A node's score with what it rests on.
  public struct NodeScore: Sendable, Hashable {
    /// 0 to 100 unless the method has another scale; nil below the minimum coverage.
    public var score: Double?
    /// Share, by weight, of the scored indicators under the node that have a score from a reported value; 0 to 1.
    public var coverage: Double
    /// Indicators under the node that have a value, with or without a score.
    public var reported: Int
    /// All indicators under the node.
    public var expected: Int
    /// Indicators under the node whose score rests on an imputed value.
    public var imputed = 0
    /// Whether the city has too few figures to be scored in this framework.
    public var isScreenedOut = false
  }

  public let referenceYear: Int
  let entries: Entries
  /// Framework by framework: city by city, node by node.
  let nodes: [[NodeScore]]
  let nodeCounts: [Int]
  /// Framework by framework: city by city.
  let overalls: [[NodeScore]]

  /// The value and score that stand for the reference year, or nil where no value is recent enough.
  public func entry(_ city: CityID, _ indicator: IndicatorID) -> Entry? { entries[city.index, indicator] }

  /// What was imputed where no value is recent enough; nil where nothing was.
  public func imputed(_ city: CityID, _ indicator: IndicatorID) -> Imputed? { entries.imputed(city.index, indicator) }

  /// - Parameters:
  ///   - framework: Position in `Catalogue/frameworks`.
  ///   - node: Position in `Framework/nodes`.
  public func node(_ city: CityID, framework: Int, node: Int) -> NodeScore {
    nodes[framework][city.index * nodeCounts[framework] + node]
  }

  /// The mean of a framework's top-level nodes, under the same rule as every node: the city's overall score.
  public func overall(_ city: CityID, framework: Int) -> NodeScore {
    overalls[framework][city.index]
  }
}
