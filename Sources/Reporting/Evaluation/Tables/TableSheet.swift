import Spreadsheets
import Vocabulary

/// A strict data sheet: five lines that say what it is, the way back, then one table from column A on and nothing under it.
struct TableSheet {
  let context: EvaluationContext
  /// Of the sheet: `Table_1`.
  let name: String
  /// Of the Excel table: `tbl_scores`.
  let table: String
  /// Key of the texts `<key>.title` and `<key>.about`.
  let key: String
  /// Whether the sheet holds only the rows that the pages show.
  var isExcerpt = false
  /// What stands in the title's and the statement's braces.
  var values: [String: LocalizedText] = [:]

  static let headerRow = 6
  /// What the lines above a table take, and an untouched column's width, in digits.
  private static let linesWidth = 130.0
  private static let untouchedWidth = 8.43

  /// - Parameter columns: Of equal length. Without any row the table has one that says "not applicable" throughout.
  func sheet(_ columns: [DataColumn]) -> Sheet {
    let styles = context.styles
    let isEmpty = columns.first?.values.count == 0
    let columns = isEmpty ? columns.map(\.notApplicable) : columns
    var sheet = Sheet(name: name)
    let data = DataTable(
      name: table, headerRow: Self.headerRow, columns: columns,
      headerFormat: styles.cell(10, bold: true, Palette.ink, align: .left, bottom: Styles.headRule))
    // The columns' own format has a line under each row, which has no business above the table.
    sheet.fill(rows: 0...Self.headerRow - 1, columns: 0...columns.count - 1, format: styles.empty)
    writeHead(on: &sheet, isEmpty: isEmpty)
    sheet.table = data
    sheet.frozenRows = Self.headerRow + 1
    sheet.setHeight(styles.height(20), row: Self.headerRow)
    let first = Self.headerRow + 1
    let last = Self.headerRow + data.rowCount
    sheet.rowHeights.append(RowHeight(first...last, styles.height(16)))
    sheet.numbersStoredAsText = columns.enumerated().filter { $1.holdsCodes }.map { column, _ in
      CellRange(rows: first...last, columns: column...column)
    }
    sheet.print = PrintSetup(
      fit: .onePageWide, repeatRows: Self.headerRow...Self.headerRow,
      area: CellRange(rows: 0...last, columns: 0...Self.lastPrinted(columns)), footer: context.footer(name))
    return sheet
  }

  /// The last column on paper: that of the table, or as many beside it as the lines above take.
  private static func lastPrinted(_ columns: [DataColumn]) -> Int {
    let missing = linesWidth - columns.reduce(0) { $0 + $1.width }
    return columns.count - 1 + max(0, Int((missing / untouchedWidth).rounded(.up)))
  }

  private func writeHead(on sheet: inout Sheet, isEmpty: Bool) {
    let words = context.words
    let styles = context.styles
    let values = values.merging([
      "year": context.referenceYear, "previous": context.comparisonYear, "round": context.roundName,
    ]) { given, _ in given }
    let source = words(
      context.isCard ? "table.source_edition" : "table.source",
      ["round": context.roundName, "run": LocalizedText(same: context.edition)])
    let mark = context.results.programme.isSynthetic ? " " + SyntheticMark.text(words.texts) : ""
    let lines = [
      title, words(isEmpty ? "table.empty" : "table.one"), words(key + ".about", values) + excerpt,
      words("table.shorthand"),
      source + mark,
    ]
    for (row, line) in lines.enumerated() {
      let format = row == 0 ? styles.cell(14, bold: true, Palette.ink) : styles.cell(10)
      sheet.set(.text(line), row: row, column: 0, format: format)
      sheet.setHeight(styles.height(row == 0 ? 24 : 16), row: row)
    }
    sheet.set(
      .link(InternalLink(sheet: context.home), text: "‹ " + context.home), row: lines.count, column: 0,
      format: styles.cell(8, Palette.link))
    sheet.setHeight(styles.height(16), row: lines.count)
  }

  private var excerpt: String {
    guard isExcerpt else { return "" }
    return " " + context.words("table.excerpt", ["most": .count(EvaluationContext.mostCitiesInFull)])
  }

  /// What the sheet holds, as its first line and in the contents.
  var title: String {
    let values = values.merging([
      "year": context.referenceYear, "previous": context.comparisonYear, "round": context.roundName,
    ]) { given, _ in given }
    return context.words(key + ".title", values)
  }
}

extension DataColumn {
  /// Digits in these columns are codes; Excel need not wonder.
  fileprivate var holdsCodes: Bool { header == "code" || header.hasSuffix("_code") }

  /// The column with one row that has no value.
  fileprivate var notApplicable: DataColumn {
    var copy = self
    copy.missing = "[z]"
    copy.missingByRow = nil
    switch values {
    case .numbers: copy.values = .numbers([nil])
    case .integers: copy.values = .integers([nil])
    case .texts: copy.values = .texts([""])
    }
    return copy
  }
}
