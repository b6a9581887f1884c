import Catalogue
import Spreadsheets
import Vocabulary

/// What came from whom, how complete it is, and what was found in it.
enum QualityPage {
  private static let widths = [1.8, 28, 20, 10.8, 10.8, 10.8, 10.8, 20, 9.6, 10.8, 9.6, 1.8, 32]
  private static let headRows = 7...8
  private static let citiesOnOnePage = 20
  private static let mostFindings: [(Finding.Severity, Int)] = [(.error, 4), (.warning, 3), (.info, 2)]

  static func sheet(_ context: EvaluationContext) -> Sheet {
    let (words, styles, quality) = (context.words, context.styles, context.facts.quality)
    var page = context.page(SheetNames.quality, widths: widths)
    let framework = context.results.catalogue.frameworks[context.results.framework]
    page.head(
      .init(
        subject: context.subject(
          "quality.subject", ["date": .day(context.results.run.date)]),
        finding: Sentences(context: context).qualityTitle,
        reading: words("quality.reading", ["n": .count(framework.allIndicators.count)])),
      words: words)
    heads(context, on: &page)
    let first = 9
    let formats = RowFormats(styles)
    for (position, row) in quality.rows.enumerated() {
      put(row, at: first + position, formats, context, on: &page)
    }
    page.heights(22, first..<first + quality.rows.count)
    var row = first + quality.rows.count
    if quality.rows.isEmpty {
      page.put(words("quality.nothing"), row, 1, styles.cell(10, Palette.muted))
      row += 1
    } else {
      page.sheet.dataBars.append(
        DataBar(
          range: CellRange(rows: first...row - 1, columns: 7...7), colour: Palette.coverageBar, minimum: 0,
          maximum: 100))
    }
    let lastRow = findings(context, from: row, on: &page)
    let isLong = quality.rows.count > citiesOnOnePage
    return page.finished(
      lastRow: lastRow, repeating: isLong ? headRows : nil, footer: context.footer(SheetNames.quality))
  }

  private static func heads(_ context: EvaluationContext, on page: inout Page) {
    let (words, styles) = (context.words, context.styles)
    page.height(17, 7)
    page.height(16, 8)
    page.rule(8, 1...10, Styles.headRule)
    let keys = [
      "city", "quality.from", "reported", "estimated", "missing", "not_applicable", "coverage_head",
    ]
    for (position, key) in keys.enumerated() {
      let align: CellFormat.HorizontalAlignment = position < 2 ? .left : .right
      page.put(words(key), 7, 1 + position, styles.head(align, ruled: false))
      page.put(words.other(key), 8, 1 + position, styles.secondHead(align))
    }
    for (position, severity) in Finding.Severity.allCases.enumerated() {
      let key = "\(severity.look.key).plural"
      page.put("\(severity.look.sign) \(words(key))", 7, 8 + position, styles.head(.right, ruled: false))
      page.put(words.other(key), 8, 8 + position, styles.secondHead(.right))
    }
    page.put(words("outcome"), 7, 12, styles.head(.left, ruled: false))
    page.put(words.other("outcome"), 8, 12, styles.secondHead())
  }

  /// The formats of a city's row, made once.
  private struct RowFormats {
    let name: CellFormat
    let text: CellFormat
    let quiet: CellFormat
    let count: CellFormat
    let share: CellFormat
    let absent: CellFormat
    let errors: CellFormat
    let outcomes: [RoundResults.CityOutcome.Kind: CellFormat]

    init(_ styles: Styles) {
      let line = Styles.hairline
      name = styles.cell(10, bottom: line)
      text = styles.cell(10, bottom: line)
      quiet = styles.cell(10, number: NumberFormats.quietCount, align: .right, bottom: line)
      count = styles.cell(10, number: NumberFormats.count, align: .right, bottom: line)
      share = styles.cell(10, number: NumberFormats.percent, align: .right, bottom: line)
      absent = styles.cell(10, Palette.muted, align: .right, bottom: line)
      errors = styles.cell(
        10, bold: true, Finding.Severity.error.look.text, number: NumberFormats.quietCount, align: .right,
        bottom: line)
      outcomes = Dictionary(
        uniqueKeysWithValues: RoundResults.CityOutcome.Kind.allCases.map { ($0, styles.status($0.look, size: 9)) })
    }
  }

  private static func put(
    _ row: QualityFacts.Row, at index: Int, _ formats: RowFormats, _ context: EvaluationContext, on page: inout Page
  ) {
    let words = context.words
    let outcome = row.outcome
    page.put(ProgressPage.name(context.name(outcome.city), context), index, 1, formats.name)
    let origin = !outcome.file.isEmpty ? "submission" : row.measures != nil ? "from_sources" : "nothing_came"
    page.put(words("quality.\(origin)"), index, 2, formats.text)
    put(row.measures?.reported, index, 3, formats.count, formats, on: &page)
    put(row.measures?.estimated, index, 4, formats.quiet, formats, on: &page)
    put(row.measures?.missing, index, 5, formats.quiet, formats, on: &page)
    put(row.measures?.notApplicable, index, 6, formats.quiet, formats, on: &page)
    put(row.measures?.share, index, 7, formats.share, formats, on: &page)
    let isAbsent = outcome.kind == .notReceived
    let errors = outcome.errors > 0 ? formats.errors : formats.quiet
    put(isAbsent ? nil : outcome.errors, index, 8, errors, formats, on: &page)
    put(isAbsent ? nil : outcome.warnings, index, 9, formats.quiet, formats, on: &page)
    put(isAbsent ? nil : outcome.infos, index, 10, formats.quiet, formats, on: &page)
    let look = outcome.kind.look
    page.put(
      "\(look.sign) \(words(look.key)) · \(words.other(look.key))", index, 12,
      formats.outcomes[outcome.kind] ?? formats.text)
  }

  private static func put(
    _ number: Int?, _ row: Int, _ column: Int, _ format: CellFormat, _ formats: RowFormats, on page: inout Page
  ) {
    if let number { page.put(Double(number), row, column, format) } else { page.put("–", row, column, formats.absent) }
  }

  /// The most frequent codes, each with its first finding as an example.
  private static func findings(_ context: EvaluationContext, from first: Int, on page: inout Page) -> Int {
    let (words, styles) = (context.words, context.styles)
    page.height(18, first)
    page.height(24, first + 1)
    page.put(
      styles.pair(words("quality.frequent"), words.other("quality.frequent"), size: 12, secondSize: 9.5), first + 1, 1,
      styles.sectionHead)
    page.rule(first + 1, 2...page.lastColumn, Styles.headRule)
    var row = first + 2
    // The most frequent of each severity: the errors alone would fill the page.
    let frequencies = mostFindings.flatMap { severity, limit in
      context.facts.quality.frequencies.filter { $0.severity == severity }.prefix(limit)
    }
    guard !frequencies.isEmpty else {
      page.height(19, row)
      page.put(words("quality.no_findings"), row, 1, styles.cell(10, Palette.muted))
      return row
    }
    for frequency in frequencies {
      page.height(19, row)
      page.rule(row, 1...page.lastColumn)
      let look = frequency.severity.look
      let line = Styles.hairline
      page.put("\(look.sign) \(words(look.key))", row, 1, styles.cell(10, bold: true, look.text, bottom: line))
      page.put(frequency.code.description, row, 2, styles.cell(10, Palette.muted, bottom: line))
      page.put(
        Double(frequency.count), row, 3,
        styles.cell(10, bold: true, Palette.ink, number: NumberFormats.count, align: .centre, bottom: line))
      let message = context.results.catalogue.readable(frequency.example).message[words.language]
      page.put(
        TextLimits.shortened(words("quality.example", ["message": LocalizedText(same: message)]), to: 110), row, 4,
        styles.cell(9.5, bottom: line))
      row += 1
    }
    return row - 1
  }
}
