import Catalogue
import Spreadsheets
import Vocabulary

/// A finding with its place in the workbook that goes back.
struct PlacedFinding {
  var finding: Finding
  /// The cell to go to, where there is one.
  var link: InternalLink?
  var code: TemplateCode?
  /// The code as it stands there, where it is none.
  var typedCode = ""
  /// What the city typed there.
  var entered: String
}

/// The first sheet of a returned workbook: what to do, by when, and every problem with a way to its cell.
struct ToFixSheet {
  let book: TemplateBook
  let placed: [PlacedFinding]
  let passedRows: Int

  private typealias Palette = TemplateLook.Palette
  private static let headRow = 9
  /// A list beyond this helps nobody; it says how many are left out.
  private static let limit = 500

  private var look: TemplateLook { book.look }
  private var voice: Voice { book.voice }

  func sheet() -> Sheet {
    let counts = Finding.Severity.allCases.map { severity in
      placed.count { book.texts.severity(of: $0.finding) == severity }
    }
    let bar: Colour = counts[0] > 0 ? 0xD55E00 : counts[1] > 0 ? 0xE69F00 : Palette.navy
    var sheet = Sheet(name: TemplateLayout.toFix, tabColour: bar, gridlines: .hidden)
    sheet.columns = [1.4, 6, 19, 18, 36, 27, 64].enumerated().map { ColumnWidth($0, $1, format: look.cell()) }
    for (row, points) in [12.0, 5, 20, 38, 22, 10, 34, 18, 12, 34].enumerated() { sheet.setHeight(points, row: row) }
    sheet.fill(rows: 1...1, columns: 1...6, format: look.cell(fill: bar))
    writeHead(counts, &sheet)
    writeColumns(&sheet)
    var row = Self.headRow + 1
    for (index, item) in placed.prefix(Self.limit).enumerated() {
      write(item, number: index + 1, row: row, &sheet)
      row += 1
    }
    if placed.count > Self.limit {
      let text = voice.joined("more", ["count": .number(placed.count - Self.limit)])
      sheet.set(.text(text), row: row, column: 1, format: look.cell(9, bold: true))
      row += 1
    }
    sheet.set(.text(voice.first(voice.text("kept"))), row: row + 1, column: 1, format: look.cell(9))
    sheet.set(
      .text(voice.second(voice.text("kept")) ?? ""), row: row + 2, column: 1, format: look.cell(8.5, Palette.muted))
    sheet.protection = [.formatColumns, .formatRows]
    sheet.print = PrintSetup(
      repeatRows: Self.headRow...Self.headRow, area: CellRange(rows: 0...row + 2, columns: 0...6),
      footer: look.footer("\(TemplateLayout.toFix) · \(book.request.city.id) · \(book.request.round.id)"))
    return sheet
  }

  private func writeHead(_ counts: [Int], _ sheet: inout Sheet) {
    let subject = voice.text("returned.subject", book.names)
    sheet.set(.text(voice.joined(subject)), row: 2, column: 1, format: look.cell(9, Palette.muted))
    if let mark = book.syntheticMark {
      sheet.set(.text(mark), row: 2, column: 6, format: look.cell(9, bold: true, Palette.synthetic, align: .right))
    }
    let verdict = verdict(counts)
    let sign = counts[0] + counts[1] == 0 ? "✓ " : ""
    sheet.set(.text(sign + voice.first(verdict)), row: 3, column: 1, format: look.cell(18, bold: true, Palette.ink))
    sheet.set(.text(voice.second(verdict) ?? ""), row: 4, column: 1, format: look.cell(11, Palette.muted))
    for (index, severity) in Finding.Severity.allCases.enumerated() {
      let style = SeverityLook(severity)
      // As texts, which run over their narrow cells where numbers would not fit.
      let column = [1, 3, 4][index]
      sheet.set(
        .text(grouped(counts[index])), row: 6, column: column, format: look.cell(22, bold: true, style.text))
      // Problems, of which one row may have several: the sheet of checks counts rows.
      let label = voice.text(["found.error", "found.warning", "found.info"][index])
      sheet.set(
        look.pair("\(style.sign) \(voice.first(label))", voice.second(label), size: 9.5, colour: style.text), row: 7,
        column: column, format: look.cell())
    }
    sheet.set(.text(grouped(passedRows)), row: 6, column: 5, format: look.cell(22, bold: true, Palette.ink))
    let passed = voice.text("rows_passed")
    sheet.set(
      look.pair("✓ " + voice.first(passed), voice.second(passed), size: 9.5), row: 7, column: 5, format: look.cell())
  }

  /// The verdict as an instruction, with a date.
  private func verdict(_ counts: [Int]) -> LocalizedText {
    let key =
      switch (counts[0], counts[1]) {
      case (0, 0): "verdict.clean"
      case (0, 1): "verdict.warnings.one"
      case (0, _): "verdict.warnings"
      case (1, 0): "verdict.errors.one"
      case (_, 0): "verdict.errors"
      default: "verdict.both"
      }
    let verdict = voice.text(
      key, ["errors": LocalizedText(same: grouped(counts[0])), "warnings": LocalizedText(same: grouped(counts[1]))])
    // Of a round that has closed the date would be a reproach, not an instruction.
    guard key != "verdict.clean", let closes = book.request.round.closes, closes >= book.request.date else {
      return verdict
    }
    return verdict.joined(by: " ", voice.text("verdict.by", ["date": .day(closes)]))
  }

  private func writeColumns(_ sheet: inout Sheet) {
    for (index, key) in ["number", "severity", "go", "measure", "entered", "problem"].enumerated() {
      let text = voice.text("column.\(key)")
      sheet.set(
        look.pair(voice.first(text), voice.second(text), size: 9.5, secondSize: 8, stacked: true),
        row: Self.headRow, column: index + 1,
        format: look.cell(9.5, bold: true, Palette.ink, wraps: true, borders: TemplateLook.headRule))
    }
  }

  private func write(_ item: PlacedFinding, number: Int, row: Int, _ sheet: inout Sheet) {
    let severity = book.texts.severity(of: item.finding)
    let style = SeverityLook(severity)
    let line = look.cell(10, wraps: true, borders: TemplateLook.hairline)
    sheet.set(.number(Double(number)), row: row, column: 1, format: line.with { $0.font.colour = Palette.muted })
    let word = book.texts.label(style.key)
    let code = [voice.second(word), item.finding.code.description].compactMap { $0 }.joined(separator: " ")
    sheet.set(
      .richText([
        TextRun("\(style.sign) \(voice.first(word))\n", font: look.font(10, bold: true, style.text)),
        TextRun(code, font: look.font(8.5, style.text)),
      ]), row: row, column: 2,
      format: line.with {
        $0.fill = style.tint
        $0.horizontal = .centre
      })
    writeLink(item, row, line, &sheet)
    sheet.set(measure(item), row: row, column: 4, format: line)
    sheet.set(.text(entered(item)), row: row, column: 5, format: line)
    let problem = problem(item.finding)
    sheet.set(.richText(problem), row: row, column: 6, format: line)
    sheet.setHeight(
      look.height(
        [(problem.map(\.text).joined(), 64, 9.5), (entered(item), 27, 10)],
        minimum: voice.language.second == nil ? 48 : 66), row: row)
  }

  private func writeLink(_ item: PlacedFinding, _ row: Int, _ line: CellFormat, _ sheet: inout Sheet) {
    guard let link = item.link else {
      sheet.set(
        .text(voice.joined("whole_file")), row: row, column: 3,
        format: line.with {
          $0.horizontal = .centre
          $0.font.colour = Palette.muted
        })
      return
    }
    let values = ["cell": LocalizedText(same: link.cell.description)]
    let key = link.sheet == TemplateLayout.notes ? "go_to_notes" : "go_to"
    sheet.set(
      .link(link, text: voice.first(voice.text(key, values))), row: row, column: 3,
      format: line.with {
        $0.horizontal = .centre
        $0.font = Font(name: look.fontName, size: 10, bold: true, colour: Palette.link, underlined: true)
      })
  }

  private func measure(_ item: PlacedFinding) -> CellContent {
    guard let code = item.code else { return .text(item.typedCode.isEmpty ? "–" : item.typedCode) }
    let label = book.catalogue[code.variable].label
    let part = code.breakdown.isTotal ? nil : book.form.label(of: TemplateRow(code: code))
    func name(_ language: Language) -> String { label[language] + (part.map { " – " + $0[language] } ?? "") }
    var runs = [TextRun(name(voice.language.first) + "\n", font: look.font(10, Palette.ink))]
    if let second = voice.language.second {
      runs.append(TextRun(name(second) + "\n", font: look.font(8.5, Palette.muted)))
    }
    return .richText(runs + [TextRun(code.description, font: look.font(8, Palette.muted))])
  }

  private func grouped(_ number: Int) -> String { NumberText.text(Double(number), decimals: 0) }

  private func entered(_ item: PlacedFinding) -> String {
    item.entered.isEmpty ? voice.joined("empty") : String(item.entered.prefix(120))
  }

  /// Messages begin small and have no full stop, because they stand in lists; here two of them follow each other.
  private func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix("…") ? "" : ".")
  }

  private func problem(_ finding: Finding) -> [TextRun] {
    let (message, fix) = book.catalogue.readable(finding)
    var runs = [
      TextRun(voice.first(message) + "\n", font: look.font(10)),
      TextRun("› " + voice.first(fix), font: look.font(10, bold: true, Palette.ink)),
    ]
    if let second = voice.language.second {
      runs.append(
        TextRun("\n\(sentence(message[second])) \(sentence(fix[second]))", font: look.font(8.5, Palette.muted)))
    }
    return runs
  }
}
