import GRDB
import GRDBSQLite
import Spreadsheets

/// One prepared INSERT and the types of its columns. Half a million rows go through it, so values are bound as the bytes that stand in
/// the file.
struct RowStatement {
  private let statement: Statement
  private let path: String
  private let kinds: [WarehouseTable.Column.Kind]
  /// Positions of texts that are empty, not unknown, where the file has nothing.
  private let emptyTexts: [Int32]

  /// - Parameter path: Of the database, for messages.
  init(_ table: WarehouseTable, sql: String, in database: Database, path: String) throws {
    statement = try database.makeStatement(sql: sql)
    self.path = path
    kinds = table.columns.map(\.kind)
    emptyTexts = table.columns.indices.filter { table.columns[$0].isRequired && table.columns[$0].kind == .text }
      .map { Int32($0 + 1) }
  }

  private static let nothing: StaticString = ""

  /// Begins a row: everything is unknown, or empty.
  func begin() {
    let handle = statement.sqliteStatement
    sqlite3_clear_bindings(handle)
    for position in emptyTexts {
      Self.nothing.withUTF8Buffer { bytes in
        // A static text stays where it is.
        _ = bytes.withMemoryRebound(to: CChar.self) { sqlite3_bind_text(handle, position, $0.baseAddress, 0, nil) }
      }
    }
  }

  /// Binds a field's bytes, which stay where they are until the row is inserted.
  /// - Returns: Whether they are a value of the column's kind.
  @discardableResult
  func bind(_ column: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let handle = statement.sqliteStatement
    let position = Int32(column + 1)
    switch kinds[column] {
    case .text:
      return bytes.withMemoryRebound(to: CChar.self) {
        sqlite3_bind_text(handle, position, $0.baseAddress, Int32(bytes.count), nil) == SQLITE_OK
      }
    case .real:
      guard let number = DecimalParser.parse(bytes) else { return false }
      return sqlite3_bind_double(handle, position, number) == SQLITE_OK
    case .integer:
      guard let number = DecimalParser.parse(bytes), let integer = Int64(exactly: number) else { return false }
      return sqlite3_bind_int64(handle, position, integer) == SQLITE_OK
    case .flag:
      let isTrue = bytes.elementsEqual("true".utf8)
      guard isTrue || bytes.elementsEqual("false".utf8) else { return false }
      return sqlite3_bind_int(handle, position, isTrue ? 1 : 0) == SQLITE_OK
    }
  }

  /// - Throws: `WarehouseError` with what SQLite says against the row.
  func insert() throws {
    let handle = statement.sqliteStatement
    let code = sqlite3_step(handle)
    guard code == SQLITE_DONE else {
      let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
      sqlite3_reset(handle)
      throw WarehouseError(ResultCode(rawValue: code).primaryResultCode, message, at: path)
    }
    sqlite3_reset(handle)
  }
}
