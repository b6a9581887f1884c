/// The rules of one sheet, apart from the content of its cells.
enum SheetRules {
  static func check(_ sheet: Sheet, _ references: References) throws(WorkbookFault) {
    try checkLayout(sheet)
    try checkPrint(sheet)
    if let table = sheet.table { try TableRules.check(table, on: sheet) }
    for chart in sheet.charts { try ChartRules.check(chart, on: sheet.name, references) }
    for bar in sheet.dataBars { try ConditionRules.check(bar, on: sheet.name) }
    for format in sheet.conditionalFormats { try ConditionRules.check(format, on: sheet.name) }
    for validation in sheet.validations { try ValidationRules.check(validation, on: sheet.name, references) }
    guard sheet.validations.count <= 255 else {
      // The library counts them in one byte and writes none of 256.
      throw WorkbookFault(.tooMany, sheet: sheet.name, "\(sheet.validations.count) validations, at most 255")
    }
    try checkComments(sheet)
    for range in sheet.numbersStoredAsText { try SheetBounds.check(range, sheet: sheet.name) }
    // The library cuts the list of these ranges at 2,079 bytes.
    guard sheet.numbersStoredAsText.count <= 80 else {
      throw WorkbookFault(.tooMany, sheet: sheet.name, "more than 80 ranges of numbers stored as text")
    }
  }

  private static func checkLayout(_ sheet: Sheet) throws(WorkbookFault) {
    func refuse(_ detail: String) -> WorkbookFault { WorkbookFault(.layout, sheet: sheet.name, detail) }

    // Overlapping stretches of columns make Excel repair the file; so does a stretch that repeats a table's column.
    var next = sheet.table?.columns.count ?? 0
    for column in sheet.columns.sorted(by: { $0.columns.lowerBound < $1.columns.lowerBound }) {
      guard column.columns.lowerBound >= next, column.columns.upperBound < SheetBounds.columns else {
        throw refuse("columns \(column.columns) twice, or outside")
      }
      guard (0...255).contains(column.width) else { throw refuse("column width \(column.width)") }
      next = column.columns.upperBound + 1
    }
    for height in sheet.rowHeights {
      guard height.rows.lowerBound >= 0, height.rows.upperBound < SheetBounds.rows, (0...409).contains(height.points)
      else { throw refuse("row height \(height.points) of rows \(height.rows)") }
    }
    guard (10...400).contains(sheet.zoom) else { throw refuse("zoom \(sheet.zoom)") }
    guard (0..<SheetBounds.rows).contains(sheet.frozenRows), (0..<SheetBounds.columns).contains(sheet.frozenColumns)
    else { throw refuse("\(sheet.frozenRows) rows and \(sheet.frozenColumns) columns frozen") }
  }

  private static func checkPrint(_ sheet: Sheet) throws(WorkbookFault) {
    let print = sheet.print
    let margins = print.margins
    guard [margins.left, margins.right, margins.top, margins.bottom, margins.footer].allSatisfy((0...20).contains)
    else { throw WorkbookFault(.layout, sheet: sheet.name, "margins") }
    if case .scaled(let percent, let rows) = print.fit {
      // The file holds at most 1,023 breaks.
      guard (10...400).contains(percent), rows.count <= 1_023, rows.allSatisfy((1..<SheetBounds.rows).contains) else {
        throw WorkbookFault(.layout, sheet: sheet.name, "\(percent) per cent with \(rows.count) page breaks")
      }
    }
    if let rows = print.repeatRows {
      guard rows.lowerBound >= 0, rows.upperBound < SheetBounds.rows else {
        throw WorkbookFault(.layout, sheet: sheet.name, "repeated rows \(rows)")
      }
    }
    if let area = print.area { try SheetBounds.check(area, sheet: sheet.name) }
    if let footer = print.footer {
      try TextRules.check(footer.font, sheet: sheet.name)
      let code = FooterCode.code(of: footer)
      guard code.utf16.count <= 255 else {
        throw WorkbookFault(.footer, sheet: sheet.name, "\(code.utf16.count) characters with its marks, at most 255")
      }
    }
  }

  private static func checkComments(_ sheet: Sheet) throws(WorkbookFault) {
    var seen: Set<CellAddress> = []
    for comment in sheet.comments {
      try SheetBounds.check(comment.address, sheet: sheet.name)
      guard seen.insert(comment.address).inserted else {
        throw WorkbookFault(.duplicateComment, sheet: sheet.name, cell: comment.address)
      }
      try TextRules.checkPresent(comment.text, "a comment", sheet: sheet.name, cell: comment.address)
      try TextRules.check(
        comment.text, atMost: TextRules.cell, "a comment", sheet: sheet.name, cell: comment.address)
      try TextRules.check(
        comment.author, atMost: TextRules.property, "an author", sheet: sheet.name, cell: comment.address)
      try TextRules.check(comment.font, sheet: sheet.name)
      guard (0.1...20).contains(comment.scaleX), (0.1...20).contains(comment.scaleY) else {
        throw WorkbookFault(.layout, sheet: sheet.name, cell: comment.address, "the size of a comment")
      }
    }
  }
}
