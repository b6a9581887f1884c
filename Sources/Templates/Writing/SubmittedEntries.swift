import Spreadsheets
import Vocabulary

/// What a city typed, cell by cell, as it typed it.
struct SubmittedEntries: Sendable {
  struct Key: Hashable, Sendable {
    var code: String
    var column: TemplateColumn
  }

  var data: [Key: CellContent] = [:]
  /// The filled lines of the sheet for corrections.
  var corrections: [[TemplateColumn: CellContent]] = []
}

/// The problems of one row of a returned workbook.
struct RowMarks: Sendable {
  /// Of the cells concerned, the worst severity and the findings; the first cell of a finding bears the comment.
  var cells: [TemplateColumn: [Finding]] = [:]
  var findings: [Finding] = []
  /// Of another row's findings those that this row's value takes part in, such as a part of a wrong sum.
  var related: [Finding] = []

  /// What a cell is coloured for.
  func findings(at column: TemplateColumn) -> [Finding] {
    guard case .value = column else { return cells[column] ?? [] }
    return (cells[column] ?? []) + related
  }
}
