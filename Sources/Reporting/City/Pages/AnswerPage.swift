import Catalogue
import Spreadsheets
import Vocabulary

/// The answers of the progress report in both languages side by side, with their length.
enum AnswerPage {
  private static let widths = [1.44, 24, 66, 8, 1.8, 66, 8, 1.8, 30]

  static func sheet(_ context: CityContext, _ answers: [ProgressReport.Answer]) -> Sheet {
    let (words, styles) = (context.words, context.styles)
    var page = context.page(CitySheets.report, widths: widths)
    page.head(
      .init(
        subject: context.subject("card.report.subject"),
        finding: words.both("card.report.title", ["n": .count(answers.count)]), reading: words("card.report.reading")),
      words: words)
    page.height(20, 7)
    page.rule(7, 1...page.lastColumn, Styles.headRule)
    let heads: [(Int, String, CellFormat.HorizontalAlignment)] = [
      (1, words("notes.topic"), .left), (2, words("language.english"), .left), (3, words("card.characters"), .right),
      (5, words("language.thai"), .left), (6, words("card.characters"), .right), (8, words("card.sources"), .left),
    ]
    for (column, text, align) in heads { page.put(text, 7, column, styles.head(align)) }
    var row = 8
    for answer in answers {
      put(answer, row, context, on: &page)
      row += 1
    }
    return page.finished(
      lastRow: row - 1, repeating: 7...7, footer: context.base.footer(CitySheets.report), tab: Palette.navy)
  }

  private static func put(_ answer: ProgressReport.Answer, _ row: Int, _ context: CityContext, on page: inout Page) {
    let styles = context.styles
    let line = Styles.hairline
    let body = styles.cell(9.5, vertical: .top, wraps: true, bottom: line)
    page.rule(row, 1...page.lastColumn)
    page.put(
      styles.stacked(answer.topic[context.language], answer.topic[context.language.other], bold: true), row, 1,
      styles.cell(vertical: .top, wraps: true, bottom: line))
    let count = styles.cell(9, Palette.muted, number: NumberFormats.count, align: .right, vertical: .top, bottom: line)
    for (column, language) in [(2, Language.english), (5, .thai)] {
      page.put(TextLimits.harmless(answer.text[language]), row, column, body)
      page.put(Double(answer.length(language)), row, column + 1, count)
    }
    page.put(
      TextLimits.shortened(answer.sources[context.language], to: 200), row, 8,
      styles.cell(8.5, Palette.muted, vertical: .top, wraps: true, bottom: line))
    let topic = answer.topic[context.language] + "\n" + answer.topic[context.language.other]
    page.sheet.setHeight(
      styles.height(
        of: [
          (answer.text.english, widths[2], styles.font(9.5)), (answer.text.thai, widths[5], styles.font(9.5)),
          (topic, widths[1], styles.font(10, bold: true)),
          (answer.sources[context.language], widths[8], styles.font(8.5)),
        ], minimum: 34), row: row)
  }
}
