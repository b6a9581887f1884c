import CXlsxWriter

extension SheetWriter {
  /// Writes the cells in the order of the sheet; of two at one address the later one.
  func writeCells() throws(XLSXWritingError) {
    let isInOrder = zip(sheet.cells, sheet.cells.dropFirst()).allSatisfy { $0.address < $1.address }
    if isInOrder {
      for cell in sheet.cells { try write(cell) }
      return
    }
    let order = sheet.cells.indices.sorted {
      (sheet.cells[$0].address, $0) < (sheet.cells[$1].address, $1)
    }
    for (position, index) in order.enumerated() {
      let cell = sheet.cells[index]
      if position + 1 < order.count, sheet.cells[order[position + 1]].address == cell.address { continue }
      try write(cell)
    }
  }

  func write(_ cell: SheetCell) throws(XLSXWritingError) {
    do { try SheetBounds.check(cell.address, sheet: sheet.name) } catch { throw .refused(error) }
    let format = try format(cell.format)
    switch cell.content {
    case .number(let number): try write(number, at: cell.address, format)
    case .text(let text): try write(text, at: cell.address, format)
    case .richText(let runs): try write(runs, at: cell.address, cell.format)
    case .link(let link, let text): try write(link, text, at: cell.address, format)
    case .formula(let formula, let cached): try write(formula, cached, at: cell.address, format)
    case .blank:
      try check(
        worksheet_write_blank(worksheet, cell.address.libraryRow, cell.address.libraryColumn, format), cell.address)
    }
  }

  private func check(_ code: lxw_error, _ cell: CellAddress) throws(XLSXWritingError) {
    try place.check(code, row: cell.row, column: cell.column)
  }

  private func checkLength(
    _ text: String, atMost limit: Int, _ what: String, _ cell: CellAddress
  ) throws(XLSXWritingError) {
    do {
      try TextRules.check(text, atMost: limit, what, sheet: sheet.name, cell: cell)
    } catch { throw .refused(error) }
  }

  private func write(
    _ number: Double, at cell: CellAddress, _ format: FormatStore.Pointer
  ) throws(XLSXWritingError) {
    guard number.isFinite else {
      throw place.fault(.nonFiniteNumber, row: cell.row, column: cell.column, "\(number)")
    }
    // The library would write minus zero as "-0".
    try check(
      worksheet_write_number(worksheet, cell.libraryRow, cell.libraryColumn, number == 0 ? 0 : number, format), cell)
  }

  private func write(_ text: String, at cell: CellAddress, _ format: FormatStore.Pointer) throws(XLSXWritingError) {
    try checkLength(text, atMost: TextRules.cell, "a text", cell)
    let code = CleanText.withCString(text) {
      worksheet_write_string(worksheet, cell.libraryRow, cell.libraryColumn, $0, format)
    }
    try check(code, cell)
  }

  private func write(_ runs: [TextRun], at cell: CellAddress, _ format: CellFormat) throws(XLSXWritingError) {
    let runs = runs.map { TextRun(CleanText.clean($0.text), font: $0.font) }.filter { !$0.text.isEmpty }
    try checkLength(runs.map(\.text).joined(), atMost: TextRules.cell, "a text", cell)
    guard runs.count > 1 else {
      // One run is no rich text to the library, and none is a blank cell.
      let plain = try self.format(format.with { $0.font = runs.first?.font ?? $0.font })
      return try write(runs.first?.text ?? "", at: cell, plain)
    }
    guard runs.count <= 100 else {
      // The library counts runs in one byte and would never see the end of 256.
      throw place.fault(.tooMany, row: cell.row, column: cell.column, "\(runs.count) runs of text, at most 100")
    }
    var tuples: [RichText.Run] = []
    for run in runs {
      do {
        tuples.append(RichText.Run(text: run.text, font: try formats.pointer(for: run.font, sheet: sheet.name)))
      } catch { throw .refused(error) }
    }
    try check(richText.write(tuples, to: worksheet, at: cell, try self.format(format)), cell)
  }

  private func write(
    _ link: InternalLink, _ text: String, at cell: CellAddress, _ format: FormatStore.Pointer
  ) throws(XLSXWritingError) {
    // The text is an attribute, too, which the library cuts at 2,079 bytes.
    try checkLength(text, atMost: TextRules.link, "a link's text", cell)
    do {
      try TextRules.checkPresent(text, "a link", sheet: sheet.name, cell: cell)
      try references.sheet(link.sheet, from: sheet.name, cell: cell)
      try SheetBounds.check(link.cell, sheet: link.sheet)
    } catch { throw .refused(error) }
    let target = "internal:\(NameRules.quoted(link.sheet))!\(link.cell)"
    let code = CleanText.withCString(text) {
      worksheet_write_url_opt(worksheet, cell.libraryRow, cell.libraryColumn, target, format, $0, nil)
    }
    try check(code, cell)
  }

  private func write(
    _ formula: String, _ cached: CachedValue, at cell: CellAddress, _ format: FormatStore.Pointer
  ) throws(XLSXWritingError) {
    do {
      try TextRules.check(formula: formula, atMost: TextRules.cellFormula, sheet: sheet.name, cell: cell)
    } catch { throw .refused(error) }
    switch cached {
    case .number(let number):
      guard number.isFinite else {
        throw place.fault(.nonFiniteNumber, row: cell.row, column: cell.column, "\(number)")
      }
      let result = number == 0 ? 0 : number
      try check(
        worksheet_write_formula_num(worksheet, cell.libraryRow, cell.libraryColumn, formula, format, result), cell)
    case .text(let text):
      try checkLength(text, atMost: TextRules.cell, "a cached text", cell)
      let code = CleanText.withCString(text) {
        worksheet_write_formula_str(worksheet, cell.libraryRow, cell.libraryColumn, formula, format, $0)
      }
      try check(code, cell)
    }
  }
}
