import Spreadsheets
import Vocabulary

/// What is still to be done before sending, counted from the live checks.
extension TemplateBook {
  func checkSheet() -> Sheet {
    var sheet = Sheet(name: TemplateLayout.check, gridlines: .hidden)
    sheet.columns = [1.4, 60, 19, 60].enumerated().map { ColumnWidth($0, $1, format: look.cell()) }
    let title = voice.text("check.title")
    sheet.set(
      look.pair(voice.first(title), voice.second(title), size: 15, secondSize: 10), row: 0, column: 1,
      format: look.cell(15, bold: true, TemplateLook.Palette.ink))
    sheet.setHeight(30, row: 0)
    let places = form.places
    let letters = CellAddress.letters(ofColumn: column(.check))
    let range =
      "'\(TemplateLayout.data)'!$\(letters)$\(TemplateLayout.firstRow + 1):$\(letters)$\((places.last ?? 0) + 1)"
    let lines = [("blank", "○*"), ("errors", "×*"), ("warnings", "!*"), ("passed", "✓*")]
    for (offset, (key, pattern)) in lines.enumerated() {
      let row = 2 + offset
      let line = look.cell(10, wraps: true, borders: TemplateLook.hairline)
      sheet.set(
        look.pair(voice.first(voice.text("check.\(key)")), voice.second(voice.text("check.\(key)")), bold: false),
        row: row, column: 1, format: line)
      sheet.set(
        .formula("=COUNTIF(\(range),\"\(pattern)\")", cached: .number(Double(count(key)))), row: row, column: 2,
        format: line.with {
          $0.font.bold = true
          $0.horizontal = .centre
        })
      // What goes back shows what was found beside a row, also after it was mended.
      let todo = marks == nil || key == "passed" ? "check.\(key)_todo" : "check.as_sent"
      sheet.set(.text(voice.joined(todo)), row: row, column: 3, format: line)
      sheet.setHeight(26, row: row)
    }
    sheet.protection = [.formatColumns, .formatRows]
    sheet.print = PrintSetup(
      fit: .onePage, area: CellRange(rows: 0...6, columns: 0...3),
      footer: look.footer("\(TemplateLayout.check) · \(request.city.id) · \(request.round.id)"))
    return sheet
  }

  /// What the formula will say: of a fresh template every row that is asked for is blank, of a returned one what was found.
  private func count(_ key: String) -> Int {
    let optional = rows.rows.count(where: \.isOptional)
    guard let marks else { return key == "blank" ? rows.rows.count - optional : key == "passed" ? optional : 0 }
    let worst = marks.values.map { self.worst($0.findings + $0.related) }
    let blank = rows.rows.count { !$0.isOptional && marks[$0.code.description] == nil && isBlank($0) }
    switch key {
    case "blank": return blank
    case "errors": return worst.count { $0 == .error }
    case "warnings": return worst.count { $0 == .warning }
    case "passed": return rows.rows.count - worst.count - blank
    default: return 0
    }
  }
}
