import Catalogue
import Foundation
import Measurement
import Spreadsheets
import Vocabulary

/// The figures that the programme's last round published: whoever has them can subtract them from this round's.
struct EarlierRelease {
  /// Below the workspace.
  let path: String
  private let file: String

  /// - Returns: nil where no earlier round is published.
  init?(before round: Round, of programme: String, in workspace: Workspace) throws(RoundsError) {
    let earlier = try workspace.rounds(before: round, of: programme)
    let path = earlier.reversed().lazy.map { "Reports/\(programme)/\($0.id)/observations.csv" }
      .first { workspace.exists($0) }
    guard let path else { return nil }
    self.path = path
    file = workspace.absolute(path)
  }

  private struct Table: Hashable {
    var city: CityID
    var variable: VariableID
    var period: TimePeriod

    init(_ key: Observation.Key) { (city, variable, period) = (key.city, key.variable, key.period) }
  }

  /// What it told of those figures that this round keeps back, and of their sums.
  /// - Parameter kept: What this round keeps back by itself.
  func published(
    _ kept: [Observation.Key], catalogue: Catalogue, registry: CityRegistry, breakdowns: BreakdownTable
  ) throws(RoundsError) -> PublishedBefore {
    var tables = Set(kept.map(Table.init))
    var suppressed: Set<Observation.Key> = []
    try read(catalogue, registry, breakdowns, where: { $0("CONF_STATUS") == "A" || $0("CONF_STATUS") == "D" }) {
      key, _ in
      suppressed.insert(key)
      tables.insert(Table(key))
    }
    var values: [Observation.Key: Double] = [:]
    guard !tables.isEmpty else { return PublishedBefore() }
    let cities = Set(tables.map { registry[$0.city].id })
    try read(catalogue, registry, breakdowns, where: { cities.contains($0("CITY")) }) { key, value in
      if let value, tables.contains(Table(key)) { values[key] = value }
    }
    return PublishedBefore(values: values, suppressed: suppressed)
  }

  /// Calls `body` for each wanted figure of variables and cities that still are there.
  /// - Parameter isWanted: Looks at the columns of a row by their names.
  private func read(
    _ catalogue: Catalogue, _ registry: CityRegistry, _ breakdowns: BreakdownTable,
    where isWanted: ((String) -> String) -> Bool, _ body: (Observation.Key, Double?) -> Void
  ) throws(RoundsError) {
    do throws(SpreadsheetFault) {
      var reader = try CSVReader(path: file, limits: .published)
      var columns: [String: Int] = [:]
      while let grid = try reader.nextGrid() {
        for row in grid.rows {
          if columns.isEmpty {
            for cell in row { columns[grid.string(of: cell)] = cell.column }
            continue
          }
          func text(_ name: String) -> String {
            guard let column = columns[name], let cell = row.first(where: { $0.column == column }) else { return "" }
            return grid.string(of: cell)
          }
          guard isWanted(text) else { continue }
          guard let period = TimePeriod(text("TIME_PERIOD")), let city = registry.id(of: text("CITY")),
            let variable = catalogue.variableID(text("VARIABLE"))
          else { continue }
          guard var parts = Breakdown(text: text("BREAKDOWN"))?.parts else { continue }
          for (column, dimension) in [("SEX", "sex"), ("AGE", "age")] where text(column) != "_T" {
            parts.append(Breakdown.Part(dimension: dimension, code: text(column)))
          }
          guard let breakdown = breakdowns.id(of: Breakdown(parts)) else { continue }
          body(
            .init(city: city, variable: variable, breakdown: breakdown, period: period), Double(text("OBS_VALUE")))
        }
      }
    } catch {
      throw RoundsError(
        .noInput, "\(path), which the last round published, cannot be read: \(error.kind) \(error.detail)",
        cure: "run that round again")
    }
  }
}
