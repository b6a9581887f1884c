import Catalogue
import Spreadsheets
import Vocabulary

/// The register of corrections: which reported figures are not used as they came, who decided so, and why.
enum CorrectionsPage {
  private static let widths = [1.8, 20, 27, 7, 14, 11, 11, 1.8, 14, 27, 1.8, 22]
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
      page.put(foot, row, 1, styles.cell(8.5, Palette.muted))
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
      (9, "corrections.reason", false), (11, "corrections.decided", false),
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
    var parts = [correction.authority[language], correction.reference, LocalizedText.day(correction.date)[language]]
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
    let city = context.name(correction.city)
    let names = [city[language], city[language.other]].map { TextLimits.shortened($0, to: 40) }
    page.put(styles.stacked(names[0], names[1]), row, 1, styles.cell(10, Palette.ink, wraps: true, bottom: line))
    page.put(TextLimits.shortened(figure, to: 100), row, 2, text)
    page.put(year, row, 3, styles.cell(10, align: .centre, bottom: line))
    let action = action(entry, words)
    page.put(action, row, 4, text)
    let isOff = record.outcome != .applied
    number(
      record.reported, isOff ? "·" : words("corrections.no_value"), row, 5, isBold: false, record, on: &page)
    let used = entry.figure?.status == .suppressed ? Shorthand.suppressed : words("corrections.no_value")
    number(entry.figure?.value, isOff ? "·" : used, row, 6, isBold: true, record, on: &page)
    let outcome = words("correction.outcome.\(record.outcome.rawValue)")
    page.put(
      outcome, row, 8,
      styles.cell(
        9.5, bold: isOff, isOff ? Finding.Severity.error.look.text : Palette.text, wraps: true, bottom: line))
    page.put(reason, row, 9, text)
    page.put(decided, row, 11, styles.cell(9, Palette.muted, wraps: true, bottom: line))
    page.sheet.setHeight(
      styles.height(
        of: [
          (names.joined(separator: "\n"), widths[1], styles.font(10)), (figure, widths[2], styles.font(9.5)),
          (action, widths[4], styles.font(9.5)), (outcome, widths[8], styles.font(9.5, bold: isOff)),
          (reason, widths[9], styles.font(9.5)), (decided, widths[11], styles.font(9)),
        ], minimum: 30), row: row)
  }

  /// What was done; where only the status was changed, from which to which.
  private static func action(_ entry: CorrectionFacts.Row, _ words: Words) -> String {
    let record = entry.record
    let action = words.both("correction.\(record.correction.action.kind.rawValue)")
    guard let before = record.reportedStatus, let figure = entry.figure, figure.value == record.reported,
      figure.status != before
    else { return action[words.language] }
    func word(_ status: ObservationStatus) -> LocalizedText {
      words.both("obs_status.\(status.code.lowercased())")
    }
    return words(
      "correction.from_to", ["action": action, "before": word(before), "after": word(figure.status)])
  }

  private static func number(
    _ number: Double?, _ none: String, _ row: Int, _ column: Int, isBold: Bool, _ record: CorrectionRecord,
    on page: inout Page
  ) {
    let isWhole = number.map { $0 == $0.rounded() || abs($0) >= 10_000 } ?? true
    let look = page.styles.cell(
      10, bold: isBold, isBold ? Palette.ink : Palette.text,
      number: isWhole ? NumberFormats.count : "#,##0.0##", align: .right, bottom: Styles.hairline)
    if let number {
      page.put(number, row, column, look)
    } else {
      page.put(record.isTold ? none : Shorthand.suppressed, row, column, look)
    }
  }
}
