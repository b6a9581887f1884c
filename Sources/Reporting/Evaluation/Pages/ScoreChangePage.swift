import Normalisation
import Spreadsheets
import Vocabulary

/// Why the cities' scores are not those of the last round: each change with its parts.
enum ScoreChangePage {
  private static let barLimit = 10.0
  private static let widths = [1.8, 30, 13, 13, 12, 14, 1.8, 12, 12, 12, 12, 12, 12, 1.8, 24]
  private static let firstRow = 10
  private static let causeColumn = 7

  static func sheet(_ context: EvaluationContext, _ facts: ScoreChangeFacts) -> Sheet {
    let (words, styles) = (context.words, context.styles)
    var page = context.page(SheetNames.scoreChange, widths: widths)
    page.head(
      .init(
        subject: context.subject("score_change.subject", ["last": name(of: facts.round, words)]),
        finding: Sentences(context: context).scoreChangeTitle(facts),
        reading: words("score_change.reading")),
      words: words)
    heads(context, facts, on: &page)
    var row = firstRow
    for entry in facts.shown {
      page.height(20, row)
      put(entry, row: row, context, on: &page)
      row += 1
    }
    if facts.shown.isEmpty {
      page.height(30, row)
      page.put(words("score_change.nothing"), row, 1, styles.cell(10, Palette.muted))
      row += 1
    } else {
      page.sheet.dataBars.append(
        DataBar(
          range: CellRange(rows: firstRow...row - 1, columns: 5...5), colour: Palette.gain,
          negativeColour: Palette.loss, minimum: -barLimit, maximum: barLimit, barOnly: true, middleAxis: Palette.axis))
    }
    for (index, line) in feet(context, facts).enumerated() {
      page.height(18, row)
      let top = index == 0 ? Styles.headRule : nil
      page.sheet.fill(rows: row...row, columns: 1...page.lastColumn, format: styles.cell(8.5, top: top))
      page.put(line, row, 1, styles.cell(8.5, Palette.muted, top: top))
      row += 1
    }
    return page.finished(lastRow: row - 1, footer: context.footer(SheetNames.scoreChange), tab: Palette.navy)
  }

  private static func name(of round: Round, _ words: Words) -> LocalizedText {
    Int(round.id).map { words.both("year", ["year": .year($0)]) } ?? LocalizedText(same: round.id)
  }

  private static func heads(_ context: EvaluationContext, _ facts: ScoreChangeFacts, on page: inout Page) {
    let (words, styles) = (context.words, context.styles)
    page.height(17, 7)
    page.height(16, 8)
    page.height(6, 9)
    page.rule(8, 1...page.lastColumn, Styles.headRule)
    var heads: [(column: Int, text: LocalizedText, align: CellFormat.HorizontalAlignment)] = [
      (1, words.both("city"), .left),
      (2, words.both("score_change.round", ["round": name(of: facts.round, words)]), .right),
      (3, words.both("score_change.round", ["round": context.roundName]), .right), (4, words.both("change"), .right),
      (14, words.both("score_change.main"), .left),
    ]
    for (index, cause) in ScoreChange.Cause.allCases.enumerated() {
      heads.append((causeColumn + index, words.both("score_cause.\(cause.rawValue)"), .right))
    }
    for (column, text, align) in heads {
      page.put(text[words.language], 7, column, styles.head(align, ruled: false))
      page.put(text[words.language.other], 8, column, styles.secondHead(align))
    }
  }

  private static func put(
    _ entry: ScoreChangeFacts.Row, row: Int, _ context: EvaluationContext, on page: inout Page
  ) {
    let (words, styles) = (context.words, context.styles)
    let printed = entry.printed
    let line = Styles.hairline
    page.sheet.fill(rows: row...row, columns: 1...page.lastColumn, format: styles.cell(bottom: line))
    let city = context.name(entry.city)[context.language]
    page.put(TextLimits.shortened(city, to: 34), row, 1, styles.cell(10, bold: true, Palette.ink, bottom: line))
    for (column, score) in [(2, printed.before), (3, printed.after)] {
      guard let score else { continue }
      page.put(
        score, row, column,
        styles.cell(
          10, bold: column == 3, column == 3 ? Palette.ink : Palette.muted, number: NumberFormats.value(decimals: 1),
          align: .right, bottom: line))
    }
    if let change = printed.change {
      page.put(change, row, 4, styles.cell(10, number: NumberFormats.change, align: .right, bottom: line))
      page.put(change, row, 5, styles.cell(10, bottom: line))
    }
    for (index, cause) in ScoreChange.Cause.allCases.enumerated() {
      let part = printed.parts[cause] ?? 0
      page.put(
        part, row, causeColumn + index,
        styles.cell(
          10, bold: cause == printed.mainCause, part == 0 ? Palette.muted : Palette.text,
          number: NumberFormats.change, align: .right, bottom: line))
    }
    let main = printed.mainCause.map { words("score_cause.\($0.rawValue).long") } ?? "·"
    page.put(main, row, 14, styles.cell(9, Palette.muted, bottom: line))
  }

  private static func feet(_ context: EvaluationContext, _ facts: ScoreChangeFacts) -> [String] {
    let words = context.words
    var feet = [
      words("score_change.foot", ["limit": .count(Int(barLimit))])
        + (facts.rows.count > facts.shown.count
          ? " " + words("score_change.foot.excerpt", ["n": .count(facts.rows.count)]) : "")
    ]
    feet.append(words("score_change.foot.coverage"))
    feet.append(words(facts.isOtherMethod ? "score_change.method.other" : "score_change.method.same"))
    if !facts.first.isEmpty { feet.append(words("score_change.first", ["cities": context.list(facts.first)])) }
    if !facts.lost.isEmpty { feet.append(words("score_change.lost", ["cities": context.list(facts.lost)])) }
    return feet.map { TextLimits.shortened($0, to: TextLimits.line) }
  }
}
