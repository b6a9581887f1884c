import Catalogue
import Spreadsheets
import Vocabulary

/// Regions as bands with their cities under them; in a large network the regions alone.
enum RegionPage {
  private static let widths = [1.44, 34, 10, 11, 11, 11, 11, 13, 15, 2.4, 46]
  private static let bar = 10
  /// Rows that one page holds.
  private static let mostRows = 40

  static func sheet(_ context: FundersContext) -> Sheet {
    let (words, styles) = (context.words, context.styles)
    var page = context.base.page(FundersSheets.regions, widths: widths)
    page.head(
      .init(
        subject: context.base.subject("funders.regions.subject"),
        finding: FundersSentences(context: context).regionTitle, reading: words("funders.regions.reading")),
      words: words)
    heads(context, on: &page)
    let regions = context.funders.regions
    let showsCities = regions.reduce(regions.count) { $0 + $1.members.count } <= mostRows
    var row = 9
    for region in regions {
      page.height(showsCities ? 26 : 22, row)
      put(region, row, isBand: showsCities, context, on: &page)
      row += 1
      guard showsCities else { continue }
      for city in region.members {
        page.height(20, row)
        put(city, isReporting: region.reporting.contains(city), row, context, on: &page)
        row += 1
      }
    }
    if regions.isEmpty {
      page.height(22, row)
      page.put(words("quality.nothing"), row, 1, styles.cell(10, Palette.muted))
      row += 1
    } else {
      page.sheet.dataBars.append(
        DataBar(
          range: CellRange(rows: 9...row - 1, columns: bar...bar), colour: Palette.coverageBar, minimum: 0,
          maximum: 100, barOnly: true))
    }
    page.height(20, row)
    page.put(
      words(showsCities ? "funders.regions.foot" : "funders.regions.foot.many"), row, 1, styles.cell(8.5, Palette.muted)
    )
    return page.finished(
      lastRow: row, repeating: row > mostRows + 12 ? 7...8 : nil, footer: context.base.footer(FundersSheets.regions),
      tab: Palette.navy)
  }

  private static func heads(_ context: FundersContext, on page: inout Page) {
    let (words, styles) = (context.words, context.styles)
    page.height(17, 7)
    page.height(16, 8)
    page.rule(8, 1...page.lastColumn, Styles.headRule)
    let heads = [
      words.both("funders.region"), words.both("funders.cities"), words.both("funders.reporting"),
      words.both("year", ["year": context.base.comparisonYear]),
      words.both("year", ["year": context.base.referenceYear]),
      words.both("change"), words.both("funders.on_track"), words.both("funders.residents"),
    ]
    for (position, head) in heads.enumerated() {
      let align: CellFormat.HorizontalAlignment = position == 0 ? .left : .right
      page.put(head[words.language], 7, 1 + position, styles.head(align, ruled: false))
      page.put(head[words.language.other], 8, 1 + position, styles.secondHead(align))
    }
    page.put(words("funders.score_bar"), 7, bar, styles.head(.left, ruled: false))
    page.put(words.other("funders.score_bar"), 8, bar, styles.secondHead(.left))
  }

  private static func put(
    _ region: RegionFacts, _ row: Int, isBand: Bool, _ context: FundersContext, on page: inout Page
  ) {
    let fill = isBand ? Palette.band : nil
    let cells = ScoreCells(context.styles, fill: fill)
    let format = context.styles.cell(10, fill: fill, bottom: Styles.hairline)
    page.sheet.fill(rows: row...row, columns: 1...page.lastColumn, format: format)
    let name = context.region(region.name)
    page.put(
      context.styles.pair(name[context.language], name[context.language.other], size: 11.5, secondSize: 9), row, 1,
      format)
    cells.count(region.members.count, row, 2, on: &page)
    cells.count(region.reporting.count, row, 3, on: &page)
    cells.scores(region.scores, row, 4, on: &page)
    cells.count(region.goodShare, row, 7, dash: "–", on: &page)
    cells.count(region.residents.map { Int($0.rounded()) }, row, 8, on: &page)
    if let mean = region.scores.mean { page.put(mean.value, row, bar, format) }
  }

  private static func put(
    _ city: CityID, isReporting: Bool, _ row: Int, _ context: FundersContext, on page: inout Page
  ) {
    let cells = ScoreCells(context.styles)
    let results = context.results
    page.rule(row, 1...page.lastColumn)
    let name = context.base.name(city)
    let look = context.styles.cell(10, bottom: Styles.hairline)
    page.put("   " + TextLimits.shortened(name[context.language], to: 32), row, 1, look)
    let scores = NodeFacts(results, isReporting ? [city] : [], node: nil)
    cells.count(nil, row, 2, dash: "", on: &page)
    page.put(
      scores.reportedShare.map { "\($0) %" } ?? "–", row, 3,
      context.styles.cell(9, Palette.muted, align: .right, bottom: Styles.hairline))
    cells.scores(scores, row, 4, on: &page)
    let statuses = context.facts.reporting.firstIndex(of: city).flatMap { context.facts.progress?.statuses[$0] }
    let share = statuses.flatMap { list in
      RegionFacts.goodShare(list.count { $0.isGood }, of: list.count, judged: list.count { $0.isJudged })
    }
    cells.count(share, row, 7, dash: "–", on: &page)
    let residents = isReporting ? Population(results).residents(of: city) : nil
    cells.count(residents.map { Int($0.rounded()) }, row, 8, on: &page)
    if let mean = scores.mean { page.put(mean.value, row, bar, look) }
  }
}
