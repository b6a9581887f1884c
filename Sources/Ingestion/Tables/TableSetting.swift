/// What stays the same for all rows of a table. A class: its parts are large values, and rows are many.
final class TableSetting: Sendable {
  let context: TableContext
  let mapping: SourceMapping
  let plan: ColumnPlan
  /// What the file pattern caught.
  let captures: [String: String]

  init(context: TableContext, mapping: SourceMapping, plan: ColumnPlan, captures: [String: String]) {
    self.context = context
    self.mapping = mapping
    self.plan = plan
    self.captures = captures
  }
}
