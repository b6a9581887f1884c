import GRDB
import Spreadsheets

/// Brings rows of releases into the tables.
struct ReleaseRows {
  let database: Database
  /// Of the database, for messages.
  let path: String

  /// What one release says.
  func insert(_ release: PublishedRelease) throws {
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
  func insertShared(_ releases: [PublishedRelease], documentation: [PublishedRelease.Row]) throws {
    for table in WarehouseSchema.tables where table.scope == .programme {
      if table.source == .documentation {
        try insert(documentation, into: table, round: nil)
      } else {
        for release in releases { try insert(table, of: release) }
      }
    }
  }

  // MARK: Rows of a table

  private func statement(_ table: WarehouseTable) throws -> RowStatement {
    // In the order of releases the first word counts.
    let rest = table.scope == .programme ? " ON CONFLICT DO NOTHING" : ""
    return try RowStatement(table, sql: table.insertion() + rest, in: database, path: path)
  }

  private func insert(_ rows: [PublishedRelease.Row], into table: WarehouseTable, round: String?) throws {
    let statement = try statement(table)
    for row in rows {
      // The bytes stay until the row is in.
      var values = table.columns.map { Array((row[$0.name] ?? "").utf8) }
      if let round, table.columns.first?.name == "round" { values[0] = Array(round.utf8) }
      statement.begin()
      try bind(values[...], from: 0, to: statement)
    }
  }

  /// Binds one value after the other, each in the scope of its bytes, then inserts the row.
  private func bind(_ values: ArraySlice<[UInt8]>, from column: Int, to statement: RowStatement) throws {
    guard let value = values.first else { return try statement.insert() }
    try value.withUnsafeBufferPointer { bytes in
      if !bytes.isEmpty { statement.bind(column, bytes) }
      try bind(values.dropFirst(), from: column + 1, to: statement)
    }
  }

  // MARK: Files

  private func insert(_ table: WarehouseTable, of release: PublishedRelease) throws {
    guard let name = table.file else { return }
    let file = "\(release.folder)/\(name)"
    let statement = try statement(table)
    do {
      var reader = try CSVReader(path: file, encoding: .utf8, delimiter: UInt8(ascii: ","))
      var columns: [Int]?
      try Array(release.stamp.round.utf8).withUnsafeBufferPointer { round in
        while let grid = try reader.nextGrid() {
          try grid.withTexts { texts in
            for row in grid.rows {
              if let columns {
                try insert(row, texts, columns, of: table, round, with: statement, file)
              } else {
                columns = try positions(of: table, row.map { ($0.column, grid.string(of: $0)) }, in: file)
              }
            }
          }
        }
      }
    } catch let fault as SpreadsheetFault {
      throw WarehouseError(.release, "\(file) cannot be read: \(fault.kind.rawValue) \(fault.detail)")
    }
  }

  private func insert(
    _ row: ArraySlice<Cell>, _ texts: GridTexts, _ columns: [Int], of table: WarehouseTable,
    _ round: UnsafeBufferPointer<UInt8>, with statement: RowStatement, _ file: String
  ) throws {
    statement.begin()
    if table.columns[0].references == "rounds" { statement.bind(0, round) }
    for cell in row where cell.column < columns.count {
      let column = columns[cell.column]
      guard column >= 0 else { continue }
      guard statement.bind(column, texts[cell]) else {
        throw WarehouseError(
          .release, "\(file), row \(cell.row + 1): \(table.columns[column].field) is no \(table.columns[column].kind)")
      }
    }
    try statement.insert()
  }

  /// For each column of the file the table's, or -1.
  private func positions(of table: WarehouseTable, _ header: [(column: Int, name: String)], in file: String) throws
    -> [Int]
  {
    var positions = [Int](repeating: -1, count: (header.map(\.column).max() ?? -1) + 1)
    for (column, name) in header {
      if let position = table.columns.firstIndex(where: { $0.field == name }) { positions[column] = position }
    }
    let missing = table.columns.enumerated().first { index, column in
      column.isRequired && column.references != "rounds" && !positions.contains(index)
    }
    if let missing {
      throw WarehouseError(.release, "\(file) has no column \(missing.element.field)")
    }
    return positions
  }
}
