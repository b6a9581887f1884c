import Spreadsheets
import Vocabulary

/// One row for each sheet, with a link and what is found there.
enum ContentsPage {
  private static let pagesBefore = [
    SheetNames.cover, SheetNames.contents, SheetNames.summary, SheetNames.heatMap, SheetNames.progress,
    SheetNames.change,
  ]
  private static let pagesBehind = [
    SheetNames.equity, SheetNames.rankGroups, SheetNames.methodAgreement, SheetNames.coverageMap,
  ]
  private static let pagesAfter = [SheetNames.deadline, SheetNames.quality, SheetNames.methods, SheetNames.notes]

  private static let mostAtEase = 18

  static func sheet(_ context: EvaluationContext, _ tables: [Sheet]) -> Sheet {
    let (words, styles) = (context.words, context.styles)
    var page = context.page(SheetNames.contents, widths: [1.8, 7.2, 40.8, 36, 67.2, 12])
    page.head(
      .init(
        subject: context.subject("contents.subject"), finding: words.both("contents.title"),
        reading: words("contents.reading")),
      words: words)
    page.height(20, 7)
    let heads = ["contents.no", "contents.sheet", "contents.sheet", "contents.what", "contents.kind"]
    for (position, key) in heads.enumerated() {
      page.put(position == 2 ? words.other(key) : words(key), 7, 1 + position, styles.head())
    }
    var row = 8
    // One page: the longer the list, the closer its rows, else print shrinks them all.
    let count = pagesBefore.count + pagesBehind.count + pagesAfter.count + tables.count + 1
    let points = count > mostAtEase ? 18.0 : 27
    func put(_ sheet: String, _ name: LocalizedText, _ what: String, _ kind: String) {
      page.height(points, row)
      let bottom = Styles.hairline
      page.put(Double(row - 7), row, 1, styles.cell(10, Palette.muted, number: "0", align: .left, bottom: bottom))
      page.put(
        .link(InternalLink(sheet: sheet), text: name[words.language]), row, 2,
        styles.cell(points > 20 ? 12 : 11, bold: true, Palette.link, bottom: bottom))
      page.put(name[words.language.other], row, 3, styles.cell(10.5, Palette.muted, bottom: bottom))
      page.put(TextLimits.shortened(what, to: 90), row, 4, styles.cell(10, bottom: bottom))
      page.put(words(kind), row, 5, styles.cell(9, Palette.muted, bottom: bottom))
      row += 1
    }
    let explained = context.facts.scoreChanges == nil ? [] : [SheetNames.scoreChange, SheetNames.revisions]
    let tried = context.facts.whatIf == nil ? [] : [SheetNames.whatIf]
    let corrected = context.facts.corrections == nil ? [] : [SheetNames.corrections]
    for sheet in pagesBefore + explained + corrected + pagesBehind + tried {
      put(sheet, SheetNames.spoken(sheet), words(key(of: sheet)), "contents.page")
    }
    for table in tables {
      put(table.name, words.both("sheet.\(table.name.lowercased())"), what(table), "contents.data")
    }
    for sheet in pagesAfter { put(sheet, SheetNames.spoken(sheet), words(key(of: sheet)), "contents.page") }
    put(SheetNames.codes, SheetNames.spoken(SheetNames.codes), words(key(of: SheetNames.codes)), "contents.data")
    return page.finished(lastRow: row - 1, footer: context.footer(SheetNames.contents), tab: Palette.navy)
  }

  /// What is found on a page: `contents.heat_map`.
  private static func key(of sheet: String) -> String {
    "contents." + SheetNames.spoken(sheet).english.lowercased().split(separator: " ").joined(separator: "_")
  }

  /// A table's title, which is the text of its first cell, without the number that stands before it.
  private static func what(_ table: Sheet) -> String {
    let titles = table.cells.lazy.filter { $0.address == CellAddress(row: 0, column: 0) }.compactMap { cell in
      if case .text(let title) = cell.content { title } else { nil }
    }
    guard let title = titles.first else { return "" }
    return title.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? title
  }
}
