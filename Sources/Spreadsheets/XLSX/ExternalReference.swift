/// Tells a reference to another workbook (`[1]Sheet!A1`) from a column of a table (`Sales[Amount]`).
enum ExternalReference {
  private enum State {
    case elsewhere
    /// After a `[` that begins no part of a table.
    case inBrackets
    /// After its `]`, in the name of the sheet.
    case inSheetName
    /// After the quote that closes the name of the sheet.
    case afterQuote
  }

  /// Whether a formula, as it stands in the file, refers to another workbook. Each byte is looked at once.
  static func occurs(in formula: UnsafeBufferPointer<UInt8>) -> Bool {
    var state = State.elsewhere
    var isText = false
    var isQuotedName = false
    var previous: UInt8 = 0
    for byte in formula {
      if byte == UInt8(ascii: "\""), !isQuotedName { isText.toggle() }
      if isText { continue }
      if byte == UInt8(ascii: "'") { isQuotedName.toggle() }
      switch state {
      case .inBrackets:
        if byte == UInt8(ascii: "]") { state = .inSheetName }
        if byte == UInt8(ascii: "[") { state = .elsewhere }
      case .inSheetName where byte == UInt8(ascii: "'"):
        state = .afterQuote
      case .inSheetName, .afterQuote:
        if byte == UInt8(ascii: "!"), !isQuotedName { return true }
        // A doubled quote is a quote inside the name.
        let continues = isQuotedName || state == .inSheetName && (isNamePart(byte) || byte == UInt8(ascii: ":"))
        state = continues ? .inSheetName : .elsewhere
      case .elsewhere: break
      }
      if state == .elsewhere, byte == UInt8(ascii: "["), previous != byte, previous != UInt8(ascii: "]"),
        isQuotedName || !isNamePart(previous)
      {
        state = .inBrackets
      }
      previous = byte
    }
    return false
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), 0x80...:
      true
    default: false
    }
  }
}
