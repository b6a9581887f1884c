/// How long texts may be, in characters as Excel counts them: UTF-16 units.
enum TextRules {
  static let cell = 32_767
  static let link = 255
  static let property = 255
  static let message = 255
  static let messageTitle = 32
  static let formula = 255
  static let cellFormula = 8_192
  /// Bytes of a font's name or a number format: the library cuts what is longer, in the midst of a letter if need be.
  static let formatBytes = 127

  /// Checks a text of at most `limit` characters.
  static func check(
    _ text: String, atMost limit: Int, _ what: String, sheet: String = "", cell: CellAddress? = nil
  ) throws(WorkbookFault) {
    // No text has more UTF-16 units than UTF-8 bytes, and bytes are counted at once.
    guard text.utf8.count > limit, text.utf16.count > limit else { return }
    throw WorkbookFault(
      .textTooLong, sheet: sheet, cell: cell, "\(what) of \(text.utf16.count) characters, at most \(limit)")
  }

  /// Checks a text that the file cannot do without.
  static func checkPresent(
    _ text: String, _ what: String, sheet: String = "", cell: CellAddress? = nil
  ) throws(WorkbookFault) {
    guard !CleanText.clean(text).isEmpty else {
      throw WorkbookFault(.emptyText, sheet: sheet, cell: cell, "\(what) without text")
    }
  }

  /// Checks a formula: not empty, not too long, nothing in it that would have to be removed.
  static func check(
    formula: String, atMost limit: Int, sheet: String, cell: CellAddress? = nil
  ) throws(WorkbookFault) {
    let body = formula.hasPrefix("=") ? formula.dropFirst() : formula[...]
    guard !body.isEmpty, !body.hasPrefix("="), CleanText.clean(formula) == formula, formula.utf16.count <= limit else {
      throw WorkbookFault(.formula, sheet: sheet, cell: cell, "a formula has 1 to \(limit) plain characters")
    }
  }

  /// Checks a font and a number format for what the library would cut or ignore.
  static func check(_ font: Font, numberFormat: String? = nil, sheet: String) throws(WorkbookFault) {
    let code = numberFormat ?? "0"
    guard !font.name.isEmpty, font.name.utf8.count <= formatBytes, CleanText.clean(font.name) == font.name,
      (1...409).contains(font.size)
    else { throw WorkbookFault(.format, sheet: sheet, "font '\(font.name)' of \(font.size) points") }
    guard !code.isEmpty, code.utf8.count <= formatBytes, CleanText.clean(code) == code else {
      throw WorkbookFault(.format, sheet: sheet, "number format '\(code)'")
    }
  }
}
