import Catalogue
import Vocabulary

/// Which breakdowns of a run are groups to be compared: looked up once, used for every value.
public struct EquityPlan: Sendable {
  /// A dimension whose groups are compared.
  public struct Dimension: Sendable {
    public var id: String
    /// Codes in the catalogue's order; of an open dimension those that occur, in byte order.
    public var groups: [String]
    /// The position of the reference group; nil where it is the city as a whole.
    public var reference: Int?
    /// Every code belongs to it: one that is not told of is missing.
    public var isComplete: Bool
    /// Nobody is in two groups, so that their persons may be added.
    public var isDisjoint: Bool
    public var isDispersed: Bool

    /// The code that others are compared with, `_T` for the city as a whole.
    public var referenceCode: String { reference.map { groups[$0] } ?? "_T" }
  }

  struct Place {
    var dimension: Int
    var group: Int
  }

  /// Those of the catalogue that the method compares, in the catalogue's order.
  public let dimensions: [Dimension]
  /// By `BreakdownID`: nil for the total, for parts in two dimensions at once, and for dimensions that are not compared.
  private let places: [Place?]

  public init(catalogue: Catalogue, breakdowns: BreakdownTable) {
    let method = catalogue.method.equity
    var dimensions: [Dimension] = []
    var index: [String: Int] = [:]
    for dimension in catalogue.dimensions {
      guard let reference = method.references[dimension.id] else { continue }
      let codes = dimension.list.codes.map(\.id)
      let isComplete = !dimension.isOpen && catalogue.rules.completeDimensions.contains(dimension.id)
      index[dimension.id] = dimensions.count
      dimensions.append(
        Dimension(
          id: dimension.id, groups: codes, reference: reference.flatMap { codes.firstIndex(of: $0) },
          isComplete: isComplete, isDisjoint: isComplete || dimension.isOpen,
          isDispersed: method.dispersed.contains(dimension.id)))
    }
    var known = dimensions.map { Dictionary(uniqueKeysWithValues: $0.groups.enumerated().map { ($1, $0) }) }
    places = breakdowns.breakdowns.map { breakdown in
      guard breakdown.parts.count == 1, let dimension = index[breakdown.parts[0].dimension] else { return nil }
      let code = breakdown.parts[0].code
      if let group = known[dimension][code] { return Place(dimension: dimension, group: group) }
      known[dimension][code] = dimensions[dimension].groups.count
      dimensions[dimension].groups.append(code)
      return Place(dimension: dimension, group: dimensions[dimension].groups.count - 1)
    }
    self.dimensions = dimensions
  }

  func place(of breakdown: BreakdownID) -> Place? { places[breakdown.index] }
}
