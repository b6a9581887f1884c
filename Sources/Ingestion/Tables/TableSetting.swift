/// What stays the same for all rows of a table. A class: its parts are large values, and rows are many.
final class TableSetting: Sendable {
  let context: TableContext
  let mapping: SourceMapping
  let plan: ColumnPlan
  /// What the file pattern caught.
  let captures: [String: String]
  let breakdownColumns: [Int]

  init(context: TableContext, mapping: SourceMapping, plan: ColumnPlan, captures: [String: String]) {
    self.context = context
    self.mapping = mapping
    self.plan = plan
    self.captures = captures
    breakdownColumns = plan.breakdownColumns.map(\.column)
  }

  /// What a field says of every row alike; nil where each row says it in a column.
  func fixedText(_ field: SourceMapping.Field) -> String? {
    switch field {
    case .constant(let text): text
    case .capture(let name): captures[name] ?? ""
    case .columns: nil
    }
  }
}
