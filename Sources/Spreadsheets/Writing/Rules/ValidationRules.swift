/// The rules of data validations.
enum ValidationRules {
  static func check(
    _ validation: DataValidation, on sheet: String, _ references: References
  ) throws(WorkbookFault) {
    let cell = validation.range.topLeft
    try SheetBounds.check(validation.range, sheet: sheet)
    for message in [validation.prompt, validation.alert].compactMap({ $0 }) {
      try TextRules.check(message.title, atMost: TextRules.messageTitle, "a title", sheet: sheet, cell: cell)
      try TextRules.check(message.text, atMost: TextRules.message, "a message", sheet: sheet, cell: cell)
    }
    switch validation.rule {
    case .decimal(let bounds): try check(bounds, whole: false, sheet, cell)
    case .whole(let bounds), .textLength(let bounds): try check(bounds, whole: true, sheet, cell)
    case .list(let name):
      guard references.lists.contains(name) else {
        throw WorkbookFault(.unknownReference, sheet: sheet, cell: cell, "no defined name '\(name)'")
      }
    }
  }

  private static func check(
    _ bounds: DataValidation.Bounds, whole: Bool, _ sheet: String, _ cell: CellAddress
  ) throws(WorkbookFault) {
    let numbers =
      switch bounds {
      case .between(let low, let high): [low, high]
      case .atLeast(let number): [number]
      }
    let areUsable = numbers.allSatisfy { $0.isFinite && (!whole || $0 == $0.rounded()) }
    guard areUsable, numbers == numbers.sorted() else {
      throw WorkbookFault(.validation, sheet: sheet, cell: cell, "bounds \(numbers)")
    }
  }
}
