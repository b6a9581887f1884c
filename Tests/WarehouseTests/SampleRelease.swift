import Foundation
import Warehouse

/// Releases of one city, one variable and one measure in a folder of their own, and a warehouse beside them.
final class SampleReleases {
  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("gnlc-warehouse-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var path: String { "\(folder)/warehouse.sqlite" }

  func file(edition: Int32 = 7) -> WarehouseFile {
    WarehouseFile(path: path, staging: "\(folder)/.staging", edition: edition)
  }

  static let documentation: [PublishedRelease.Row] = [
    [
      "name": "cities", "column_name": "", "kind": "table", "description_en": "Registry", "description_th": "ทะเบียน",
    ]
  ]

  /// Fields that are no text, by what they are.
  private static let numbers: [WarehouseTable.Column.Kind: String] = [.real: "1.5", .integer: "3", .flag: "true"]

  /// A release whose every table has one row; `changes` are fields that say something else.
  func release(
    _ round: String, run: String, year: Int = 2025, changes: [String: [String: String]] = [:], without: Set<String> = []
  ) throws -> PublishedRelease {
    let place = "\(folder)/\(run)"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    var codes = [
      "city": "xx-a", "variable": "population", "indicator": "literacy", "framework": "f", "level": "area", "node": "1",
      "sex": "_T", "age": "_T", "breakdown": "", "time_period": "\(year)", "round": round, "note": "a \"b\", ค",
    ]
    codes["reference_year"] = "\(year)"
    codes["previous_round"] = "none"
    for table in WarehouseSchema.tables {
      guard let name = table.file else { continue }
      let columns = table.columns.filter { table.name == "rounds" || $0.references != "rounds" }
      var rows = columns.map(\.field).joined(separator: ",") + "\r\n"
      if !without.contains(table.name) {
        rows +=
          columns.map { column -> String in
            let text =
              changes[table.name]?[column.name] ?? Self.numbers[column.kind].map { codes[column.name] ?? $0 }
              ?? codes[column.name] ?? "text of \(column.name)"
            return text.contains("\"") || text.contains(",") ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
          }.joined(separator: ",") + "\r\n"
      }
      try rows.write(toFile: "\(place)/\(name)", atomically: false, encoding: .utf8)
    }
    var facts: PublishedRelease.Row = ["run_id": run, "manifest_sha256": "digest of \(run)"]
    for column in WarehouseSchema.tables.first(where: { $0.source == .release })?.columns ?? []
    where facts[column.name] == nil { facts[column.name] = Self.numbers[column.kind].map { _ in "3" } ?? "" }
    return PublishedRelease(
      stamp: .init(round: round, run: run, manifest: "digest of \(run)"), folder: place, facts: facts,
      inputs: [
        ["path": "a.csv", "bytes": "12", "sha256": "abc", "city": "xx-a", "read": "2"],
        ["path": "b.yaml", "bytes": "1", "sha256": "d"],
      ])
  }

  func write(_ releases: [PublishedRelease], to file: WarehouseFile? = nil) throws {
    let file = file ?? self.file()
    try file.write(releases, documentation: Self.documentation, over: try file.condition())
  }

  /// Nothing but the warehouse and the releases.
  var leftovers: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder).filter {
        $0.contains("warehouse") || $0.hasPrefix(".")
      }
      .filter { $0 != "warehouse.sqlite" }
    }
  }
}
