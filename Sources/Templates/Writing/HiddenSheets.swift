import Spreadsheets
import Vocabulary

extension TemplateForm {
  /// The lists that drop-downs choose from, with their names.
  func listsSheet() -> (sheet: Sheet, names: [DefinedName]) {
    var sheet = Sheet(name: TemplateLayout.lists, isHidden: true)
    let format = look.cell()
    var names: [DefinedName] = []
    func add(_ name: String, _ contents: [CellContent]) {
      let column = names.count
      sheet.set(.text(name), row: 0, column: column, format: format)
      for (index, content) in contents.enumerated() {
        sheet.set(content, row: index + 1, column: column, format: format)
      }
      names.append(DefinedName(name, SheetRange(sheet: sheet.name, rows: 1...max(1, contents.count), column: column)))
    }
    add(TemplateLayout.statusList, FormStatus.letters.map { .text(voice.status($0)) })
    add(TemplateLayout.yesNoList, [.number(1), .number(0)])
    add(TemplateLayout.codeList, rows.rows.map { .text($0.code.description) })
    sheet.columns = [ColumnWidth(0...2, 30, format: format)]
    return (sheet, names)
  }
}

extension TemplateBook {
  func metaSheet(_ meta: TemplateMeta) -> Sheet {
    var sheet = Sheet(name: TemplateLayout.meta, isHidden: true)
    let format = look.cell()
    for (row, line) in meta.lines.enumerated() {
      for (column, text) in line.enumerated() where !text.isEmpty {
        sheet.set(.text(text), row: row, column: column, format: format)
      }
    }
    sheet.columns = [ColumnWidth(0...3, 30, format: format)]
    sheet.numbersStoredAsText = [CellRange(rows: 0...max(1, meta.lines.count), columns: 0...3 + meta.years.count)]
    sheet.protection = SheetProtection()
    return sheet
  }
}
