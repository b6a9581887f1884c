import GRDB
import Spreadsheets

/// Brings rows of releases into the tables.
struct ReleaseRows {
  let database: Database
  /// Of the database, for messages.
  let path: String
  /// Of the database's file.
  var dropBehind: DropBehind

  /// What one release says.
  mutating func insert(_ release: PublishedRelease) throws {
    for table in WarehouseSchema.tables where table.scope == .round {
      switch table.source {
      case .file: try insert(table, of: release)
      case .release: try insert([release.facts], into: table, round: release.stamp.round)
      case .inputs: try insert(release.inputs, into: table, round: release.stamp.round)
      case .documentation: break
      }
    }
  }

  /// What the releases share, as the latest of them says; and what the tables mean.
  /// - Parameter releases: The latest first.
  mutating func insertShared(_ releases: [PublishedRelease], documentation: [PublishedRelease.Row]) throws {
    for table in WarehouseSchema.tables where table.scope == .programme {
      if table.source == .documentation {
        try insert(documentation, into: table, round: nil)
      } else {
        for release in releases { try insert(table, of: release) }
      }
    }
  }

  // MARK: Rows of a table

  private func statement(_ table: WarehouseTable, rows: Int) throws -> RowStatement {
    // In the order of releases the first word counts.
    let rest = table.scope == .programme ? " ON CONFLICT DO NOTHING" : ""
    return try RowStatement(table, rows: rows, rest: rest, in: database, path: path)
  }

  private func insert(_ rows: [PublishedRelease.Row], into table: WarehouseTable, round: String?) throws {
    var statement = try statement(table, rows: 1)
    for row in rows {
      // The bytes stay until the row is in.
      var values = table.columns.map { Array((row[$0.name] ?? "").utf8) }
      if let round, table.columns.first?.name == "round" { values[0] = Array(round.utf8) }
      statement.begin()
      statement.beginRow(0)
      try bind(values[...], from: 0, to: &statement)
    }
  }

  /// Binds one value after the other, each in the scope of its bytes, then inserts the row.
  private func bind(_ values: ArraySlice<[UInt8]>, from column: Int, to statement: inout RowStatement) throws {
    guard let value = values.first else {
      statement.endRow()
      return try statement.insert()
    }
    try value.withUnsafeBufferPointer { bytes in
      if !bytes.isEmpty { statement.bind(column, bytes) }
      try bind(values.dropFirst(), from: column + 1, to: &statement)
    }
  }

  // MARK: Files

  private mutating func insert(_ table: WarehouseTable, of release: PublishedRelease) throws {
    guard let name = table.file else { return }
    let file = "\(release.folder)/\(name)"
    do {
      let reader = try CSVReader(path: file, limits: .published, encoding: .utf8, delimiter: UInt8(ascii: ","))
      var rows: FileRows?
      try reader.forEachGrid { grid in
        var lines = Array(grid.rows)
        if rows == nil, let header = lines.first {
          lines.removeFirst()
          let names = header.map { ($0.column, grid.string(of: $0)) }
          rows = try FileRows(header: names, of: file, into: table, round: release.stamp.round) { rows in
            try statement(table, rows: rows)
          }
        }
        try rows?.insert(lines, of: grid)
        dropBehind.fileGrew()
      }
    } catch let fault as SpreadsheetFault {
      throw WarehouseError(.release, "\(file) cannot be read: \(fault.kind.rawValue) \(fault.detail)")
    }
  }
}
