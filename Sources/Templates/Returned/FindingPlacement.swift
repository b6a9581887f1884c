import Catalogue
import Spreadsheets
import Vocabulary

/// Finds the place of each finding in the workbook that goes back: rows moved, and their codes say where to.
struct FindingPlacement {
  /// Where a finding belongs: a row of the data sheet or a line of the corrections.
  enum Target: Hashable {
    case row(TemplateCode)
    case correction(Int)
  }

  /// A row of the file that came.
  struct Line: Hashable {
    var sheet: String
    var row: Int
  }

  /// Findings of rules, which know the figure alone, that are mended in its note.
  private static let ofNotes: Set<FindingCode> = ["C036"]

  let catalogue: Catalogue
  var lines: [Line: Target] = [:]
  /// The meaning of the columns of the file that came, by sheet.
  var columns: [String: [Int: TemplateColumn]] = [:]
  /// The years of rows as the city typed them: on the data sheet they stand in the heads alone.
  var years: [Line: CellContent] = [:]

  init(catalogue: Catalogue) {
    self.catalogue = catalogue
  }

  func target(of finding: Finding) -> Target? {
    if let row = finding.origin.row { return lines[Line(sheet: finding.origin.sheet, row: row)] }
    // A missing row has no place in the file that came, but one in the file that goes.
    for text in [finding.details["code"] ?? "", finding.origin.variable] where !text.isEmpty {
      if let code = TemplateCode(text, catalogue: catalogue) { return .row(code) }
    }
    return nil
  }

  /// The year that the city typed, where a finding speaks of it.
  func year(of finding: Finding) -> CellContent? {
    guard let row = finding.origin.row, let column = finding.origin.column,
      columns[finding.origin.sheet]?[column] == .year
    else { return nil }
    return years[Line(sheet: finding.origin.sheet, row: row)]
  }

  /// The column that a finding speaks of; the value where it speaks of a row.
  func column(of finding: Finding, among known: [TemplateColumn], value: TemplateColumn) -> TemplateColumn {
    if Self.ofNotes.contains(finding.code) { return .note }
    guard let column = finding.origin.column, let key = columns[finding.origin.sheet]?[column] else { return value }
    if known.contains(key) { return key }
    if case .status = key { return known.first { if case .status = $0 { true } else { false } } ?? value }
    return value
  }
}
