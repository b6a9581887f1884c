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
    case .formula: break
    case .textBegins(let text), .textContains(let text):
      guard !text.isEmpty, CleanText.clean(text) == text else { throw refuse("the text '\(text)'") }
    }
    try TextRules.check(formula: format.formula, atMost: TextRules.formula, sheet: sheet, cell: format.range.topLeft)
  }
}

extension ConditionalFormat {
  /// The condition as a formula relative to the range's first cell.
  ///
  /// The library has text conditions of its own, but derives wrong formulas from them: it names the range's last
  /// column, and counts bytes where the text has characters, so that a condition on a Thai word or on "○" never holds.
  var formula: String {
    let cell = range.topLeft.description
    func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
    return switch condition {
    case .formula(let formula): formula
    case .textBegins(let text): "=LEFT(\(cell),\(text.utf16.count))=\(quoted(text))"
    case .textContains(let text): "=ISNUMBER(FIND(\(quoted(text)),\(cell)))"
    }
  }
}
