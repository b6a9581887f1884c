/// The rules of data bars and conditional formats.
enum ConditionRules {
  static func check(_ bar: DataBar, on sheet: String) throws(WorkbookFault) {
    try SheetBounds.check(bar.range, sheet: sheet)
    guard bar.minimum.isFinite, bar.maximum.isFinite, bar.minimum < bar.maximum else {
      throw WorkbookFault(
        .conditionalFormat, sheet: sheet, cell: bar.range.topLeft, "a bar from \(bar.minimum) to \(bar.maximum)")
    }
  }

  static func check(_ format: ConditionalFormat, on sheet: String) throws(WorkbookFault) {
    try SheetBounds.check(format.range, sheet: sheet)
    guard format.colour != nil || format.fill != nil || format.bold else {
      throw WorkbookFault(.conditionalFormat, sheet: sheet, cell: format.range.topLeft, "a condition without a look")
    }
    try TextRules.check(formula: format.formula, atMost: TextRules.formula, sheet: sheet, cell: format.range.topLeft)
  }
}
