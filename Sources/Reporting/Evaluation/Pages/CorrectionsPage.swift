import Catalogue
import Spreadsheets
import Vocabulary

/// The register of corrections: which reported figures are not used as they came, who decided so, and why.
enum CorrectionsPage {
  private static let widths = [1.8, 24, 46, 9, 14, 15, 15, 1.8, 22, 60, 44]
  /// Beyond, the table and the file have the rest.
  static let mostShown = 60

  static func sheet(_ context: EvaluationContext, _ facts: CorrectionFacts) -> Sheet {
    let (words, styles) = (context.words, context.styles)
    var page = context.page(SheetNames.corrections, widths: widths)
    page.head(
      .init(
        subject: context.subject("corrections.subject"), finding: Sentences(context: context).correctionsTitle(facts),
        reading: words("corrections.reading")),
      words: words)
    heads(context, on: &page)
    var row = 9
    for entry in facts.rows.prefix(mostShown) {
      put(entry, at: row, context, on: &page)
      row += 1
    }
    let feet =
      [words("corrections.foot")]
      + (facts.rows.count > mostShown
        ? [words("corrections.foot.excerpt", ["n": .count(facts.rows.count), "shown": .count(mostShown)])] : [])
    for foot in feet {
      page.height(18, row)
      page.put(TextLimits.shortened(foot, to: TextLimits.line), row, 1, styles.cell(8.5, Palette.muted))
      row += 1
    }
    return page.finished(
      lastRow: row - 1, repeating: facts.rows.count > 15 ? 7...8 : nil, footer: context.footer(SheetNames.corrections),
      tab: Palette.navy)
  }

  private static func heads(_ context: EvaluationContext, on page: inout Page) {
    let (words, styles) = (context.words, context.styles)
    let heads: [(column: Int, key: String, isNumber: Bool)] = [
      (1, "city", false), (2, "revisions.figure", false), (3, "revisions.year", true), (4, "corrections.action", false),
      (5, "corrections.reported", true), (6, "corrections.used", true), (8, "corrections.outcome", false),
      (9, "corrections.reason", false), (10, "corrections.decided", false),
    ]
    page.height(17, 7)
    page.height(16, 8)
    page.rule(8, 1...page.lastColumn, Styles.headRule)
    for (column, key, isNumber) in heads {
      let align: CellFormat.HorizontalAlignment = column == 3 ? .centre : isNumber ? .right : .left
      page.put(words(key), 7, column, styles.head(align, ruled: false))
      page.put(words.other(key), 8, column, styles.secondHead(align))
    }
  }

  private static func put(
    _ entry: CorrectionFacts.Row, at row: Int, _ context: EvaluationContext, on page: inout Page
  ) {
    let (words, styles, line) = (context.words, context.styles, Styles.hairline)
    let (record, language) = (entry.record, context.language)
    let correction = record.correction
    let catalogue = context.results.catalogue
    let figure =
      catalogue[correction.variable].label[language]
      + (correction.breakdown.isTotal ? "" : " · \(correction.breakdown)")
    let reason = TextLimits.shortened(TextLimits.harmless(correction.reason[language]), to: 220)
    var parts = [correction.authority[language], correction.reference, "\(correction.date)"]
    if record.round != context.round.id {
      parts.append(words("corrections.round", ["round": LocalizedText(same: record.round)]))
    }
    let decided = TextLimits.shortened(
      TextLimits.harmless(parts.filter { !$0.isEmpty }.joined(separator: " · ")), to: 160)
    let year =
      correction.period.isAnnual
      ? LocalizedText.year(Int(correction.period.year))[language] : correction.period.description
    let text = styles.cell(9.5, wraps: true, bottom: line)
    page.rule(row, 1...page.lastColumn)
    page.put(
      TextLimits.shortened(context.name(correction.city)[language], to: 28), row, 1,
      styles.cell(10, Palette.ink, wraps: true, bottom: line))
    page.put(TextLimits.shortened(figure, to: 100), row, 2, text)
    page.put(year, row, 3, styles.cell(10, align: .centre, bottom: line))
    page.put(words("correction.\(correction.action.kind.rawValue)"), row, 4, text)
    let isOff = record.outcome != .applied
    number(
      record.reported, isOff ? "·" : words("corrections.no_value"), status(record.reportedStatus, of: entry), row, 5,
      isBold: false, record, on: &page)
    let used = entry.figure?.status == .suppressed ? Shorthand.suppressed : words("corrections.no_value")
    number(
      entry.figure?.value, isOff ? "·" : used, status(entry.figure?.status, of: entry), row, 6, isBold: true, record,
      on: &page)
    page.put(
      words("correction.outcome.\(record.outcome.rawValue)"), row, 8,
      styles.cell(
        9.5, bold: isOff, isOff ? Finding.Severity.error.look.text : Palette.text, wraps: true, bottom: line))
    page.put(reason, row, 9, text)
    page.put(decided, row, 10, styles.cell(9, Palette.muted, wraps: true, bottom: line))
    page.sheet.setHeight(
      styles.height(
        of: [
          (figure, widths[2], styles.font(9.5)), (reason, widths[9], styles.font(9.5)),
          (decided, widths[10], styles.font(9)),
        ], minimum: 20), row: row)
  }

  /// The letter behind a figure where only its status was changed.
  private static func status(_ status: ObservationStatus?, of entry: CorrectionFacts.Row) -> String {
    guard let status, let figure = entry.figure, figure.value == entry.record.reported,
      figure.status != entry.record.reportedStatus
    else { return "" }
    return " (\(status.code))"
  }

  /// - Parameter suffix: Stands behind the number, and is part of its format.
  private static func number(
    _ number: Double?, _ none: String, _ suffix: String, _ row: Int, _ column: Int, isBold: Bool,
    _ record: CorrectionRecord,
    on page: inout Page
  ) {
    let isWhole = number.map { $0 == $0.rounded() || abs($0) >= 10_000 } ?? true
    let look = page.styles.cell(
      10, bold: isBold, isBold ? Palette.ink : Palette.text,
      number: (isWhole ? NumberFormats.count : "#,##0.0##") + (suffix.isEmpty ? "" : "\"\(suffix)\""),
      align: .right, bottom: Styles.hairline)
    if let number {
      page.put(number, row, column, look)
    } else {
      page.put(record.isTold ? none : Shorthand.suppressed, row, column, look)
    }
  }
}
