/// What part of the population or the subject a figure is for: `sex=F`, or `age=Y15T24;sex=F`. No parts: the total.
public struct Breakdown: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// One dimension and its code: `sex=F`.
  public struct Part: Hashable, Sendable, Comparable {
    /// A dimension of the catalogue, or the slug of a source's own column.
    public var dimension: String
    public var code: String

    public init(dimension: String, code: String) {
      self.dimension = dimension
      self.code = code
    }

    public static func < (a: Part, b: Part) -> Bool { (a.dimension, a.code) < (b.dimension, b.code) }
  }

  /// Sorted by dimension, each dimension at most once.
  public let parts: [Part]

  public init(_ parts: [Part]) {
    self.parts = parts.sorted()
  }

  public static let total = Breakdown([])
  public var isTotal: Bool { parts.isEmpty }

  /// The code in a dimension, or nil where the figure is for all of it.
  public subscript(dimension: String) -> String? {
    parts.first { $0.dimension == dimension }?.code
  }

  /// The same breakdown with one dimension set (or, with nil, left out).
  public func setting(_ dimension: String, to code: String?) -> Breakdown {
    var rest = parts.filter { $0.dimension != dimension }
    if let code { rest.append(Part(dimension: dimension, code: code)) }
    return Breakdown(rest)
  }

  public static func < (a: Breakdown, b: Breakdown) -> Bool { a.parts.lexicographicallyPrecedes(b.parts) }

  public var description: String {
    parts.map { "\($0.dimension)=\($0.code)" }.joined(separator: ";")
  }
}

/// The breakdowns that occur in a run, sorted, so that ``BreakdownID`` compares as they do. The total is always there.
public struct BreakdownTable: Sendable {
  public let breakdowns: [Breakdown]
  private let ids: [Breakdown: BreakdownID]

  public init(_ breakdowns: some Sequence<Breakdown> = []) {
    let sorted = Set(breakdowns).union([.total]).sorted()
    self.breakdowns = sorted
    ids = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, BreakdownID($0)) })
  }

  /// The breakdown of an id.
  public subscript(id: BreakdownID) -> Breakdown { breakdowns[id.index] }
  /// The id of a breakdown, or nil where the table has none like it.
  public func id(of breakdown: Breakdown) -> BreakdownID? { ids[breakdown] }
}
