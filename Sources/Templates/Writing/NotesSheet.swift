import Spreadsheets
import Vocabulary

/// Corrections to earlier years: history is never typed over, it is corrected here.
extension TemplateBook {
  func notesSheet() -> Sheet {
    var sheet = Sheet(
      name: TemplateLayout.notes, frozenRows: TemplateLayout.correctionsHeadRow + 1, gridlines: .hidden)
    // What was found in a line stands behind it in words.
    let columns = TemplateColumn.corrections + (correctionMarks.isEmpty ? [] : [.check])
    let widths: [Double] = [40, 14, 18, 22, 34, 60, 50]
    sheet.columns = widths.prefix(columns.count).enumerated().map { ColumnWidth($0, $1, format: look.cell()) }
    for (row, points) in [28.0, 18, 20, 36].enumerated() { sheet.setHeight(points, row: row) }
    let title = voice.text("corrections.title")
    sheet.set(
      look.pair(voice.first(title), voice.second(title), size: 15, secondSize: 10), row: 0, column: 0,
      format: look.cell(15, bold: true, TemplateLook.Palette.ink))
    sheet.set(
      .text(identity.line), row: 1, column: 0, format: look.cell(8, TemplateLook.Palette.muted))
    sheet.set(.text(voice.joined("corrections.help")), row: 2, column: 0, format: look.cell(9))
    for (index, column) in columns.enumerated() {
      writeHead(column, at: index, TemplateLayout.correctionsHeadRow, &sheet, isEntry: column != .check)
    }
    let first = TemplateLayout.correctionsHeadRow + 1
    let last = first + max(TemplateLayout.correctionRows, entries.corrections.count + 5) - 1
    for row in first...last { writeCorrection(row - first, at: row, &sheet) }
    func range(_ column: Int) -> CellRange { CellRange(rows: first...last, columns: column...column) }
    sheet.validations = [
      DataValidation(
        range: range(0), rule: .list(definedName: TemplateLayout.codeList),
        prompt: form.message("prompt.code", "prompt.code_text"), severity: .warning),
      DataValidation(
        range: range(1), rule: .textLength(.between(4, 12)), prompt: form.message("prompt.year", "prompt.year_text"),
        severity: .warning),
      form.statusValidation(range(3)), form.textValidation(CellRange(rows: first...last, columns: 4...5)),
    ]
    sheet.protection = [.formatColumns, .formatRows]
    sheet.print = PrintSetup(
      repeatRows: TemplateLayout.correctionsHeadRow...TemplateLayout.correctionsHeadRow,
      area: CellRange(rows: 0...last, columns: 0...columns.count - 1),
      footer: look.footer("\(TemplateLayout.notes) · \(request.city.id) · \(request.round.id)"))
    return sheet
  }

  private func writeCorrection(_ position: Int, at row: Int, _ sheet: inout Sheet) {
    let typed = position < entries.corrections.count ? entries.corrections[position] : [:]
    let marks = correctionMarks[position]
    for (index, column) in TemplateColumn.corrections.enumerated() {
      var format = look.entry(9, wraps: index > 3)
      if column == .correction { format = look.numberEntry(typed[column]) }
      if let findings = marks?.cells[column] { format = marked(format, findings) }
      sheet.set(typed[column] ?? .blank, row: row, column: index, format: format)
    }
    guard let marks else { return sheet.setHeight(22, row: row) }
    addComments(marks, at: row, columns: TemplateColumn.corrections, &sheet)
    let (text, format) = result(of: marks)
    sheet.set(.text(text), row: row, column: TemplateColumn.corrections.count, format: format)
    sheet.setHeight(look.height([(text, 50, 9)], minimum: 22), row: row)
  }
}
