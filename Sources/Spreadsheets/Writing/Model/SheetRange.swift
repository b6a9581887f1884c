/// A rectangle of cells of a named sheet.
public struct SheetRange: Hashable, Sendable {
  public var sheet: String
  public var range: CellRange

  public init(sheet: String, range: CellRange) {
    self.sheet = sheet
    self.range = range
  }

  /// Rows and columns from 0, all ends included.
  public init(sheet: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.init(sheet: sheet, range: CellRange(rows: rows, columns: columns))
  }

  /// A stretch of one column.
  public init(sheet: String, rows: ClosedRange<Int>, column: Int) {
    self.init(sheet: sheet, rows: rows, columns: column...column)
  }
}

extension CellRange {
  /// Rows and columns from 0, all ends included.
  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.init(
      topLeft: CellAddress(row: rows.lowerBound, column: columns.lowerBound),
      bottomRight: CellAddress(row: rows.upperBound, column: columns.upperBound))
  }

  /// The range of one cell.
  public init(_ cell: CellAddress) { self.init(topLeft: cell, bottomRight: cell) }
}
