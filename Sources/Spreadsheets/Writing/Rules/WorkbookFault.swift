/// Why a workbook value cannot become a file: it breaks a limit of the format, or would make the library write a broken
/// file.
///
/// Such a fault is ours, never the machine's: the stage that built the value has to mend it.
public struct WorkbookFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What no spreadsheet program would read, or none alike.
  public enum Kind: String, CaseIterable, Sendable {
    case noSheet  // a workbook without sheets
    case hiddenFirstSheet
    case sheetName
    case duplicateName  // sheets, tables, defined names, custom properties
    case definedName
    case unknownReference  // a sheet or list that is not there
    case outsideSheet  // a row or column that no sheet has
    case layout  // widths, heights, zoom, panes, print rows, margins
    case format  // font name and size, number format
    case nonFiniteNumber
    case inexactInteger  // beyond 2⁵³
    case textTooLong
    case emptyText  // where the file needs one
    case formula
    case tableName
    case tableHeader
    case tableShape  // no rows, columns of different lengths, cells under the table
    case validation
    case conditionalFormat
    case chart
    case duplicateComment
    case footer
    case properties
    case tooMany  // more links, validations or text runs than the library counts
    case library  // a refusal of the library that no rule of ours foresaw
  }

  public var kind: Kind
  /// The sheet; empty for the workbook itself.
  public var sheet: String
  public var cell: CellAddress?
  /// What was seen, and the limit.
  public var detail: String

  public init(_ kind: Kind, sheet: String = "", cell: CellAddress? = nil, _ detail: String = "") {
    self.kind = kind
    self.sheet = sheet
    self.cell = cell
    self.detail = detail
  }

  public var description: String {
    let place = [sheet, cell?.description ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    return [kind.rawValue, place, detail].filter { !$0.isEmpty }.joined(separator: ": ")
  }
}
