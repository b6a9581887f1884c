import Catalogue
import Spreadsheets
import Trends
import Vocabulary

/// Reads `targets.csv`, the targets that cities and the programme have set themselves. A row with a fault becomes a finding and
/// no target; the others count.
struct TargetFile {
  static let columns = ["city", "indicator", "value", "year", "source", "note"]

  private(set) var targets: [DeclaredTarget] = []
  private(set) var findings: [Finding] = []
  private let path: String
  private let registry: CityRegistry
  private let catalogue: Catalogue
  /// Rows of the targets taken, by city and indicator.
  private var rows: [String: Int] = [:]
  /// Where each column stands.
  private var places: [String: Int] = [:]

  /// - Parameter path: Below the workspace; a programme need not have the file.
  init(_ path: String, in workspace: Workspace, registry: CityRegistry, catalogue: Catalogue) {
    self.path = path
    self.registry = registry
    self.catalogue = catalogue
    guard workspace.exists(path) else { return }
    do throws(SpreadsheetFault) {
      read(try CSVReader(path: workspace.absolute(path)).grid())
    } catch {
      findings.append(Finding("R026", at: .init(file: path), ["detail": "\(error.kind.rawValue) \(error.detail)"]))
    }
  }

  private mutating func read(_ grid: Grid) {
    var lines = grid.rows.makeIterator()
    var names: [Int: String] = [:]
    for cell in lines.next() ?? [] { names[cell.column] = grid.string(of: cell).lowercased() }
    places = Dictionary(names.map { ($1, $0) }, uniquingKeysWith: min)
    let missing = ["indicator", "value", "year", "source"].filter { !names.values.contains($0) }
    guard missing.isEmpty else {
      let detail = "no column \(missing.joined(separator: ", "))"
      findings.append(Finding("R026", at: .init(file: path, row: 0), ["detail": detail]))
      return
    }
    for (column, name) in names.sorted(by: { $0.key < $1.key }) where !Self.columns.contains(name) {
      findings.append(
        Finding("R026", at: .init(file: path, row: 0, column: column), ["detail": "unknown column \(name)"]))
    }
    while let line = lines.next() {
      guard let row = line.first?.row else { continue }
      var fields: [String: String] = [:]
      for cell in line { if let name = names[cell.column] { fields[name] = grid.string(of: cell) } }
      if let target = target(Row(number: row, fields: fields)) { targets.append(target) }
    }
  }

  private struct Row {
    var number: Int
    var fields: [String: String]

    subscript(name: String) -> String { fields[name] ?? "" }
  }

  private mutating func report(_ code: FindingCode, _ row: Row, _ column: String, _ details: [String: String]) {
    findings.append(Finding(code, at: .init(file: path, row: row.number, column: places[column] ?? 0), details))
  }

  private mutating func target(_ row: Row) -> DeclaredTarget? {
    guard let owner = owner(row), let indicator = indicator(row), let value = value(row, indicator),
      let year = year(row)
    else { return nil }
    guard !row["source"].isEmpty else {
      report("R023", row, "source", ["indicator": row["indicator"]])
      return nil
    }
    let key = "\(row["city"]) \(row["indicator"])"
    if let first = rows[key] {
      report("R024", row, "indicator", ["indicator": row["indicator"], "row": "\(first + 1)"])
      return nil
    }
    rows[key] = row.number
    return DeclaredTarget(
      city: owner.city, indicator: indicator, value: value, year: year, source: row["source"])
  }

  /// Whose target it is.
  private enum Owner {
    case allCities
    case city(CityID)

    var city: CityID? { if case .city(let id) = self { id } else { nil } }
  }

  /// - Returns: nil with a finding for a name that nobody knows.
  private mutating func owner(_ row: Row) -> Owner? {
    let name = row["city"]
    if name.isEmpty { return .allCities }
    if let id = registry.id(of: name) { return .city(id) }
    report("R020", row, "city", ["seen": name, "near": name.nearest(in: registry.cities.map(\.id)) ?? ""])
    return nil
  }

  private mutating func indicator(_ row: Row) -> IndicatorID? {
    let name = row["indicator"]
    guard let id = catalogue.indicatorID(name) else {
      report("R020", row, "indicator", ["seen": name, "near": name.nearest(in: catalogue.indicators.map(\.id)) ?? ""])
      return nil
    }
    guard catalogue[id].direction != .none else {
      report("R025", row, "indicator", ["indicator": name])
      return nil
    }
    return id
  }

  private mutating func value(_ row: Row, _ indicator: IndicatorID) -> Double? {
    let range = plausible(indicator)
    guard let value = Double(row["value"]), range.contains(value) else {
      report(
        "R021", row, "value",
        ["seen": row["value"], "low": "\(Int(range.lowerBound))", "high": "\(Int(range.upperBound))"])
      return nil
    }
    return value
  }

  /// What a value of the unit can be; gross rates may go beyond 100 as far as their scale does.
  private func plausible(_ indicator: IndicatorID) -> ClosedRange<Double> {
    // Parity is a point: no other value of it can be aimed at.
    if case .parity = catalogue[indicator].computation { return 1...1 }
    var top = 1e15
    switch catalogue.unit(of: indicator).kind {
    case .rate: top = 100
    case .rating: return 1...4
    case .flag: return 0...1
    case .count, .amount, .index: break
    }
    if case .goalposts(_, let high) = catalogue[indicator].scale { top = min(max(top, high), 1e15) }
    return 0...top
  }

  private mutating func year(_ row: Row) -> Int? {
    let base = catalogue.method.progress.baseYear
    guard let year = Int(row["year"]), year > base, TimePeriod.year(year) != nil else {
      report("R022", row, "year", ["seen": row["year"], "base": "\(base)"])
      return nil
    }
    return year
  }
}
