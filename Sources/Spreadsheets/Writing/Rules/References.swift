/// What the sheets of one workbook may refer to.
struct References {
  var sheets: Set<String>
  var lists: Set<String>

  func sheet(_ name: String, from sheet: String, cell: CellAddress? = nil) throws(WorkbookFault) {
    guard sheets.contains(name) else {
      throw WorkbookFault(.unknownReference, sheet: sheet, cell: cell, "no sheet '\(name)'")
    }
  }
}

/// The size of a sheet.
enum SheetBounds {
  static let rows = 1_048_576
  static let columns = 16_384

  static func contains(_ cell: CellAddress) -> Bool {
    (0..<rows).contains(cell.row) && (0..<columns).contains(cell.column)
  }

  /// Checks a cell.
  static func check(_ cell: CellAddress, sheet: String) throws(WorkbookFault) {
    guard contains(cell) else {
      throw WorkbookFault(.outsideSheet, sheet: sheet, "row \(cell.row), column \(cell.column)")
    }
  }

  /// Checks both corners of a range, and their order.
  static func check(_ range: CellRange, sheet: String) throws(WorkbookFault) {
    try check(range.topLeft, sheet: sheet)
    try check(range.bottomRight, sheet: sheet)
    guard range.topLeft.row <= range.bottomRight.row, range.topLeft.column <= range.bottomRight.column else {
      throw WorkbookFault(.outsideSheet, sheet: sheet, "the range \(range) is upside down")
    }
  }
}
