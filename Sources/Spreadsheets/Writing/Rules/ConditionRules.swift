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
    func refuse(_ detail: String) -> WorkbookFault {
      WorkbookFault(.conditionalFormat, sheet: sheet, cell: format.range.topLeft, detail)
    }
    guard format.colour != nil || format.fill != nil || format.bold else { throw refuse("a condition without a look") }
    switch format.condition {
    case .formula(let formula):
      try TextRules.check(formula: formula, atMost: TextRules.formula, sheet: sheet, cell: format.range.topLeft)
    case .textBegins(let text), .textContains(let text):
      // The library would name the range's last column in the formula that it derives.
      guard format.range.topLeft.column == format.range.bottomRight.column else { throw refuse("more than one column") }
      // It puts the text between quotes of that formula as it is.
      guard !text.isEmpty, text.utf16.count <= 200, CleanText.clean(text) == text, !text.contains("\"") else {
        throw refuse("the text '\(text)'")
      }
    }
  }
}
