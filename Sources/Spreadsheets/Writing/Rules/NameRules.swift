/// Which names a workbook may hold. All are ours: users' names stand in cells, never here.
enum NameRules {
  /// `word_word`, or something that the library quotes in references: with a space, a hyphen or a letter beyond ASCII.
  ///
  /// At most 31 characters as Excel counts, and at most 100 bytes quoted: the library cuts references at 127 bytes.
  /// `#` is refused because the library would take it for the start of a link's anchor.
  static func allowsSheet(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf16.count <= 31, quotedLength(name) <= 100,
      CleanText.clean(name) == name, !name.contains("\n"), !name.contains("\t"),
      !name.contains(where: { "[]:*?/\\#".contains($0) }),
      name.first != "'", name.last != "'", name.first != " ", name.last != " "
    else { return false }
    let isQuoted = name.unicodeScalars.contains { $0 == " " || $0 == "-" || $0.value > 0x7F }
    if isQuoted { return true }
    // A letter, an underscore somewhere behind it but not at the end, and nothing but word characters.
    let bytes = Array(name.utf8)
    guard let underscore = bytes.firstIndex(of: UInt8(ascii: "_")) else { return false }
    return isLetter(bytes[0]) && underscore < bytes.count - 1 && bytes.allSatisfy(isWord)
  }

  /// Lower-case snake_case after `tbl_`.
  static func allowsTable(_ name: String) -> Bool {
    name.utf8.count <= 100 && name.hasPrefix("tbl_") && name.utf8.count > 4 && name.utf8.allSatisfy(isSnake)
      && CleanText.clean(name) == name
  }

  /// The header of a table's column.
  static func allowsHeader(_ header: String) -> Bool {
    guard header.utf8.count <= 100, let first = header.utf8.first else { return false }
    return isLetter(first) && header.utf8.allSatisfy(isSnake) && CleanText.clean(header) == header
  }

  /// Letters, digits and underscores, and not what a program would read as a cell in either notation.
  static func allowsDefinedName(_ name: String) -> Bool {
    guard name.utf8.count <= 100, name.wholeMatch(of: /[A-Za-z][A-Za-z0-9_]*/) != nil else { return false }
    let looksLikeCell = name.wholeMatch(of: /[A-Za-z]{1,3}[0-9]+/) != nil
    let looksLikeRowOrColumn = name.wholeMatch(of: /[Rr][0-9]*([Cc][0-9]*)?|[Cc][0-9]*/) != nil
    return !looksLikeCell && !looksLikeRowOrColumn
  }

  private static func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 }

  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

  private static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") }

  /// Of a lower-case name; tables have thousands of columns in a round, so their names are looked at byte by byte.
  private static func isSnake(_ byte: UInt8) -> Bool {
    isWord(byte) && !(UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte)
  }

  /// A sheet's name as references need it.
  static func quoted(_ sheet: String) -> String {
    let isPlain = sheet.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    return isPlain
      ? sheet : "'" + sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  private static func quotedLength(_ sheet: String) -> Int {
    2 + sheet.utf8.count + sheet.utf8.count { $0 == UInt8(ascii: "'") }
  }
}
