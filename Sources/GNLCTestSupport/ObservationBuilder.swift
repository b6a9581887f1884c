import Catalogue
import Vocabulary

/// Observations of one city from short notation, for tests of stages.
public struct ObservationBuilder {
  public let catalogue: Catalogue
  private var all: [Entry] = []

  private struct Entry {
    var variable: VariableID
    var breakdown: Breakdown
    var period: TimePeriod?
    var value: Double?
    var status: ObservationStatus
    var note: Bool
  }

  public init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
  }

  /// - Parameters:
  ///   - breakdown: `["sex": "F"]`; empty for the total.
  ///   - span: Years pooled, the last of which is `year`.
  public mutating func add(
    _ variable: String, _ value: Double?, _ status: ObservationStatus = .normal, by breakdown: [String: String] = [:],
    year: Int = 2025, span: Int = 1, note: Bool = false
  ) {
    guard let id = catalogue.variableID(variable) else {
      preconditionFailure("the test names no variable: \(variable)")
    }
    let parts = breakdown.map { Breakdown.Part(dimension: $0.key, code: $0.value) }
    all.append(
      Entry(
        variable: id, breakdown: Breakdown(parts), period: .year(year, span: span), value: value,
        status: value == nil && status == .normal ? .missing : status, note: note))
  }

  /// The set, with one file `test.csv`; row numbers follow the order of adding.
  public func set() -> ObservationSet {
    let table = BreakdownTable(all.map(\.breakdown))
    let observations = all.enumerated().compactMap { index, entry -> Observation? in
      guard let period = entry.period else { return nil }
      return Observation(
        key: .init(
          city: CityID(0), variable: entry.variable, breakdown: table.id(of: entry.breakdown) ?? .total, period: period),
        value: entry.value, status: entry.status, note: entry.note ? 1 : 0,
        provenance: Provenance(source: SourceID(0), row: index + 1, column: 4))
    }
    return ObservationSet(
      observations: observations.sorted { $0.key < $1.key }, breakdowns: table, notes: ["", "explained"],
      sources: [SourceFile(path: "test.csv")])
  }

  public static let registry = CityRegistry([
    City(id: "xx-a", name: LocalizedText(english: "Example City A", thai: "เมืองตัวอย่าง ก"))
  ])
}
