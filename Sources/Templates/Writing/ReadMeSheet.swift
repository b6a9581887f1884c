import Spreadsheets
import Vocabulary

/// One page: who fills, by when, five rules, a worked example, what happens after sending.
extension TemplateBook {
  private typealias Palette = TemplateLook.Palette

  func readMeSheet() -> Sheet {
    var sheet = Sheet(name: TemplateLayout.readMe, tabColour: Palette.navy, gridlines: .hidden)
    sheet.columns = [1.4, 6, 72, 3.6, 33.6, 44].enumerated().map { ColumnWidth($0, $1, format: look.cell()) }
    for (row, points) in [12.0, 5, 20, 40, 24, 18, 12, 24].enumerated() { sheet.setHeight(points, row: row) }
    writeReadMeHead(&sheet)
    heading("rules.title", row: 7, columns: 1...2, &sheet)
    heading("who.title", row: 7, columns: 4...5, &sheet)
    for number in 1...5 { writeRule(number, &sheet) }
    for (index, (key, value)) in facts.enumerated() { writeFact(key, value, row: 8 + index, &sheet) }
    writeExample(&sheet)
    sheet.set(
      .link(
        InternalLink(
          sheet: TemplateLayout.data,
          cell: CellAddress(row: form.places.first ?? TemplateLayout.firstRow, column: columnOfFirstEntry)),
        text: "› " + voice.joined("start")),
      row: 21, column: 1, format: look.cell(12, bold: true, Palette.link))
    sheet.setHeight(24, row: 21)
    sheet.protection = [.formatColumns, .formatRows]
    sheet.print = PrintSetup(
      fit: .onePage, area: CellRange(rows: 0...21, columns: 0...5),
      footer: look.footer("\(TemplateLayout.readMe) · \(request.city.id) · \(request.round.id)"))
    return sheet
  }

  private var columnOfFirstEntry: Int { columns.firstIndex { $0.isEntry } ?? 0 }

  private func writeReadMeHead(_ sheet: inout Sheet) {
    sheet.fill(rows: 1...1, columns: 1...5, format: look.cell(fill: Palette.navy))
    sheet.set(.text(voice.joined("title_short")), row: 2, column: 1, format: look.cell(9, Palette.muted))
    if let mark = syntheticMark {
      sheet.set(.text(mark), row: 2, column: 5, format: look.cell(9, bold: true, Palette.synthetic, align: .right))
    }
    sheet.set(
      look.pair(
        voice.first(request.city.name), voice.second(request.city.name), size: 22, secondSize: 14), row: 3, column: 1,
      format: look.cell(22, bold: true, Palette.ink))
    var line = voice.text("round_line", names)
    if let closes = request.round.closes {
      line = line.joined(by: " · ", voice.text("send_by", ["date": .day(closes)]))
    }
    sheet.set(.text(voice.first(line)), row: 4, column: 1, format: look.cell(12, bold: true, Palette.ink))
    sheet.set(.text(voice.second(line) ?? ""), row: 5, column: 1, format: look.cell(9, Palette.muted))
  }

  private func heading(_ key: String, row: Int, columns: ClosedRange<Int>, _ sheet: inout Sheet) {
    let format = look.cell(12, bold: true, Palette.ink, borders: TemplateLook.headRule)
    sheet.fill(rows: row...row, columns: columns, format: format)
    let text = voice.text(key)
    sheet.set(
      look.pair(voice.first(text), voice.second(text), size: 12, secondSize: 9), row: row, column: columns.lowerBound,
      format: format)
  }

  private func writeRule(_ number: Int, _ sheet: inout Sheet) {
    let row = 7 + number
    let text = voice.text("rule.\(number)")
    sheet.set(
      .text("\(number)"), row: row, column: 1,
      format: look.cell(16, bold: true, Palette.navy, borders: TemplateLook.hairline))
    sheet.set(
      look.pair(
        voice.first(text), voice.second(text), size: 11.5, secondSize: 9, bold: false, colour: Palette.text,
        stacked: true),
      row: row, column: 2, format: look.cell(11.5, wraps: true, borders: TemplateLook.hairline))
    sheet.setHeight(44, row: row)
  }

  private var facts: [(String, String)] {
    [
      ("who.fills", voice.joined("who.fills_text")), ("who.send", request.programme.contact),
      ("who.after", voice.joined("who.after_text")), ("who.scale", voice.joined("who.scale_text")),
      ("who.version", identity.line),
    ]
  }

  private func writeFact(_ key: String, _ value: String, row: Int, _ sheet: inout Sheet) {
    let format = look.cell(10.5, wraps: true, borders: TemplateLook.hairline)
    let text = voice.text(key)
    sheet.set(look.pair(voice.first(text), voice.second(text), size: 10.5), row: row, column: 4, format: format)
    sheet.set(.text(value), row: row, column: 5, format: format.with { $0.font.size = 9.5 })
  }

  private func writeExample(_ sheet: inout Sheet) {
    heading("example.title", row: 14, columns: 1...2, &sheet)
    sheet.fill(rows: 14...14, columns: 4...5, format: look.cell(borders: TemplateLook.headRule))
    let small = look.cell(8.5, Palette.muted)
    sheet.set(.text(voice.joined("example.case")), row: 15, column: 2, format: small)
    sheet.set(.text(voice.joined("example.value")), row: 15, column: 4, format: small)
    sheet.set(.text(voice.joined("example.status")), row: 15, column: 5, format: small)
    sheet.setHeight(12, row: 13)
    sheet.setHeight(24, row: 14)
    sheet.setHeight(18, row: 15)
    let empty = voice.joined("example.empty")
    let lines = [
      ("number", "38.4", empty), ("estimate", "33.9", voice.status("e")), ("zero", "0", empty),
      ("missing", empty, voice.status("m")),
    ]
    for (index, (key, value, status)) in lines.enumerated() {
      let row = 16 + index
      let text = voice.text("example.\(key)")
      sheet.set(
        look.pair(voice.first(text), voice.second(text), bold: false), row: row, column: 2, format: look.cell())
      let format = look.entry(10).with { $0.locked = true }
      sheet.set(.text(value), row: row, column: 4, format: format)
      sheet.set(.text(status), row: row, column: 5, format: format)
      sheet.setHeight(23, row: row)
    }
    sheet.setHeight(12, row: 20)
  }
}
