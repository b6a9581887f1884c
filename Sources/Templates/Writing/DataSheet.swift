import Catalogue
import Spreadsheets
import Vocabulary

extension TemplateBook {
  private typealias Palette = TemplateLook.Palette

  func dataSheet() -> Sheet {
    var sheet = Sheet(
      name: TemplateLayout.data, frozenRows: TemplateLayout.headRow + 1, tabColour: Palette.inputBorder,
      gridlines: .hidden)
    sheet.columns = columns.enumerated().map { ColumnWidth($0, $1.width, format: look.cell()) }
    let places = form.places
    sheet.cells.reserveCapacity((places.count + form.headings.count + 8) * columns.count)
    writeDataHead(&sheet, places)
    for (group, row) in zip(rows.groups, form.headings) { write(group, at: row, &sheet) }
    for (position, row) in places.enumerated() { write(position, at: row, &sheet) }
    let last = places.last ?? TemplateLayout.firstRow
    sheet.validations = form.validations
    sheet.conditionalFormats = form.liveFormats(TemplateLayout.firstRow...last)
    sheet.protection = [.formatColumns, .formatRows]
    sheet.print = PrintSetup(
      repeatRows: TemplateLayout.headRow...TemplateLayout.headRow,
      area: CellRange(rows: 0...last, columns: 0...columns.count - 1),
      footer: look.footer("\(TemplateLayout.data) · \(request.city.id) · \(request.round.id)"))
    return sheet
  }

  // MARK: Above the rows

  private func writeDataHead(_ sheet: inout Sheet, _ places: [Int]) {
    for (row, points) in [30.0, 19, 19, 20, 8, 36].enumerated() { sheet.setHeight(points, row: row) }
    let title = voice.text("data.title", names)
    sheet.set(
      look.pair(voice.first(title), voice.second(title), size: 15, secondSize: 10), row: 0, column: 0,
      format: look.cell(15, bold: true, Palette.ink))
    sheet.set(
      .text(identity.line), row: TemplateLayout.identityRow, column: 0, format: look.cell(8, Palette.muted))
    if let mark = syntheticMark {
      sheet.set(
        .text(mark), row: TemplateLayout.identityRow, column: 4, format: look.cell(9, bold: true, Palette.synthetic))
    }
    if marks == nil { writeCounter(&sheet, places) } else { writeResult(&sheet) }
    sheet.set(.text(voice.joined("colours")), row: 3, column: 0, format: look.cell(8.5, Palette.muted))
    sheet.set(.text(voice.joined("legend.entry")), row: 3, column: 1, format: legend(look.entry(8.5)))
    sheet.set(.text(voice.joined("legend.locked")), row: 3, column: 2, format: look.locked(8.5))
    for (index, column) in columns.enumerated() { writeHead(column, at: index, TemplateLayout.headRow, &sheet) }
  }

  private func legend(_ format: CellFormat) -> CellFormat { format.with { $0.locked = true } }

  private func writeCounter(_ sheet: inout Sheet, _ places: [Int]) {
    guard let last = places.last else { return }
    let done = voice.text("done", ["count": LocalizedText(same: "\u{1}"), "total": .number(places.count)])
    let pieces = voice.joined(done).split(separator: "\u{1}", omittingEmptySubsequences: false).map { "\"\($0)\"" }
    let check = CellAddress.letters(ofColumn: column(.check))
    let count = "COUNTIF(\(check)\(TemplateLayout.firstRow + 1):\(check)\(last + 1),\"✓*\")"
    sheet.set(
      .formula(
        "=" + pieces.joined(separator: "&\(count)&"),
        cached: .text(voice.joined(done).replacing("\u{1}", with: "\(rows.rows.count(where: \.isOptional))"))),
      row: 2, column: 0, format: look.cell(9.5, bold: true, Palette.ink))
  }

  private func writeResult(_ sheet: inout Sheet) {
    sheet.set(
      .link(InternalLink(sheet: TemplateLayout.toFix), text: "‹ " + voice.joined("back")), row: 2, column: 0,
      format: look.cell(9.5, bold: true, Palette.link))
    for (offset, severity) in Finding.Severity.allCases.enumerated() {
      let style = SeverityLook(severity)
      var format = look.cell(8.5, style.text, fill: style.tint)
      format.borders = .box(Border(.thin, style.border))
      sheet.set(
        .text("\(style.sign) \(voice.joined(texts.label(style.key)))"), row: 3, column: column(.source) - 2 + offset,
        format: format)
    }
  }

  func writeHead(
    _ column: TemplateColumn, at index: Int, _ row: Int, _ sheet: inout Sheet, isEntry: Bool? = nil
  ) {
    let words = column == .check && marks != nil ? voice.text("result") : column.words
    func line(_ language: Language) -> String {
      guard let year = column.year, year > 0 else { return words[language] }
      let shown: Int = if case .prior = column { headYear(of: year) } else { year }
      if case .status = column, request.years.count == 1 { return words[language] }
      if case .range = column { return words[language] }
      return "\(words[language]) \(LocalizedText.year(shown)[language])"
    }
    let format = look.head(entry: isEntry ?? column.isEntry, align: alignment(of: column))
    sheet.set(
      look.pair(
        line(request.language.first), request.language.second.map(line), size: 9, secondSize: 8, stacked: true),
      row: row, column: index, format: format)
  }

  private func alignment(of column: TemplateColumn) -> CellFormat.HorizontalAlignment {
    switch column {
    case .prior, .value, .correction: .right
    case .unit, .range, .status, .year: .centre
    default: .left
    }
  }

  // MARK: Rows

  private func write(_ group: TemplateGroup, at row: Int, _ sheet: inout Sheet) {
    let band = look.cell(fill: Palette.group)
    sheet.fill(rows: row...row, columns: 0...columns.count - 1, format: band)
    sheet.set(
      look.pair("\(group.code)  \(voice.first(group.label))", voice.second(group.label)), row: row, column: 1,
      format: band)
    sheet.setHeight(22, row: row)
  }

  private func write(_ position: Int, at sheetRow: Int, _ sheet: inout Sheet) {
    let row = rows.rows[position]
    let fixed = form.fixed[position]
    let marks = marks?[fixed.code]
    for (index, column) in columns.enumerated() {
      let (content, format) = cell(column, row, fixed)
      let marked = marks.map { self.marked(format, $0.findings(at: column)) } ?? format
      sheet.set(content, row: sheetRow, column: index, format: marked)
    }
    if let marks { addComments(marks, at: sheetRow, &sheet) }
    sheet.setHeight(height(of: row, fixed, marks), row: sheetRow)
  }

  private func cell(
    _ column: TemplateColumn, _ row: TemplateRow, _ fixed: TemplateForm.Row
  ) -> (CellContent, CellFormat) {
    let isTotal = row.total == nil
    switch column {
    case .code: return (.text(fixed.code), look.locked(8, Palette.muted))
    case .label: return (.text(fixed.label), look.locked(10, bold: isTotal, isTotal ? Palette.ink : Palette.text))
    case .question: return (fixed.question, look.locked(9))
    case .unit: return (.text(fixed.unit), look.locked(9, align: .centre))
    case .definition: return (fixed.definition, look.locked(8.5, Palette.muted))
    case .prior(let year):
      return (.text(priorText(row, year: year)), look.locked(9.5, Palette.muted, align: .right))
    case .range(let year):
      return (.text(rangeText(row, year: year)), look.locked(9, Palette.muted, align: .centre))
    case .value:
      let content = entry(row, column)
      return (content, look.numberEntry(content))
    case .status: return (entry(row, column), look.entry(9, align: .centre))
    case .source, .note: return (entry(row, column), look.entry(9, wraps: true))
    default:
      if marks != nil { return result(of: row) }
      return (
        .formula(liveCheck(row, fixed), cached: .text(live(row.isOptional ? .optional : .blank))),
        look.cell(9, Palette.muted, wraps: true, borders: TemplateLook.hairline)
      )
    }
  }

  /// What the city typed; an empty cell of a fresh template.
  private func entry(_ row: TemplateRow, _ column: TemplateColumn) -> CellContent {
    // A fresh template has none, and a key costs more than everything else of a blank cell.
    guard !entries.data.isEmpty else { return .blank }
    return entries.data[SubmittedEntries.Key(code: row.code.description, column: column)] ?? .blank
  }

  func rangeText(_ row: TemplateRow, year: Int) -> String {
    if unit(of: row).kind == .flag { return voice.joined("yes_no") }
    let range = range(of: row, year: year)
    // The limits of a count that nobody reported yet are those of a large city, and tell a small one nothing.
    if range.high >= 1e5, request.prior.latest(row.code, upTo: year)?.value == nil {
      return "≥ " + NumberText.text(range.low, decimals: unit(of: row).decimals)
    }
    return range.text(decimals: unit(of: row).decimals)
  }

  func range(of row: TemplateRow, year: Int) -> ExpectedRange {
    ExpectedRange(row.code, prior: request.prior.latest(row.code, upTo: year), catalogue: catalogue)
  }

  /// The fixed cells, what the city typed beside them, and what is said of it.
  private func height(of row: TemplateRow, _ fixed: TemplateForm.Row, _ marks: RowMarks?) -> Double {
    var texts: [(String, Double, Double)] = []
    for column in [TemplateColumn.source, .note] {
      if case .text(let text) = entry(row, column) { texts.append((text, column.width, 9)) }
    }
    if let marks { texts.append((resultText(marks), TemplateColumn.check.width, 9)) }
    return max(fixed.height, look.height(texts, minimum: 0))
  }
}
