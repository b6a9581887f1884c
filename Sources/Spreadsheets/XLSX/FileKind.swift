/// What a file is, told by its bytes and never by its name.
public enum FileKind: String, CaseIterable, Sendable {
  case empty
  case workbook  // .xlsx
  case binaryWorkbook  // .xlsb
  case openDocument  // .ods, zipped or flat
  case otherArchive  // a zip without a workbook that we can see, perhaps a damaged one
  case encryptedWorkbook  // a password-protected .xlsx
  case legacyExcel  // .xls
  case otherCompoundFile  // .doc, .msi …
  case webPage  // HTML saved as .xls
  case spreadsheetXML  // "XML Spreadsheet 2003"
  case text

  /// - Parameter bytes: The whole file.
  public static func sniff(_ bytes: [UInt8]) -> FileKind {
    bytes.withUnsafeBufferPointer { sniff($0) }
  }

  /// - Parameter bytes: The whole file.
  public static func sniff(_ bytes: UnsafeBufferPointer<UInt8>) -> FileKind {
    if bytes.isEmpty { return .empty }
    if bytes.starts(with: ZipDirectory.magic) || bytes.starts(with: ZipDirectory.emptyMagic) {
      return archive(bytes)
    }
    if bytes.starts(with: CompoundFile.magic) { return compoundFile(bytes) }
    return markup(bytes) ?? .text
  }

  /// Why a file of this kind is not read; nil for those that are.
  public var fault: SpreadsheetFault? {
    switch self {
    case .workbook, .text: nil
    case .empty: SpreadsheetFault(.empty)
    case .binaryWorkbook: SpreadsheetFault(.binaryWorkbook)
    case .openDocument: SpreadsheetFault(.openDocument)
    case .encryptedWorkbook: SpreadsheetFault(.encrypted)
    case .legacyExcel: SpreadsheetFault(.legacyExcel)
    case .otherArchive: SpreadsheetFault(.notAWorkbook, "a zip archive without a workbook")
    case .otherCompoundFile: SpreadsheetFault(.notAWorkbook, "a compound file without a workbook")
    case .webPage: SpreadsheetFault(.notAWorkbook, "a web page")
    case .spreadsheetXML: SpreadsheetFault(.notAWorkbook, "XML Spreadsheet 2003")
    }
  }

  private static func archive(_ bytes: UnsafeBufferPointer<UInt8>) -> FileKind {
    // The first local header of an OpenDocument file names an uncompressed entry that states its type.
    let start = String(decoding: bytes.prefix(128), as: UTF8.self)
    if start.contains("mimetypeapplication/vnd.oasis.opendocument.") { return .openDocument }
    guard let names = try? ZipDirectory(bytes)?.names else { return .otherArchive }
    if names.contains("content.xml"), names.contains("META-INF/manifest.xml") { return .openDocument }
    guard names.contains("[Content_Types].xml") else { return .otherArchive }
    if names.contains(where: { $0.hasSuffix("workbook.bin") }) { return .binaryWorkbook }
    return names.contains { $0.hasPrefix("xl/") } ? .workbook : .otherArchive
  }

  private static func compoundFile(_ bytes: UnsafeBufferPointer<UInt8>) -> FileKind {
    if CompoundFile.hasStream(named: "EncryptedPackage", in: bytes) { return .encryptedWorkbook }
    let isExcel = ["Workbook", "Book"].contains { CompoundFile.hasStream(named: $0, in: bytes) }
    return isExcel ? .legacyExcel : .otherCompoundFile
  }

  /// Markup that spreadsheet programs open under the name .xls; nil if this is none.
  private static func markup(_ bytes: UnsafeBufferPointer<UInt8>) -> FileKind? {
    let start = bytes.prefix(2048).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    guard start.first == UInt8(ascii: "<") else { return nil }
    let text = String(decoding: start, as: UTF8.self).lowercased()
    if text.contains("urn:schemas-microsoft-com:office:spreadsheet") { return .spreadsheetXML }
    if text.hasPrefix("<?xml"), text.contains("urn:oasis:names:tc:opendocument") { return .openDocument }
    let tags = ["<!doctype html", "<html", "<table", "<head", "<meta", "<body"]
    return tags.contains { text.contains($0) } ? .webPage : nil
  }
}
