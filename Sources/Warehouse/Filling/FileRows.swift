import Spreadsheets

/// The rows of one file of a release on their way into its table.
struct FileRows {
  private let file: String
  private let table: WarehouseTable
  private let round: [UInt8]
  /// For each column of the file the table's, or -1.
  private let columns: [Int]
  private var many: RowStatement
  private var single: RowStatement

  /// - Parameters:
  ///   - header: The names of the file's columns.
  ///   - file: For messages.
  ///   - statement: An INSERT of so many rows.
  /// - Throws: `WarehouseError` where the file lacks a column.
  init(
    header: [(column: Int, name: String)], of file: String, into table: WarehouseTable, round: String,
    statement: (_ rows: Int) throws -> RowStatement
  ) throws {
    self.file = file
    self.table = table
    self.round = Array(round.utf8)
    columns = try Self.positions(of: table, header, in: file)
    many = try statement(64)
    single = try statement(1)
  }

  private static func positions(
    of table: WarehouseTable, _ header: [(column: Int, name: String)], in file: String
  ) throws -> [Int] {
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

  /// - Throws: `WarehouseError` where a field is no value of its column, or with what SQLite says against a row.
  mutating func insert(_ rows: [ArraySlice<Cell>], of grid: Grid) throws {
    try grid.withTexts { texts in
      var rest = rows[...]
      while !rest.isEmpty {
        if rest.count >= many.rows {
          try insert(rest.prefix(many.rows), texts, with: &many)
        } else {
          try insert(rest.prefix(1), texts, with: &single)
        }
        rest = rest.dropFirst(rest.count >= many.rows ? many.rows : 1)
      }
    }
  }

  private func insert(
    _ rows: ArraySlice<ArraySlice<Cell>>, _ texts: GridTexts, with statement: inout RowStatement
  ) throws {
    statement.begin()
    try round.withUnsafeBufferPointer { round in
      for (index, row) in rows.enumerated() {
        statement.beginRow(index)
        if table.columns[0].references == "rounds" { statement.bind(0, round) }
        for cell in row where cell.column < columns.count {
          let column = columns[cell.column]
          guard column >= 0 else { continue }
          guard statement.bind(column, texts[cell]) else {
            let field = table.columns[column]
            throw WarehouseError(.release, "\(file), row \(cell.row + 1): \(field.field) is no \(field.kind)")
          }
        }
        statement.endRow()
      }
      try statement.insert()
    }
  }
}
