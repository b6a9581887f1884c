/// Why a file could not be read as a spreadsheet: a fault of the file, which its sender can mend.
///
/// The reader refuses the whole file; it never guesses and never crashes. What the machine does wrong (no memory, a failing
/// disk) is not here.
public struct SpreadsheetFault: Error, Hashable, Sendable {
  /// Stable names; the findings catalogue has a text for each.
  public enum Kind: String, CaseIterable, Sendable {
    case empty  // 0 bytes
    case notARegularFile  // a symbolic link, folder or device
    case unreadable
    case tooLarge  // the file itself
    case encrypted  // a password-protected workbook (a compound file)
    case legacyExcel  // .xls
    case openDocument  // .ods
    case binaryWorkbook  // .xlsb
    case macros  // vbaProject.bin, .xlsm
    case externalLinks  // links to other workbooks, embedded objects, data connections
    case notAWorkbook  // a zip or another format without a workbook inside
    case damagedArchive  // truncated, bad CRC, overlapping or duplicated entries
    case forbiddenArchiveEntry  // path traversal, absolute path, unknown method
    case bomb  // inflates beyond the limits
    case documentType  // a DTD or entity declaration
    case malformedXML
    case nestedTooDeeply
    case tooManyCells  // rows, columns, shared strings beyond the limits
    case impossibleReference  // a cell outside of any sheet
    case badEncoding  // bytes that are no text in any encoding we read
    case unterminatedQuote
  }

  public var kind: Kind
  /// What was seen, for the message: a part name, a limit, a byte offset.
  public var detail: String
  /// The row where reading stopped, from 0, when that helps.
  public var row: Int?

  public init(_ kind: Kind, _ detail: String = "", row: Int? = nil) {
    self.kind = kind
    self.detail = detail
    self.row = row
  }
}
