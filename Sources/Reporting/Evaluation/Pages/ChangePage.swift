import Catalogue
import Measurement
import Spreadsheets
import Trends
import Vocabulary

/// The measures that moved most, with their direction, effect, flag and evidence.
enum ChangePage {
  private static let barLimit = 12.0
  private static let widths = [1.8, 19.2, 15, 46, 11.4, 11.4, 12.6, 1.8, 13.2, 10.8, 16.8, 1.8, 16.8, 10.8]

  static func sheet(_ context: EvaluationContext) -> Sheet {
    let (words, styles) = (context.words, context.styles)
    var page = context.page(SheetNames.change, widths: widths)
    page.head(
      .init(
        subject: context.subject(
          context.facts.reporting.count <= ChangeFacts.mostShown ? "change.subject" : "change.subject.many"),
        finding: Sentences(context: context).changeTitle,
        reading: words("change.reading")),
      words: words)
    heads(context, on: &page)
    var row = 9
    var last: CityID?
    for change in context.facts.changes.shown {
      put(change, isFirst: change.key.city != last, row: row, context, on: &page)
      last = change.key.city
      row += 1
    }
    if row > 9 {
      page.sheet.dataBars.append(
        DataBar(
          range: CellRange(rows: 9...row - 1, columns: 10...10), colour: Palette.gain, negativeColour: Palette.loss,
          minimum: -barLimit, maximum: barLimit, barOnly: true, middleAxis: Palette.axis))
    } else {
      page.height(30, row)
      page.put(words("change.nothing"), row, 1, styles.cell(10, Palette.muted))
      row += 1
    }
    page.height(20, row)
    page.sheet.fill(
      rows: row...row, columns: 1...page.lastColumn, format: styles.cell(8.5, top: Styles.headRule))
    page.put(foot(context), row, 1, styles.cell(8.5, Palette.muted, top: Styles.headRule))
    return page.finished(lastRow: row, footer: context.footer(SheetNames.change), tab: Palette.navy)
  }

  private static func foot(_ context: EvaluationContext) -> String {
    let changes = context.facts.changes
    return context.words(
      context.holdsEveryRow ? "change.foot" : "change.foot.excerpt",
      [
        "limit": .count(Int(barLimit)), "n": .count(changes.changes.count), "first": .count(changes.count(.first)),
        "breaks": .count(changes.count(.seriesBreak)), "neutral": .count(changes.count(.neutral)),
        "no_base": .count(changes.count(.noBase)),
      ])
  }

  private static func heads(_ context: EvaluationContext, on page: inout Page) {
    let (words, styles) = (context.words, context.styles)
    page.height(17, 7)
    page.height(16, 8)
    page.rule(8, 1...page.lastColumn, Styles.headRule)
    let heads: [(column: Int, text: LocalizedText, align: CellFormat.HorizontalAlignment)] = [
      (1, words.both("city"), .left), (2, words.both("code"), .left), (3, words.both("measure_unit"), .left),
      (4, words.both("year", ["year": context.comparisonYear]), .right),
      (5, words.both("year", ["year": context.referenceYear]), .right), (6, words.both("change"), .right),
      (8, words.both("direction"), .left), (9, words.both("effect"), .right), (12, words.both("flag"), .left),
      (13, words.both("evidence"), .left),
    ]
    for (column, text, align) in heads {
      page.put(text[words.language], 7, column, styles.head(align, ruled: false))
      page.put(text[words.language.other], 8, column, styles.secondHead(align))
    }
  }

  private static func put(
    _ change: Change, isFirst: Bool, row: Int, _ context: EvaluationContext, on page: inout Page
  ) {
    let (words, styles) = (context.words, context.styles)
    let catalogue = context.results.catalogue
    let indicator = catalogue[change.key.indicator]
    let unit = catalogue.units[indicator.unit]
    let top = isFirst ? Styles.hairline : nil
    if isFirst { page.sheet.fill(rows: row...row, columns: 1...page.lastColumn, format: styles.cell(top: top)) }
    let city = context.name(change.key.city)[context.language]
    page.put(
      isFirst ? .text(TextLimits.shortened(city, to: 22)) : .blank, row, 1,
      styles.cell(10, bold: true, Palette.ink, top: top))
    page.put(indicator.code.isEmpty ? "·" : indicator.code, row, 2, styles.cell(8.5, Palette.muted, top: top))
    let (name, second) = names(of: indicator, unit, words)
    page.put(styles.stacked(name, second), row, 3, styles.cell(wraps: true, top: top))
    let lines =
      styles.lines(of: name, width: widths[3], font: styles.font(10))
      + styles.lines(of: second, width: widths[3], font: styles.font(8.5))
    page.height(30 + 13 * Double(max(0, lines - 2)), row)
    let format = NumberFormats.value(decimals: unit.decimals)
    let earlier = change.previousValue.map { FixedDecimal($0, decimals: unit.decimals).value }
    page.put(
      earlier.map(CellContent.number) ?? .text(Shorthand.notApplicable), row, 4,
      styles.cell(10, Palette.muted, number: format, align: .right, top: top))
    page.put(
      FixedDecimal(change.value, decimals: unit.decimals).value, row, 5,
      styles.cell(10, bold: true, Palette.ink, number: format, align: .right, top: top))
    putMove(change, row: row, top, context, on: &page)
    page.put(flag(of: change, context), row, 12, styles.cell(8.5, Palette.muted, top: top))
    if let value = context.results.values[change.key] {
      page.put(
        EvidenceStrength.text(EvidenceStrength.squares(of: value, indicator, age: 0)), row, 13,
        styles.cell(9, Palette.evidence, top: top))
    }
  }

  /// The name with its unit, and the name in the other language. Names cut short would look alike.
  private static func names(of indicator: Indicator, _ unit: UnitOfMeasure, _ words: Words) -> (String, String) {
    // An index and a yes or no say in their name what they are.
    let isNamed = [.index, .flag].contains(unit.kind) || unit.isNamed(in: indicator.label)
    let mark = isNamed ? "" : ", " + unit.label[words.language]
    return (
      TextLimits.shortened(indicator.label[words.language], to: 100) + mark,
      TextLimits.shortened(indicator.label[words.language.other], to: 100)
    )
  }

  private static func putMove(
    _ change: Change, row: Int, _ top: Border?, _ context: EvaluationContext, on page: inout Page
  ) {
    let (words, styles) = (context.words, context.styles)
    let catalogue = context.results.catalogue
    if let printed = change.printed(catalogue) {
      let format = NumberFormats.signed(decimals: printed.decimals, unit: suffix(of: change, context))
      page.put(printed.value, row, 6, styles.cell(10, number: format, align: .right, top: top))
    }
    let isBetter = change.outcome(catalogue) == .better
    let look = (isBetter ? ProgressStatus.onTrack : .offTrack).look
    page.put(
      "\(look.sign) \(words(isBetter ? "change_outcome.better" : "change_outcome.worse"))", row, 8,
      styles.cell(10, bold: look.bold, look.text, top: top))
    if let effect = change.effect.map({ FixedDecimal($0, decimals: 1).value }) {
      page.put(effect, row, 9, styles.cell(10, number: NumberFormats.change, align: .right, top: top))
      page.put(effect, row, 10, styles.cell(10, top: top))
    }
  }

  /// The unit that a change is told in.
  static func suffix(of change: Change, _ context: EvaluationContext) -> String {
    switch change.measure {
    case .points: context.words("unit.points")
    case .percent: "%"
    case .units:
      context.results.catalogue.unit(of: change.key.indicator).kind == .rating ? context.words("unit.steps") : ""
    }
  }

  /// The weightiest status, or the year where the comparison is not with the comparison year.
  private static func flag(of change: Change, _ context: EvaluationContext) -> String {
    if change.status != .normal {
      return change.status.code.lowercased() + " " + context.words("obs_status.\(change.status.code.lowercased())")
    }
    if let previous = change.previousPeriod, Int(previous.year) != context.round.comparisonYear {
      return context.words("change.since", ["year": .year(Int(previous.year))])
    }
    return "·"
  }
}
