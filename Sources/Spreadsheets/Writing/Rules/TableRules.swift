/// The rules of a data sheet's table. The library checks none of them, and Excel repairs what breaks one.
enum TableRules {
  static func check(_ table: DataTable, on sheet: Sheet) throws(WorkbookFault) {
    guard NameRules.allowsTable(table.name) else {
      throw WorkbookFault(.tableName, sheet: sheet.name, "'\(table.name)'")
    }
    var headers: Set<String> = []
    for column in table.columns {
      guard NameRules.allowsHeader(column.header), headers.insert(column.header).inserted else {
        throw WorkbookFault(.tableHeader, sheet: sheet.name, "'\(column.header)'")
      }
      try check(column, on: sheet.name)
    }
    try TextRules.check(table.headerFormat.font, numberFormat: table.headerFormat.numberFormat, sheet: sheet.name)

    func refuse(_ detail: String) -> WorkbookFault { WorkbookFault(.tableShape, sheet: sheet.name, detail) }
    let rows = table.rowCount
    guard !table.columns.isEmpty, table.columns.count <= SheetBounds.columns else { throw refuse("no columns") }
    guard rows > 0 else { throw refuse("no rows") }
    guard table.columns.allSatisfy({ $0.values.count == rows && $0.missingByRow?.count ?? rows == rows }) else {
      throw refuse("columns of different lengths")
    }
    guard table.headerRow >= 0, table.headerRow + rows < SheetBounds.rows else { throw refuse("\(rows) rows") }
    guard sheet.cells.allSatisfy({ $0.address.row < table.headerRow }) else {
      throw refuse("cells beside or under the table")
    }
  }

  private static func check(_ column: DataColumn, on sheet: String) throws(WorkbookFault) {
    guard (0...255).contains(column.width) else {
      throw WorkbookFault(.layout, sheet: sheet, "width \(column.width) of column '\(column.header)'")
    }
    try TextRules.check(column.format.font, numberFormat: column.format.numberFormat, sheet: sheet)
    for format in [column.missingFormat, column.headerFormat].compactMap({ $0 }) {
      try TextRules.check(format.font, numberFormat: format.numberFormat, sheet: sheet)
    }
    try TextRules.checkPresent(column.missing, "the shorthand of '\(column.header)'", sheet: sheet)
    try TextRules.check(column.missing, atMost: TextRules.message, "a shorthand", sheet: sheet)
  }
}
