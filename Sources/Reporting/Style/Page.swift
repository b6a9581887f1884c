import Spreadsheets
import Vocabulary

/// A presentation sheet in the making. Rows and columns count from 0; column A is its margin.
struct Page {
  var sheet: Sheet
  let styles: Styles
  /// The last used column, to which the bar on top reaches.
  let lastColumn: Int
  private let isSynthetic: Bool
  private let home: String

  /// - Parameters:
  ///   - widths: Of the columns from A on, in digits.
  ///   - home: The sheet to go back to.
  init(name: String, widths: [Double], styles: Styles, isSynthetic: Bool, home: String) {
    self.styles = styles
    self.home = home
    self.isSynthetic = isSynthetic
    lastColumn = widths.count - 1
    sheet = Sheet(name: name, gridlines: .hidden)
    sheet.columns = widths.enumerated().map { ColumnWidth($0, styles.width($1), format: styles.empty) }
  }

  mutating func put(_ content: CellContent, _ row: Int, _ column: Int, _ format: CellFormat) {
    sheet.set(content, row: row, column: column, format: format)
  }

  mutating func put(_ text: String, _ row: Int, _ column: Int, _ format: CellFormat) {
    sheet.set(.text(text), row: row, column: column, format: format)
  }

  mutating func put(_ number: Double, _ row: Int, _ column: Int, _ format: CellFormat) {
    sheet.set(.number(number), row: row, column: column, format: format)
  }

  /// Sets a row's height, grown with the font.
  mutating func height(_ points: Double, _ row: Int) { sheet.setHeight(styles.height(points), row: row) }

  mutating func heights(_ points: Double, _ rows: Range<Int>) {
    guard let last = rows.last else { return }
    sheet.rowHeights.append(RowHeight(rows.lowerBound...last, styles.height(points)))
  }

  /// A line under a row, over columns that have no text of their own.
  mutating func rule(_ row: Int, _ columns: ClosedRange<Int>, _ border: Border = Styles.hairline) {
    sheet.fill(rows: row...row, columns: columns, format: styles.cell(bottom: border))
  }

  /// What stands on top of every page.
  struct Head {
    /// Who, what and unit, period.
    var subject: String
    /// A sentence with a number, in both languages.
    var finding: LocalizedText
    /// How to read the page, and its limits.
    var reading: String
    /// Of the finding, in points.
    var size = 18.0
  }

  /// Rows 1 to 7: the way back, the bar, the subject, the finding in both languages, how to read the page.
  mutating func head(_ head: Head, words: Words) {
    for (row, points) in [16, 5, 20, 30, 22, 18, 10].enumerated() { height(Double(points), row) }
    linkHome()
    markSynthetic(row: 0, words, size: 8)
    bar()
    put(head.subject, 2, 1, styles.cell(9, Palette.muted))
    put(head.finding[words.language], 3, 1, styles.cell(head.size, bold: true, Palette.ink))
    put(head.finding[words.language.other], 4, 1, styles.cell(12, Palette.muted))
    put(head.reading, 5, 1, styles.cell(9))
  }

  /// The way back, in the first row; none on the sheet that all others lead back to.
  mutating func linkHome() {
    guard sheet.name != home else { return }
    put(.link(InternalLink(sheet: home), text: "‹ " + home), 0, 1, styles.cell(8, Palette.link))
  }

  /// The bar on top, in the second row.
  mutating func bar() {
    sheet.fill(rows: 1...1, columns: 1...lastColumn, format: styles.cell(fill: Palette.navy))
  }

  /// The mark of invented data, at the right end of a row.
  mutating func markSynthetic(row: Int, _ words: Words, size: Double) {
    guard isSynthetic else { return }
    put(
      SyntheticMark.text(words.texts), row, lastColumn,
      styles.cell(size, bold: true, Palette.synthetic, align: .right))
  }

  /// Sets the paper up and ends the page.
  /// - Parameters:
  ///   - lastRow: The last row to be printed.
  ///   - repeating: Rows to be printed again on the following pages; the page then is as long as it takes.
  ///   - fit: Where the page says itself how it is cut.
  consuming func finished(
    lastRow: Int, repeating: ClosedRange<Int>? = nil, fit: PrintSetup.Fit? = nil, footer: Footer, tab: Colour? = nil,
    orientation: PrintSetup.Orientation = .landscape
  ) -> Sheet {
    sheet.print = PrintSetup(
      orientation: orientation,
      fit: fit ?? (repeating == nil ? .onePage : .onePageWide), repeatRows: repeating,
      area: CellRange(rows: 0...lastRow, columns: 0...lastColumn), footer: footer)
    sheet.tabColour = tab
    return sheet
  }
}
