import Catalogue
import Spreadsheets
import Trends
import Vocabulary

/// The city's own groups: who is left behind, gaps by dimension and their course, how far apart its districts lie.
enum EquityCardPage {
  private static let widths = [1.44, 39, 25, 9.5, 9.5, 9.5, 10.5, 10.5, 1.2, 15]
  private static let mostGroups = 14
  private static let mostDispersions = 6

  static func sheet(_ context: CityContext) -> Sheet {
    let words = context.words
    var page = context.page(CitySheets.equity, widths: widths)
    page.head(
      .init(
        subject: context.subject("card.equity.subject"),
        finding: EquityWords(context.base).title(
          context.card.equity.tallies, nothing: "card.equity.title.nothing"),
        reading: words("card.equity.reading"), size: 15),
      words: words)
    var row = groups(context, from: 7, on: &page)
    page.height(10, row)
    row = dimensions(context, from: row + 1, on: &page)
    page.height(10, row)
    row = dispersions(context, from: row + 1, on: &page)
    page.height(18, row)
    page.put(words("equity.foot.short"), row, 1, context.styles.cell(8.5, Palette.muted))
    return page.finished(
      lastRow: row, footer: context.base.footer(CitySheets.equity), tab: Palette.navy, orientation: .portrait)
  }

  private static func heads(
    _ section: String, _ keys: [(column: Int, key: String)], row: Int, _ context: CityContext, on page: inout Page
  ) {
    context.section(section, row: row, on: &page)
    for (column, key) in keys {
      page.put(
        context.words(key), row, column,
        context.styles.cell(
          8.5, Palette.muted, align: column == 2 || key == "equity.course" ? .left : .right, bottom: Styles.headRule))
    }
  }

  private static func groups(_ context: CityContext, from first: Int, on page: inout Page) -> Int {
    let styles = context.styles
    let look = EquityWords(context.base)
    heads(
      "equity.left_behind",
      [
        (3, "equity.value"), (4, look.benchmarkKey), (5, "equity.distance"), (6, "equity.persons"), (7, "equity.index"),
        (9, "equity.course"),
      ], row: first, context, on: &page)
    var row = first + 1
    for group in EquityFacts.leftBehind(context.card.equity.rows, upTo: mostGroups) {
      page.height(29, row)
      page.rule(row, 1...page.lastColumn)
      page.put(look.measure(group.indicator, wide: false), row, 1, styles.cell(wraps: true, bottom: Styles.hairline))
      page.put(look.group(group), row, 2, styles.cell(wraps: true, bottom: Styles.hairline))
      look.numbers(group, row, from: 3, on: &page)
      if let index = group.parity {
        page.put(
          FixedDecimal(index, decimals: 3).value, row, 7,
          styles.cell(10, number: "0.000", align: .right, bottom: Styles.hairline))
      } else {
        page.put(
          Shorthand.notApplicable, row, 7, styles.cell(10, Palette.muted, align: .right, bottom: Styles.hairline))
      }
      if group.hasSmallBase {
        page.put(context.words("equity.small_base"), row, 9, styles.cell(9, Palette.muted, bottom: Styles.hairline))
      } else {
        look.course(group.course, group.courseAbsence?.rawValue, row, 9, on: &page)
      }
      row += 1
    }
    let key = context.card.equity.rows.isEmpty ? "equity.left_behind.nothing" : "card.equity.none"
    return row == first + 1 ? nothing(key, row, context, on: &page) : row
  }

  private static func dimensions(_ context: CityContext, from first: Int, on page: inout Page) -> Int {
    let (words, styles, facts) = (context.words, context.styles, context.base.facts.equity)
    heads(
      "equity.dimensions",
      [
        (2, "equity.compared_with"), (3, "equity.comparisons"), (4, "equity.behind"), (5, "equity.parity"),
        (6, "equity.median_gap"), (7, "equity.closing"), (9, "equity.widening"),
      ], row: first, context, on: &page)
    var row = first + 1
    for tally in context.card.equity.tallies {
      page.height(20, row)
      page.rule(row, 1...page.lastColumn)
      let name = facts.dimension(tally.dimension)
      page.put(
        styles.pair(name[words.language], name[words.language.other]), row, 1,
        styles.cell(10, bottom: Styles.hairline))
      page.put(
        facts.reference(tally.dimension)?[words.language] ?? words("equity.whole_city"), row, 2,
        styles.cell(10, bottom: Styles.hairline))
      for (column, number) in [
        (3, tally.compared), (4, tally.behind), (5, tally.parity), (7, tally.closing), (9, tally.widening),
      ] {
        page.put(
          Double(number), row, column, styles.cell(10, number: "0", align: .right, bottom: Styles.hairline))
      }
      if let gap = tally.medianGap {
        page.put(
          gap.value, row, 6, styles.cell(10, number: NumberFormats.score, align: .right, bottom: Styles.hairline))
      } else {
        page.put(
          Shorthand.notApplicable, row, 6, styles.cell(10, Palette.muted, align: .right, bottom: Styles.hairline))
      }
      row += 1
    }
    return row == first + 1 ? nothing("equity.nothing", row, context, on: &page) : row
  }

  private static func dispersions(_ context: CityContext, from first: Int, on page: inout Page) -> Int {
    let styles = context.styles
    let look = EquityWords(context.base)
    heads(
      "equity.dispersion",
      [
        (3, "equity.lowest"), (4, "equity.highest"), (5, "equity.mean"), (6, "equity.deviation"),
        (7, "equity.variation"), (9, "equity.course"),
      ], row: first, context, on: &page)
    var row = first + 1
    for dispersion in EquityFacts.widest(context.card.equity.dispersions, perCity: .max, upTo: mostDispersions) {
      page.height(29, row)
      page.rule(row, 1...page.lastColumn)
      page.put(
        look.measure(dispersion.indicator, wide: false), row, 1, styles.cell(wraps: true, bottom: Styles.hairline))
      look.dispersion(dispersion, row, from: 3, on: &page)
      page.put(
        context.words("card.equity.districts", ["n": .count(dispersion.groupsWithValue)]), row, 2,
        styles.cell(10, bottom: Styles.hairline))
      look.course(dispersion.course, dispersion.courseAbsence?.rawValue, row, 9, on: &page)
      row += 1
    }
    return row == first + 1 ? nothing("card.equity.dispersion.none", row, context, on: &page) : row
  }

  private static func nothing(_ key: String, _ row: Int, _ context: CityContext, on page: inout Page) -> Int {
    page.height(21, row)
    page.put(context.words(key), row, 1, context.styles.cell(9.5, Palette.muted))
    return row + 1
  }
}
