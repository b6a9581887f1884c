import Vocabulary

/// A tree of areas that lists indicators: the Key Features, SDG 4, the mechanisms, the course.
public struct Framework: Sendable {
  /// What a framework says of itself on the methods page.
  public struct Source: Sendable {
    public var title: String
    public var year: Int?
    public var reference: String
    public var licence: String
    public var verified: Bool
    public var note: LocalizedText?
  }

  /// An area, focal point, feature, target …: nodes stand in one flat list, parents before children, in the file's order.
  public struct Node: Sendable {
    public var code: String
    public var label: LocalizedText
    /// A short name; `|` marks the allowed line break.
    public var short: LocalizedText?
    public var depth: Int
    public var parent: Int?
    public var children: [Int]
    public var indicators: [IndicatorID]
    /// The weight of each indicator among what stands directly under the node.
    public var indicatorWeights: [Double]
    /// Why a leaf has no indicators.
    public var notForCity: LocalizedText?
    public var goal: Goal?
    /// Weight among its siblings.
    public var weight: Double
    public var scope: String?
    public var verified: Bool?
    public var confidence: Attestation.Confidence?
    public var place: SourceLine
  }

  /// A number that an agreed text sets for an indicator.
  public struct Goal: Sendable {
    public var indicator: IndicatorID
    public var value: Double
    public var year: Int
    public var basis: LocalizedText
  }

  public var id: String
  public var label: LocalizedText
  /// Names of the levels, top down: `area`, `focal_point`, `feature`.
  public var levels: [String]
  public var source: Source
  public var nodes: [Node]
  public var place: SourceLine

  /// The goals by the indicator that they are set for; of two for one indicator the first stays.
  public var goals: [IndicatorID: Goal] {
    Dictionary(nodes.compactMap(\.goal).map { ($0.indicator, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The position of the node that bears a code, such as `1.1`.
  public func node(withCode code: String) -> Int? { nodes.firstIndex { $0.code == code } }

  /// The nodes of a level, in order.
  public func nodes(atDepth depth: Int) -> [Int] { nodes.indices.filter { nodes[$0].depth == depth } }

  /// All indicators at or under a node, in order.
  public func indicators(under node: Int) -> [IndicatorID] {
    nodes[node].indicators + nodes[node].children.flatMap { indicators(under: $0) }
  }

  /// All indicators of the framework, each once, in order.
  public var allIndicators: [IndicatorID] {
    var seen: Set<IndicatorID> = []
    return nodes.flatMap(\.indicators).filter { seen.insert($0).inserted }
  }
}
