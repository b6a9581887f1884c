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
    return name.wholeMatch(of: /[A-Za-z][A-Za-z0-9]*_[A-Za-z0-9_]+/) != nil
  }

  /// Lower-case snake_case after `tbl_`.
  static func allowsTable(_ name: String) -> Bool {
    name.utf8.count <= 100 && name.wholeMatch(of: /tbl_[a-z0-9_]+/) != nil && CleanText.clean(name) == name
  }

  /// The header of a table's column.
  static func allowsHeader(_ header: String) -> Bool {
    header.utf8.count <= 100 && header.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil && CleanText.clean(header) == header
  }

  /// Letters, digits and underscores, and not what a program would read as a cell in either notation.
  static func allowsDefinedName(_ name: String) -> Bool {
    guard name.utf8.count <= 100, name.wholeMatch(of: /[A-Za-z][A-Za-z0-9_]*/) != nil else { return false }
    let looksLikeCell = name.wholeMatch(of: /[A-Za-z]{1,3}[0-9]+/) != nil
    let looksLikeRowOrColumn = name.wholeMatch(of: /[Rr][0-9]*([Cc][0-9]*)?|[Cc][0-9]*/) != nil
    return !looksLikeCell && !looksLikeRowOrColumn
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
