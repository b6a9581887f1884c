import Catalogue
import Spreadsheets
import Vocabulary

/// How complete the picture is, and what it rests on: what a funder should know before quoting a number.
enum CoveragePage {
  private static let widths = [1.44, 62, 14, 26, 4, 46, 13, 11, 30]

  private struct Fact {
    var key: String
    var number: Int
    var share: Int?
    /// Key of what the share is of.
    var base = "funders.coverage.of_values"
  }

  static func sheet(_ context: FundersContext) -> Sheet {
    let words = context.words
    var page = context.base.page(FundersSheets.coverage, widths: widths)
    page.head(
      .init(
        subject: context.base.subject("funders.coverage.subject"),
        finding: FundersSentences(context: context).coverageTitle, reading: words("funders.coverage.reading")),
      words: words)
    head(1, 1...3, "funders.coverage.what", context, on: &page)
    head(5, 5...8, "funders.coverage.where", context, on: &page)
    let left = facts(context, on: &page)
    let right = focalPoints(context, on: &page)
    var row = max(left, right)
    page.height(10, row)
    row = absent(context, from: row + 1, on: &page)
    return page.finished(lastRow: row, footer: context.base.footer(FundersSheets.coverage), tab: Palette.navy)
  }

  private static func head(
    _ column: Int, _ columns: ClosedRange<Int>, _ key: String, _ context: FundersContext, on page: inout Page
  ) {
    let (words, styles) = (context.words, context.styles)
    page.height(24, 7)
    page.rule(7, columns, Styles.headRule)
    page.put(styles.pair(words(key), words.other(key), size: 12, secondSize: 9.5), 7, column, styles.sectionHead)
  }

  private static func facts(_ context: FundersContext) -> [Fact] {
    let (evidence, quality, overall) = (context.funders.evidence, context.facts.quality, context.facts.overall)
    func share(_ count: Int) -> Int? { evidence.values > 0 ? Share.percent(count, of: evidence.values) : nil }
    return [
      Fact(key: "figure.cities_members", number: quality.rows.count),
      Fact(key: "figure.cities_reporting", number: context.facts.reporting.count),
      Fact(key: "figure.cities_not_reporting", number: quality.cities(.rejected, .notReceived).count),
      Fact(key: "figure.cities_part_held", number: quality.cities(.partHeld).count),
      Fact(key: "figure.cities_scored", number: overall.scored),
      Fact(key: "figure.cities_compared", number: overall.compared),
      Fact(
        key: "figure.measures_reported", number: overall.reported, share: overall.reportedShare,
        base: "funders.coverage.of_asked"),
      Fact(
        key: "figure.framework_values_official", number: evidence.count(.official),
        share: share(evidence.count(.official))),
      Fact(
        key: "figure.framework_values_survey", number: evidence.count(.survey), share: share(evidence.count(.survey))),
      Fact(
        key: "figure.framework_values_expert_review", number: evidence.count(.expertReview),
        share: share(evidence.count(.expertReview))),
      Fact(key: "figure.framework_values_older", number: evidence.older, share: share(evidence.older)),
      Fact(key: "figure.framework_values_estimated", number: evidence.estimated),
      Fact(key: "figure.framework_values_provisional", number: evidence.provisional),
      Fact(key: "figure.framework_values_low_reliability", number: evidence.lowReliability),
      Fact(key: "figure.framework_values_strong", number: evidence.strong, share: share(evidence.strong)),
      Fact(key: "figure.findings_error", number: quality.count(.error)),
      Fact(key: "figure.findings_warning", number: quality.count(.warning)),
      Fact(key: "figure.indicators_unchecked", number: context.facts.uncheckedIndicators),
    ]
  }

  private static func facts(_ context: FundersContext, on page: inout Page) -> Int {
    let (words, styles) = (context.words, context.styles)
    let line = Styles.hairline
    var row = 8
    for fact in facts(context) {
      page.height(21, row)
      page.rule(row, 1...3)
      page.put(words(fact.key), row, 1, styles.cell(10, bottom: line))
      page.put(
        Double(fact.number), row, 2,
        styles.cell(10, bold: true, Palette.ink, number: NumberFormats.count, align: .right, bottom: line))
      if let share = fact.share {
        page.put(
          Double(share), row, 3,
          styles.cell(
            10, Palette.muted, number: NumberFormats.share(of: words(fact.base)), align: .right, bottom: line))
      }
      row += 1
    }
    return row
  }

  /// Where the measures are: the focal points by the share that was reported, the lowest first.
  private static func focalPoints(_ context: FundersContext, on page: inout Page) -> Int {
    let (words, styles) = (context.words, context.styles)
    let line = Styles.hairline
    let nodes = context.facts.layout.columns.compactMap { context.facts.node($0) }.filter { $0.expected > 0 }
      .sorted { ($0.reportedShare ?? 0, $0.node ?? 0) < ($1.reportedShare ?? 0, $1.node ?? 0) }
    var row = 8
    for facts in nodes {
      page.rule(row, 5...8)
      let node = context.framework.nodes[facts.node ?? 0]
      let name = context.coded(facts.node ?? 0)[context.language]
      page.put(
        styles.pair(name, node.shortName[context.language.other], bold: false), row, 5, styles.cell(10, bottom: line))
      page.put(
        words("of", ["k": .count(facts.reported), "n": .count(facts.expected)]), row, 6,
        styles.cell(9, Palette.muted, align: .right, bottom: line))
      let share = Double(facts.reportedShare ?? 0)
      page.put(
        share, row, 7,
        styles.cell(10, bold: true, Palette.ink, number: NumberFormats.percent, align: .right, bottom: line))
      page.put(share, row, 8, styles.cell(10, bottom: line))
      row += 1
    }
    if row > 8 {
      page.sheet.dataBars.append(
        DataBar(
          range: CellRange(rows: 8...row - 1, columns: 8...8), colour: Palette.coverageBar, minimum: 0, maximum: 100,
          barOnly: true))
    }
    return row
  }

  private static func absent(_ context: FundersContext, from first: Int, on page: inout Page) -> Int {
    let (words, styles) = (context.words, context.styles)
    let cities = context.facts.quality.cities(.notReceived, .rejected)
    let lines = [
      cities.isEmpty
        ? words("funders.coverage.nobody")
        : words("funders.coverage.absent", ["names": context.base.list(cities, atMost: 8)]),
      words("funders.coverage.limits"),
    ]
    for (position, line) in lines.enumerated() {
      page.height(18, first + position)
      page.put(TextLimits.shortened(line, to: 190), first + position, 1, styles.cell(9.5))
    }
    return first + lines.count - 1
  }
}
