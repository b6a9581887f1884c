import Catalogue
import Measurement
import Vocabulary

/// The scores of all cities for one reference year: indicators, and every node of every framework.
public struct Assessment: Sendable {
  /// One indicator of one city: the value that stands for the reference year, and its score.
  public struct Entry: Sendable {
    /// Index into ``IndicatorTable/values``.
    public var value: Int32
    /// Years between the value and the reference year, 0 for a current value.
    public var age: UInt8
    /// 0 to 100; NaN where the indicator has no score.
    var storedScore: Double

    public var score: Double? { storedScore.isNaN ? nil : storedScore }
  }

  /// A node's score with what it rests on.
  public struct NodeScore: Sendable, Hashable {
    /// 0 to 100; nil below the minimum coverage.
    public var score: Double?
    /// Share, by weight, of the scored indicators under the node that have a score; 0 to 1.
    public var coverage: Double
    /// Indicators under the node that have a value, with or without a score.
    public var reported: Int
    /// All indicators under the node.
    public var expected: Int
  }

  public let referenceYear: Int
  let indicatorCount: Int
  /// City by city, indicator by indicator; value −1 where there is none.
  let entries: [Entry]
  /// Framework by framework: city by city, node by node.
  let nodes: [[NodeScore]]
  let nodeCounts: [Int]
  /// Framework by framework: city by city.
  let overalls: [[NodeScore]]

  /// The value and score that stand for the reference year, or nil where no value is recent enough.
  public func entry(_ city: CityID, _ indicator: IndicatorID) -> Entry? {
    let entry = entries[city.index * indicatorCount + indicator.index]
    return entry.value < 0 ? nil : entry
  }

  /// - Parameters:
  ///   - framework: Position in ``Catalogue/frameworks``.
  ///   - node: Position in ``Framework/nodes``.
  public func node(_ city: CityID, framework: Int, node: Int) -> NodeScore {
    nodes[framework][city.index * nodeCounts[framework] + node]
  }

  /// The mean of a framework's top-level nodes, under the same rule as every node: the city's overall score.
  public func overall(_ city: CityID, framework: Int) -> NodeScore {
    overalls[framework][city.index]
  }
}
