import Catalogue
import Spreadsheets
import Vocabulary

/// The targets of SDG 4 by name, each with the number of cities by status.
enum TargetPage {
  private static let widths = [1.44, 58, 18, 12, 25, 14, 2.4, 46]
  private static let bar = 7

  static func sheet(_ context: FundersContext) -> Sheet {
    let (words, styles) = (context.words, context.styles)
    let sentences = FundersSentences(context: context)
    var page = context.base.page(FundersSheets.goals, widths: widths)
    page.head(
      .init(
        subject: context.base.subject("funders.goals.subject"), finding: sentences.goalTitle,
        reading: words("funders.goals.reading")),
      words: words)
    heads(context, on: &page)
    var row = 9
    if let progress = context.facts.progress, progress.total > 0 {
      for target in progress.targets.indices {
        page.height(28, row)
        put(target, of: progress, row, context, on: &page)
        row += 1
      }
      page.sheet.dataBars.append(
        DataBar(
          range: CellRange(rows: 9...row - 1, columns: bar...bar), colour: Palette.coverageBar, minimum: 0,
          maximum: Double(progress.statuses.count), barOnly: true))
    } else {
      page.height(22, row)
      page.put(words("chart.nothing"), row, 1, styles.cell(10, Palette.muted))
      row += 1
    }
    page.height(20, row)
    page.put(words("funders.goals.foot"), row, 1, styles.cell(8.5, Palette.muted))
    return page.finished(lastRow: row, footer: context.base.footer(FundersSheets.goals), tab: Palette.navy)
  }

  private static func heads(_ context: FundersContext, on page: inout Page) {
    let (words, styles) = (context.words, context.styles)
    page.height(17, 7)
    page.height(16, 8)
    page.rule(8, 1...page.lastColumn, Styles.headRule)
    let heads = [
      (1, "funders.goal"), (2, "count.met_or_on_track"), (3, "status.watch"), (4, "count.off_track_or_worsening"),
      (5, "funders.goals.undecided"), (bar, "funders.goals.bar"),
    ]
    for (column, key) in heads {
      let align: CellFormat.HorizontalAlignment = column == 1 || column == bar ? .left : .right
      page.put(words(key), 7, column, styles.head(align, ruled: false))
      page.put(words.other(key), 8, column, styles.secondHead(align))
    }
  }

  private static func put(
    _ target: Int, of progress: ProgressFacts, _ row: Int, _ context: FundersContext, on page: inout Page
  ) {
    let styles = context.styles
    let line = Styles.hairline
    page.rule(row, 1...page.lastColumn)
    let node = progress.node(target)
    page.put(
      styles.pair(
        "\(node.code)  \(node.shortName[context.language])", node.shortName[context.language.other], size: 11), row, 1,
      styles.cell(10, bottom: line))
    let good = progress.count(target, .met, .onTrack)
    let counts = [
      (2, good), (3, progress.count(target, .watch)), (4, progress.count(target, .offTrack, .worsening)),
      (5, progress.count(target, .noData, .tooEarly)),
    ]
    for (column, count) in counts {
      page.put(
        Double(count), row, column,
        styles.cell(
          11, bold: column == 2, column == 5 ? Palette.muted : Palette.ink, number: "0", align: .right, bottom: line))
    }
    page.put(Double(good), row, bar, styles.cell(10, bottom: line))
  }
}
