extension WarehouseSchema {
  /// Every statement that makes the tables, the indexes and the views, in their order. A file whose schema says anything else was
  /// made by another version or changed by another program.
  public static var statements: [String] { tables.map(\.statement) + indexes + views.map(\.statement) }

  /// Made when the rows are there, which is faster; the order in the file is the same.
  static var indexes: [String] {
    tables.flatMap { table in
      table.indexes.map { columns in
        "CREATE INDEX \(table.name)_by_\(columns.joined(separator: "_")) ON \(table.name) (\(list(columns)))"
      }
    }
  }

  fileprivate static func list(_ columns: [String]) -> String { columns.joined(separator: ", ") }
}

extension WarehouseTable {
  /// Typed strictly, and kept in the order of its key: rows of one round and city lie together.
  var statement: String {
    var lines = columns.map { column in
      var line = "  \(column.name) \(column.kind == .flag ? "INTEGER" : column.kind.rawValue)"
      if column.isRequired { line += " NOT NULL" }
      if column.kind == .flag { line += " CHECK (\(column.name) IN (0, 1))" }
      if let table = column.references { line += " REFERENCES \(table) (\(column.name))" }
      return line
    }
    lines.append("  PRIMARY KEY (\(WarehouseSchema.list(key)))")
    if let reference {
      let columns = WarehouseSchema.list(reference.columns)
      lines.append("  FOREIGN KEY (\(columns)) REFERENCES \(reference.table) (\(columns))")
    }
    return "CREATE TABLE \(name) (\n\(lines.joined(separator: ",\n"))\n) STRICT, WITHOUT ROWID"
  }

  /// An INSERT of so many rows, a question mark for each value.
  func insertion(rows: Int) -> String {
    let row = "(\(WarehouseSchema.list([String](repeating: "?", count: columns.count))))"
    let values = WarehouseSchema.list([String](repeating: row, count: rows))
    return "INSERT INTO \(name) (\(WarehouseSchema.list(columns.map(\.name)))) VALUES \(values)"
  }
}

extension WarehouseView {
  var statement: String { "CREATE VIEW \(name) AS\n\(query)" }
}
