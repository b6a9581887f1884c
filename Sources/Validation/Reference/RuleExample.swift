import Catalogue
import Vocabulary

/// Figures in a short notation: what breaks a rule, and what does not. The same examples are tests and documentation.
///
///     population 1210 | population sex=F 610 | population sex=M 600
///     b:population @2024 1000 !P "counted anew" | reference 2025
///
/// Rows are parted by `|`. A row is a variable and a value (`-` for none), and where they are not the usual ones: the city before
/// a colon, breakdowns, `@year` (else 2025), `!status`, `#level`, a note in quotes, and `earlier` for what the last closed round
/// published. `reference 2025` says which year the round is about.
public struct RuleExample: Sendable, ExpressibleByStringLiteral {
  /// A figure of an example.
  public struct Row: Sendable {
    public var city = "xx-a"
    public var variable = ""
    public var breakdown = Breakdown.total
    public var year = 2025
    public var value: Double?
    public var status: ObservationStatus?
    public var level = GeographicLevel.city
    public var note = ""
    public var isEarlier = false
  }

  public internal(set) var rows: [Row] = []
  public private(set) var referenceYear: Int?
  /// What could not be read; a test keeps it empty.
  public private(set) var faults: [String] = []

  public init(stringLiteral value: String) {
    self.init(value)
  }

  public init(_ text: String) {
    for row in text.split(separator: "|") { read(row) }
  }

  /// Many rows, such as the cities of a network.
  init(_ rows: [String]) {
    self.init(rows.joined(separator: "|"))
  }

  private mutating func read(_ text: Substring) {
    var row = Row()
    var rest = text
    if let open = rest.firstIndex(of: "\"") {
      row.note = String(rest[rest.index(after: open)...].prefix { $0 != "\"" })
      rest = rest[..<open]
    }
    let tokens = rest.split(whereSeparator: \.isWhitespace)
    if tokens.first == "reference" {
      referenceYear = tokens.last.flatMap { Int($0) }
      return
    }
    for (position, token) in tokens.enumerated() {
      if position == 0 { name(token, in: &row) } else { apply(token, to: &row) }
    }
    rows.append(row)
  }

  private func name(_ token: Substring, in row: inout Row) {
    let parts = token.split(separator: ":")
    row.variable = String(parts.last ?? "")
    if parts.count == 2 { row.city = "xx-\(parts[0])" }
  }

  private mutating func apply(_ token: Substring, to row: inout Row) {
    let rest = String(token.dropFirst())
    switch token.first {
    case "@": row.year = Int(rest) ?? 0
    case "!": row.status = ObservationStatus(code: rest)
    case "#": row.level = GeographicLevel(code: rest) ?? .city
    default:
      if let part = Breakdown.Part(text: token) {
        row.breakdown = row.breakdown.setting(part.dimension, to: part.code)
      } else if token == "earlier" {
        row.isEarlier = true
      } else if let value = Double(token) {
        row.value = value
      } else if token != "-" {
        faults.append("not understood: \(token)")
      }
    }
  }
}

extension RuleExample {
  /// The example as a round that rules can look at.
  public struct Round: Sendable {
    public var registry: CityRegistry
    public var observations: ObservationSet
    public var earlier: ObservationSet?
  }

  /// - Returns: nil where the example names something that the catalogue has not.
  public func round(in catalogue: Catalogue) -> Round? {
    let cities = Set(rows.map(\.city)).sorted().map { City(id: $0, name: LocalizedText(same: $0)) }
    let registry = CityRegistry(cities)
    guard let now = set(rows.filter { !$0.isEarlier }, registry, catalogue),
      let earlier = set(rows.filter(\.isEarlier), registry, catalogue)
    else { return nil }
    return Round(registry: registry, observations: now, earlier: earlier.observations.isEmpty ? nil : earlier)
  }

  /// What the rules find in the example, city by city and then across them.
  public func findings(in catalogue: Catalogue) -> [Finding] {
    guard let round = round(in: catalogue) else { return [] }
    let validator = Validator(
      catalogue: catalogue, registry: round.registry, observations: round.observations, referenceYear: referenceYear,
      earlier: round.earlier)
    return validator.checkAll(comparesCities: true).findings
  }

  private func set(_ rows: [Row], _ registry: CityRegistry, _ catalogue: Catalogue) -> ObservationSet? {
    let table = BreakdownTable(rows.map(\.breakdown))
    var notes = [""]
    var observations: [Observation] = []
    for (position, row) in rows.enumerated() {
      guard let city = registry.id(of: row.city), let variable = catalogue.variableID(row.variable),
        let breakdown = table.id(of: row.breakdown), let period = TimePeriod.year(row.year)
      else { return nil }
      let status = row.status ?? (row.value == nil ? .missing : .normal)
      guard status.hasValue == (row.value != nil) else { return nil }
      if !row.note.isEmpty { notes.append(row.note) }
      observations.append(
        Observation(
          key: .init(city: city, variable: variable, breakdown: breakdown, period: period), value: row.value,
          status: status, level: row.level, note: row.note.isEmpty ? 0 : UInt32(notes.count - 1),
          provenance: Provenance(source: SourceID(0), row: position + 1, column: 4)))
    }
    return ObservationSet(
      observations: observations.sorted { $0.key < $1.key }, breakdowns: table, notes: notes,
      sources: [SourceFile(path: "example.csv")])
  }
}
