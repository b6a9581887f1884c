import Catalogue
import Spreadsheets
import Trends
import Vocabulary

/// Where gaps between groups are wide, whether they close, and who is left behind.
enum EquityPage {
  private static let widths = [1.8, 27, 42, 29, 11.4, 11.4, 11.4, 12.6, 11.4, 1.8, 16.8, 1.2, 19]
  static let mostGroups = 12
  private static let mostDispersions = 5

  static func sheet(_ context: EvaluationContext) -> Sheet {
    let words = context.words
    let band = context.results.catalogue.method.equity.parityBand
    var page = context.page(SheetNames.equity, widths: widths)
    page.head(
      .init(
        subject: context.subject("equity.subject"), finding: EquityWords(context).title(context.facts.equity.tallies),
        reading: words(
          "equity.reading",
          ["low": EquityWords.index(band.lowerBound), "high": EquityWords.index(band.upperBound)])),
      words: words)
    var row = dimensions(context, from: 7, on: &page)
    page.height(8, row)
    row = groups(context, from: row + 1, on: &page)
    page.height(8, row)
    row = dispersions(context, from: row + 1, on: &page)
    page.height(18, row)
    page.put(
      words("equity.foot", ["k": .count(context.facts.equity.keptBack)]), row, 1,
      context.styles.cell(8.5, Palette.muted))
    return page.finished(lastRow: row, footer: context.footer(SheetNames.equity), tab: Palette.navy)
  }

  /// What the page shows of the groups left behind: of few cities more of each.
  static func shownGroups(_ context: EvaluationContext) -> [GroupComparison] {
    let cities = max(1, context.facts.reporting.count)
    return EquityFacts.leftBehind(
      context.facts.equity.rows, perCity: max(2, (mostGroups + cities - 1) / cities), upTo: mostGroups)
  }

  static func shownDispersions(_ context: EvaluationContext) -> [GroupDispersion] {
    let cities = max(1, context.facts.reporting.count)
    return EquityFacts.widest(
      context.facts.equity.dispersions, perCity: max(1, (mostDispersions + cities - 1) / cities), upTo: mostDispersions)
  }

  // MARK: By dimension

  private static func dimensions(_ context: EvaluationContext, from first: Int, on page: inout Page) -> Int {
    let (words, styles, facts) = (context.words, context.styles, context.facts.equity)
    heads(
      "equity.dimensions",
      [
        (2, "equity.compared_with", .left), (3, "equity.comparisons", .right), (4, "equity.behind", .right),
        (5, "equity.parity", .right), (6, "equity.ahead", .right), (7, "equity.median_gap", .right),
        (8, "equity.unchanged", .right), (10, "equity.closing", .right), (12, "equity.widening", .right),
      ], row: first, words, styles, on: &page)
    var row = first + 2
    let line = Styles.hairline
    for tally in facts.tallies {
      page.height(21, row)
      page.rule(row, 1...page.lastColumn)
      let name = facts.dimension(tally.dimension)
      page.put(styles.pair(name[words.language], name[words.language.other]), row, 1, styles.cell(10, bottom: line))
      let reference = facts.reference(tally.dimension)?[words.language] ?? words("equity.whole_city")
      page.put(reference, row, 2, styles.cell(10, bottom: line))
      func count(_ number: Int, _ column: Int, bold: Bool = false) {
        page.put(
          Double(number), row, column,
          styles.cell(10, bold: bold, bold ? Palette.ink : Palette.text, number: "#,##0", align: .right, bottom: line))
      }
      count(tally.compared, 3)
      count(tally.behind, 4, bold: true)
      count(tally.parity, 5)
      count(tally.ahead, 6)
      if let gap = tally.medianGap {
        page.put(gap.value, row, 7, styles.cell(10, number: NumberFormats.score, align: .right, bottom: line))
      } else {
        page.put(Shorthand.notApplicable, row, 7, styles.cell(10, Palette.muted, align: .right, bottom: line))
      }
      count(tally.unchanged, 8)
      count(tally.closing, 10, bold: true)
      count(tally.widening, 12, bold: true)
      row += 1
    }
    return facts.tallies.isEmpty ? nothing("equity.nothing", row, words, styles, on: &page) : row
  }

  // MARK: Left behind

  private static func groups(_ context: EvaluationContext, from first: Int, on page: inout Page) -> Int {
    let (words, styles) = (context.words, context.styles)
    let look = EquityWords(context)
    heads(
      "equity.left_behind",
      [
        (2, "measure_unit", .left), (3, "equity.group", .left), (4, "equity.value", .right),
        (5, look.benchmarkKey, .right), (6, "equity.distance", .right), (7, "equity.persons", .right),
        (8, "equity.index", .right), (10, "equity.course", .left), (12, "flag", .left),
      ], row: first, words, styles, on: &page)
    var row = first + 2
    var last: CityID?
    for group in shownGroups(context) {
      page.height(29, row)
      page.rule(row, 1...page.lastColumn)
      let line = Styles.hairline
      page.put(
        group.city == last ? "" : TextLimits.shortened(context.name(group.city)[words.language], to: 30), row, 1,
        styles.cell(10, bold: true, Palette.ink, bottom: line))
      last = group.city
      page.put(look.measure(group.indicator, wide: true), row, 2, styles.cell(wraps: true, bottom: line))
      page.put(look.group(group), row, 3, styles.cell(wraps: true, bottom: line))
      look.numbers(group, row, from: 4, on: &page)
      if let index = group.parity {
        page.put(
          FixedDecimal(index, decimals: 3).value, row, 8, styles.cell(10, number: "0.000", align: .right, bottom: line))
      } else {
        page.put(Shorthand.notApplicable, row, 8, styles.cell(10, Palette.muted, align: .right, bottom: line))
      }
      look.course(group.course, group.courseAbsence?.rawValue, row, 10, on: &page)
      page.put(look.flag(group), row, 12, styles.cell(8.5, Palette.muted, bottom: line))
      row += 1
    }
    let key = context.facts.equity.rows.isEmpty ? "equity.left_behind.nothing" : "equity.left_behind.none"
    return last == nil ? nothing(key, row, words, styles, on: &page) : row
  }

  // MARK: Districts

  private static func dispersions(_ context: EvaluationContext, from first: Int, on page: inout Page) -> Int {
    let (words, styles) = (context.words, context.styles)
    let look = EquityWords(context)
    heads(
      "equity.dispersion",
      [
        (2, "measure_unit", .left), (3, "equity.districts", .right), (4, "equity.lowest", .right),
        (5, "equity.highest", .right), (6, "equity.mean", .right), (7, "equity.deviation", .right),
        (8, "equity.variation", .right), (10, "equity.course", .left), (12, "equity.year", .right),
      ], row: first, words, styles, on: &page)
    var row = first + 2
    for dispersion in shownDispersions(context) {
      page.height(29, row)
      page.rule(row, 1...page.lastColumn)
      let line = Styles.hairline
      page.put(
        TextLimits.shortened(context.name(dispersion.city)[words.language], to: 30), row, 1,
        styles.cell(10, bold: true, Palette.ink, bottom: line))
      page.put(look.measure(dispersion.indicator, wide: true), row, 2, styles.cell(wraps: true, bottom: line))
      page.put(
        Double(dispersion.groupsWithValue), row, 3, styles.cell(10, number: "0", align: .right, bottom: line))
      look.dispersion(dispersion, row, from: 4, on: &page)
      look.course(dispersion.course, dispersion.courseAbsence?.rawValue, row, 10, on: &page)
      page.put(
        LocalizedText.year(Int(dispersion.period.year))[context.language], row, 12,
        styles.cell(10, Palette.muted, align: .right, bottom: line))
      row += 1
    }
    return row == first + 2 ? nothing("equity.dispersion.none", row, words, styles, on: &page) : row
  }

  // MARK: Shared

  /// A section's name in the first column, the heads of the others beside it, each over its second language.
  private static func heads(
    _ section: String, _ heads: [(column: Int, key: String, align: CellFormat.HorizontalAlignment)], row: Int,
    _ words: Words, _ styles: Styles, on page: inout Page
  ) {
    page.height(19, row)
    page.height(16, row + 1)
    page.rule(row + 1, 1...page.lastColumn, Styles.headRule)
    page.put(words(section), row, 1, styles.cell(12, bold: true, Palette.ink))
    page.put(words.other(section), row + 1, 1, styles.secondHead())
    for (column, key, align) in heads {
      page.put(words(key), row, column, styles.head(align, ruled: false))
      page.put(words.other(key), row + 1, column, styles.secondHead(align))
    }
  }

  private static func nothing(
    _ key: String, _ row: Int, _ words: Words, _ styles: Styles, on page: inout Page
  ) -> Int {
    page.height(21, row)
    page.put(words(key), row, 1, styles.cell(10, Palette.muted))
    return row + 1
  }
}
