import Catalogue
import Spreadsheets
import Vocabulary

/// Where money would move most: distance to a full score times people, by focal point, by city, and in people for the measures
/// that count them.
enum NeedPage {
  private static let widths = [1.44, 62, 9, 14, 16, 3, 30, 12, 9, 18, 1.8, 38]
  /// The column of texts behind the numbers of a city, after a gutter.
  private static let weakest = 11
  private static let most = 12
  private static let mostMeasures = 8

  static func sheet(_ context: FundersContext) -> Sheet {
    let (words, styles, needs) = (context.words, context.styles, context.funders.needs)
    var page = context.base.page(FundersSheets.needs, widths: widths)
    page.head(
      .init(
        subject: context.base.subject("funders.needs.subject"),
        finding: FundersSentences(context: context).needTitle, reading: words("funders.needs.reading")),
      words: words)
    head(7, 1, "funders.needs.focal_points", context, on: &page)
    heads(
      8,
      [
        (1, "funders.focal_point"), (2, "funders.cities"), (3, "funders.residents"), (4, "funders.distance"),
      ],
      context, on: &page)
    head(7, 6, "funders.needs.cities", context, on: &page)
    heads(
      8,
      [(6, "city"), (7, "funders.residents"), (8, "score"), (9, "funders.weight"), (weakest, "funders.weakest")],
      context, on: &page)
    page.heights(20, 10..<10 + most)
    focalPoints(context, on: &page)
    cities(context, on: &page)
    let second = 10 + most
    page.height(12, second)
    head(second + 1, 1, "funders.needs.people", context, on: &page)
    page.rule(second + 1, 5...page.lastColumn, Styles.headRule)
    heads(
      second + 2,
      [
        (1, "funders.measure"), (2, "funders.cities"), (3, "funders.best"), (4, "funders.people"),
        (6, "funders.largest"), (7, "funders.people"),
      ],
      context, on: &page)
    page.heights(27, second + 4..<second + 4 + mostMeasures)
    measures(context, from: second + 4, on: &page)
    let foot = second + 4 + mostMeasures
    page.height(18, foot)
    page.put(
      words(
        needs.unweighed == 0 ? "funders.needs.foot" : "funders.needs.foot.some",
        ["n": .count(needs.unweighed), "cities": .count(needs.cities.count)]), foot, 1, styles.cell(8.5, Palette.muted))
    return page.finished(lastRow: foot, footer: context.base.footer(FundersSheets.needs), tab: Palette.navy)
  }

  private static func head(_ row: Int, _ column: Int, _ key: String, _ context: FundersContext, on page: inout Page) {
    let (words, styles) = (context.words, context.styles)
    page.height(24, row)
    page.rule(row, column...(column == 1 ? 4 : page.lastColumn), Styles.headRule)
    page.put(styles.pair(words(key), words.other(key), size: 12, secondSize: 9.5), row, column, styles.sectionHead)
  }

  private static func heads(
    _ row: Int, _ heads: [(column: Int, key: String)], _ context: FundersContext, on page: inout Page
  ) {
    let (words, styles) = (context.words, context.styles)
    page.height(17, row)
    page.height(15, row + 1)
    for (column, key) in heads {
      let isText = [1, 6, weakest].contains(column)
      page.put(words(key), row, column, styles.head(isText ? .left : .right, ruled: false))
      page.put(words.other(key), row + 1, column, styles.cell(8, Palette.muted, align: isText ? .left : .right))
    }
  }

  private static func nothing(_ row: Int, _ column: Int, _ context: FundersContext, on page: inout Page) {
    page.put(context.words("chart.nothing"), row, column, context.styles.cell(10, Palette.muted))
  }

  private static func focalPoints(_ context: FundersContext, on page: inout Page) {
    let needs = context.funders.needs.focalPoints
    guard !needs.isEmpty else { return nothing(10, 1, context, on: &page) }
    let cells = ScoreCells(context.styles)
    for (position, need) in needs.prefix(most).enumerated() {
      let row = 10 + position
      page.rule(row, 1...4)
      let node = context.framework.nodes[need.node]
      page.put(
        context.styles.pair(
          context.coded(need.node)[context.language],
          context.language == .thai ? node.shortName.english : node.shortName.thai, bold: false), row, 1,
        context.styles.cell(10, bottom: Styles.hairline))
      cells.count(need.cities, row, 2, on: &page)
      cells.count(Int(need.residents.value), row, 3, on: &page)
      if need.isComparable {
        cells.score(need.distance, row, 4, on: &page)
      } else {
        page.put(
          context.words("funders.needs.few"), row, 4,
          context.styles.cell(9, Palette.muted, align: .right, bottom: Styles.hairline))
      }
    }
  }

  private static func cities(_ context: FundersContext, on page: inout Page) {
    let needs = context.funders.needs.cities
    guard !needs.isEmpty else { return nothing(10, 6, context, on: &page) }
    let cells = ScoreCells(context.styles)
    let text = context.styles.cell(10, bottom: Styles.hairline)
    for (position, need) in needs.prefix(most).enumerated() {
      let row = 10 + position
      page.rule(row, 6...weakest)
      page.put(TextLimits.shortened(context.base.name(need.city)[context.language], to: 28), row, 6, text)
      cells.count(Int(need.residents.value), row, 7, on: &page)
      cells.quiet(need.score, row, 8, on: &page)
      page.put(need.weight.value, row, 9, bold(context))
      if let weakest = need.weakest {
        let name = TextLimits.shortened(context.coded(weakest.node)[context.language], to: 28)
        page.put(
          "\(name)  \(weakest.score.text)", row, Self.weakest,
          context.styles.cell(9, Palette.muted, bottom: Styles.hairline))
      }
    }
  }

  private static func measures(_ context: FundersContext, from first: Int, on page: inout Page) {
    let needs = context.funders.needs.measures
    guard !needs.isEmpty else { return nothing(first, 1, context, on: &page) }
    let cells = ScoreCells(context.styles)
    let text = context.styles.cell(10, bottom: Styles.hairline)
    for (position, need) in needs.prefix(mostMeasures).enumerated() {
      let row = first + position
      page.rule(row, 1...page.lastColumn)
      page.put(
        context.indicator(need.indicator)[context.language], row, 1,
        context.styles.cell(9, wraps: true, bottom: Styles.hairline))
      cells.count(need.cities, row, 2, on: &page)
      cells.quiet(need.best, row, 3, on: &page)
      page.put(need.people.value, row, 4, bold(context))
      page.put(TextLimits.shortened(context.base.name(need.largest.city)[context.language], to: 28), row, 6, text)
      cells.count(Int(need.largest.people.value), row, 7, on: &page)
    }
  }

  private static func bold(_ context: FundersContext) -> CellFormat {
    context.styles.cell(
      10, bold: true, Palette.ink, number: NumberFormats.count, align: .right, bottom: Styles.hairline)
  }
}
