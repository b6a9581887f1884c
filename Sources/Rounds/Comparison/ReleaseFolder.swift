import Foundation
import Spreadsheets

/// A release as its own data package describes it.
struct ReleaseFolder {
  struct Table {
    var name: String
    var key: [String]
    /// The column that stands for a row: its first number outside of the key.
    var value: String
  }

  let manifest: Manifest
  let tables: [Table]
  private let folder: String

  private struct Package: Decodable {
    struct Resource: Decodable {
      struct Schema: Decodable {
        struct Field: Decodable {
          var name: String
          var type: String
        }
        var fields: [Field]
        var primaryKey: [String]
      }
      var name: String
      var schema: Schema
    }
    var resources: [Resource]
  }

  init(_ name: String, in workspace: Workspace) throws(RoundsError) {
    guard let folder = Self.folder(name, in: workspace), let manifest = Manifest.read(folder),
      let data = FileManager.default.contents(atPath: "\(folder)/datapackage.json"),
      let package = try? JSONDecoder().decode(Package.self, from: data)
    else {
      throw RoundsError(
        .noInput, "\(name) is no release",
        cure: "name a run such as 2026-7c41e09ab2d5, a round such as demo/2026, or a release's folder")
    }
    self.folder = folder
    self.manifest = manifest
    tables = package.resources.map { resource in
      let key = Set(resource.schema.primaryKey)
      let number = resource.schema.fields.first {
        ($0.type == "number" || $0.type == "integer") && !key.contains($0.name)
      }
      return Table(name: resource.name, key: resource.schema.primaryKey, value: number?.name ?? "")
    }
  }

  private static func folder(_ name: String, in workspace: Workspace) -> String? {
    if FileManager.default.fileExists(atPath: "\(name)/\(Manifest.name)") { return name }
    let candidates =
      name.contains("/") && !name.hasPrefix("/")
      ? ["Reports/\(name)"] : ((try? workspace.names(in: "Reports")) ?? []).map { "Reports/\($0)/.releases/\(name)" }
    return candidates.first { workspace.exists("\($0)/\(Manifest.name)") }.map(workspace.absolute)
  }

  func groups(of table: Table) throws(RoundsError) -> RowGroups {
    try RowGroups(path: "\(folder)/\(table.name).csv", key: table.key)
  }
}

/// Rows that have the first field in common, by the fields of their key.
struct RowGroup {
  var name: String
  /// The names of the columns, in their order.
  var columns: [String]
  var rows: [[String]: [String: String]] = [:]
  var order: [[String]] = []
}

/// The groups of a CSV file, one at a time: a release's largest file is never whole in memory.
struct RowGroups {
  private let path: String
  private let key: [String]
  private var reader: CSVReader
  private var header: [String] = []
  private var pending: [[String]] = []
  private var isAtEnd = false

  init(path: String, key: [String]) throws(RoundsError) {
    self.path = path
    self.key = key
    do throws(SpreadsheetFault) {
      reader = try CSVReader(path: path, limits: .published)
    } catch {
      throw Self.failure(path)
    }
  }

  private static func failure(_ path: String) -> RoundsError {
    RoundsError(.inputOutput, "\(path) cannot be read", cure: "gnlc verify tells whether the release is whole")
  }

  mutating func next() throws(RoundsError) -> RowGroup? {
    try fill()
    guard let first = pending.first?.first else { return nil }
    var group = RowGroup(name: first, columns: header)
    while true {
      var taken = 0
      for fields in pending {
        guard fields.first == first else { break }
        let row = Dictionary(zip(header, fields), uniquingKeysWith: { $1 })
        let id = key.map { row[$0] ?? "" }
        if group.rows.updateValue(row, forKey: id) == nil { group.order.append(id) }
        taken += 1
      }
      pending.removeFirst(taken)
      guard pending.isEmpty, !isAtEnd else { return group }
      try fill()
    }
  }

  private mutating func fill() throws(RoundsError) {
    while pending.isEmpty, !isAtEnd {
      do throws(SpreadsheetFault) {
        guard let grid = try reader.nextGrid() else {
          isAtEnd = true
          return
        }
        for row in grid.rows {
          if header.isEmpty {
            header = row.map { grid.string(of: $0) }
            continue
          }
          var fields = [String](repeating: "", count: header.count)
          for cell in row where cell.column < fields.count { fields[cell.column] = grid.string(of: cell) }
          pending.append(fields)
        }
      } catch {
        throw Self.failure(path)
      }
    }
  }
}
