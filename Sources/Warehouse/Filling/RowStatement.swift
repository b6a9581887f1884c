import GRDB
import GRDBSQLite
import Spreadsheets

/// One prepared INSERT of a number of rows, and the types of their columns. Half a million rows go through it, so values are bound as the
/// bytes that stand in the file, and SQLite is asked for many rows at once: it then goes on where it put the row before, instead of
/// looking for the place of each.
struct RowStatement {
  /// How many rows it inserts at once.
  let rows: Int
  private let statement: Statement
  private let path: String
  private let kinds: [WarehouseTable.Column.Kind]
  /// Texts that are empty, not unknown, where the file has nothing: a bit for each column.
  private let requiredTexts: UInt64
  /// The columns of the row at hand that have a value.
  private var bound: UInt64 = 0
  private var firstPosition: Int32 = 1

  /// - Parameters:
  ///   - rest: Of the statement, behind the values.
  ///   - path: Of the database, for messages.
  init(_ table: WarehouseTable, rows: Int, rest: String, in database: Database, path: String) throws {
    precondition(table.columns.count <= UInt64.bitWidth, "a bit for each column")
    statement = try database.makeStatement(sql: table.insertion(rows: rows) + rest)
    self.rows = rows
    self.path = path
    kinds = table.columns.map(\.kind)
    requiredTexts = table.columns.enumerated().reduce(0) { bits, column in
      column.element.isRequired && column.element.kind == .text ? bits | 1 << column.offset : bits
    }
  }

  /// Forgets the rows before: everything is unknown.
  func begin() { sqlite3_clear_bindings(statement.sqliteStatement) }

  /// The values that follow are those of this row.
  mutating func beginRow(_ row: Int) {
    firstPosition = Int32(row * kinds.count + 1)
    bound = 0
  }

  private static let nothing: StaticString = ""

  /// Gives the row its empty texts.
  func endRow() {
    var missing = requiredTexts & ~bound
    while missing != 0 {
      let position = firstPosition + Int32(missing.trailingZeroBitCount)
      missing &= missing - 1
      Self.nothing.withUTF8Buffer { bytes in
        // A static text stays where it is.
        _ = bytes.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text(statement.sqliteStatement, position, $0.baseAddress, 0, nil)
        }
      }
    }
  }

  /// Binds a field's bytes, which stay where they are until the rows are inserted.
  /// - Returns: Whether they are a value of the column's kind.
  @discardableResult
  mutating func bind(_ column: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bound |= 1 << column
    let handle = statement.sqliteStatement
    let position = firstPosition + Int32(column)
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

  /// - Throws: `WarehouseError` with what SQLite says against a row.
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
