/// Which names may stand in a workbook's archive.
enum EntryPolicy {
  /// - Throws: `forbiddenArchiveEntry` for a path that would leave a folder, `macros` and `externalLinks` for parts that can
  ///   run code or fetch data.
  static func check(_ name: String) throws(SpreadsheetFault) {
    let bytes = name.utf8
    let hasDrive = bytes.dropFirst().first == UInt8(ascii: ":")
    if bytes.isEmpty || bytes.first == UInt8(ascii: "/") || hasDrive || bytes.contains(UInt8(ascii: "\\"))
      || bytes.split(separator: UInt8(ascii: "/")).contains(where: { $0.elementsEqual("..".utf8) })
    {
      throw SpreadsheetFault(.forbiddenArchiveEntry, name)
    }
    let folded = name.lowercased()
    if folded.hasSuffix("vbaproject.bin") || activeFolders.contains(where: { folded.contains($0) }) {
      throw SpreadsheetFault(.macros, name)
    }
    if folded.hasSuffix("xl/connections.xml") || linkingFolders.contains(where: { folded.contains($0) }) {
      throw SpreadsheetFault(.externalLinks, name)
    }
  }

  private static let activeFolders = ["/activex/", "/macrosheets/", "/dialogsheets/"]
  private static let linkingFolders = ["/externallinks/", "/embeddings/"]

  /// The same refusals by the type of a relationship or of a content, whatever the part is called.
  static func checkType(_ type: String, of part: String) throws(SpreadsheetFault) {
    let folded = type.lowercased()
    if folded.contains("macroenabled") || folded.contains("vbaproject") || folded.contains("activex")
      || folded.contains("macrosheet")
    {
      throw SpreadsheetFault(.macros, part)
    }
    if folded.hasSuffix("/externallink") || folded.hasSuffix("/connections") || folded.hasSuffix("externallink+xml")
      || folded.hasSuffix("connections+xml")
    {
      throw SpreadsheetFault(.externalLinks, part)
    }
    if folded.contains("sheet.binary") { throw SpreadsheetFault(.binaryWorkbook, part) }
  }
}
