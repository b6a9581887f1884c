import Catalogue
import Spreadsheets
import Vocabulary

/// The three strands of the Cork Call to Action, the lowest measures of each, and what funding could change first.
enum ThemePage {
  private static let widths = [1.44, 5.4, 62, 11, 11, 11, 11, 11, 2.4, 46]
  private static let bar = 9
  private static let lowest = 4

  static func sheet(_ context: FundersContext) -> Sheet {
    let (words, styles) = (context.words, context.styles)
    let sentences = FundersSentences(context: context)
    let method = context.results.catalogue.method
    var page = context.base.page(FundersSheets.themes, widths: widths)
    page.head(
      .init(
        subject: context.base.subject("funders.themes.subject"), finding: sentences.themeTitle,
        reading: words(
          "funders.themes.reading",
          ["k": .count(method.minimumCoverageNumerator), "n": .count(method.minimumCoverageDenominator)])),
      words: words)
    heads(context, on: &page)
    var row = 9
    for strand in context.funders.strands {
      page.height(28, row)
      band(strand, row, context, on: &page)
      row += 1
      for measure in strand.lowest(lowest) {
        page.height(20, row)
        put(measure, row, context, on: &page)
        row += 1
      }
    }
    if row > 9 {
      page.sheet.dataBars.append(
        DataBar(
          range: CellRange(rows: 9...row - 1, columns: bar...bar), colour: Palette.coverageBar, minimum: 0,
          maximum: 100, barOnly: true))
    } else {
      page.height(22, row)
      page.put(words("chart.nothing"), row, 1, styles.cell(10, Palette.muted))
      row += 1
    }
    page.height(12, row)
    row = messages(sentences, from: row + 1, context, on: &page)
    return page.finished(lastRow: row, footer: context.base.footer(FundersSheets.themes), tab: Palette.navy)
  }

  private static func heads(_ context: FundersContext, on page: inout Page) {
    let (words, styles) = (context.words, context.styles)
    page.height(17, 7)
    page.height(16, 8)
    page.rule(8, 1...page.lastColumn, Styles.headRule)
    let heads: [(Int, LocalizedText)] = [
      (1, words.both("funders.themes.head")), (3, words.both("year", ["year": context.base.comparisonYear])),
      (4, words.both("year", ["year": context.base.referenceYear])), (5, words.both("change")),
      (6, words.both("funders.cities")), (7, words.both("reported")), (bar, words.both("funders.score_bar")),
    ]
    for (column, head) in heads {
      let align: CellFormat.HorizontalAlignment = column == 1 || column == bar ? .left : .right
      page.put(head[words.language], 7, column, styles.head(align, ruled: false))
      page.put(head[words.language.other], 8, column, styles.secondHead(align))
    }
  }

  private static func band(_ strand: StrandFacts, _ row: Int, _ context: FundersContext, on page: inout Page) {
    let format = context.styles.cell(10, fill: Palette.band, bottom: Styles.hairline)
    page.sheet.fill(rows: row...row, columns: 1...page.lastColumn, format: format)
    let name = strand.code.label
    page.put(
      context.styles.pair(name[context.language], name[context.language.other], size: 11.5, secondSize: 9), row, 1,
      format)
    numbers(strand.scores, row, fill: Palette.band, context, on: &page)
  }

  private static func put(_ measure: StrandFacts.Measure, _ row: Int, _ context: FundersContext, on page: inout Page) {
    page.rule(row, 1...page.lastColumn)
    let name = context.indicator(measure.indicator)
    let (first, second) = (name[context.language], name[context.language.other])
    let fits = TextLimits.length(first) + TextLimits.length(second) <= 62
    page.put(
      context.styles.pair(TextLimits.shortened(first, to: 56), fits ? second : "", bold: false), row, 2,
      context.styles.cell(10, bottom: Styles.hairline))
    numbers(measure.scores, row, fill: nil, context, on: &page)
  }

  private static func numbers(
    _ scores: NodeFacts, _ row: Int, fill: Colour?, _ context: FundersContext, on page: inout Page
  ) {
    let cells = ScoreCells(context.styles, fill: fill)
    cells.scores(scores, row, 3, on: &page)
    cells.count(scores.scored, row, 6, on: &page)
    page.put(
      scores.reportedShare.map { "\($0) %" } ?? "–", row, 7,
      context.styles.cell(10, Palette.muted, fill: fill, align: .right, bottom: Styles.hairline))
    if let mean = scores.mean {
      page.put(mean.value, row, bar, context.styles.cell(10, fill: fill, bottom: Styles.hairline))
    }
  }

  private static func messages(
    _ sentences: FundersSentences, from first: Int, _ context: FundersContext, on page: inout Page
  ) -> Int {
    let (words, styles) = (context.words, context.styles)
    page.height(24, first)
    page.put(
      styles.pair(words("funders.first"), words.other("funders.first"), size: 12, secondSize: 9.5), first, 1,
      styles.sectionHead)
    page.rule(first, 2...page.lastColumn, Styles.headRule)
    var row = first + 1
    for message in sentences.messages {
      page.height(19, row)
      page.height(16, row + 1)
      page.put(message.sign, row, 1, styles.cell(14, message.colour, align: .centre))
      page.put(message.text[words.language], row, 2, styles.cell(10.5, Palette.ink))
      page.put(message.text[words.language.other], row + 1, 2, styles.cell(9, Palette.muted))
      row += 2
    }
    return row
  }
}
