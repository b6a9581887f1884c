/// A workbook (.xlsx) opened for reading.
///
///     let workbook = try XLSXReader(path: "th-phayao.xlsx")
///     for sheet in workbook.sheets where !sheet.isHidden {
///       let grid = try workbook.grid(of: sheet)
///     }
///
/// Opening checks the archive as a whole and reads everything but the cells. A file that could harm (bombs, entities,
/// macros, links to other files) is refused; nothing is written to disk, fetched or computed.
public struct XLSXReader {
  /// The worksheets in the order of their tabs, hidden ones included; chart sheets have no cells and are left out.
  public let sheets: [SheetReference]
  /// Formulas by name (`'Data'!$C$5:$C$60`). A name that belongs to one sheet is listed as `Sheet!Name`.
  public let definedNames: [String: String]
  /// Custom document properties by name; core ones under `core:creator`, `core:modified` and so on.
  public let properties: [String: String]

  private let archive: ZipArchive
  private let sharedStrings: SharedStrings
  private let styles: Styles
  private let usesDateSystem1904: Bool

  /// Opens a file.
  ///
  /// - Throws: Why this file is not read.
  public init(path: String, limits: SpreadsheetLimits = .submission) throws(SpreadsheetFault) {
    try self.init(storage: MappedFile(path: path, limits: limits).storage, limits: limits)
  }

  /// Opens a file that is in memory.
  ///
  /// - Throws: Why this file is not read.
  public init(bytes: [UInt8], limits: SpreadsheetLimits = .submission) throws(SpreadsheetFault) {
    guard bytes.count <= limits.fileBytes else {
      throw SpreadsheetFault(.tooLarge, "\(bytes.count) bytes, at most \(limits.fileBytes)")
    }
    try self.init(storage: TextStorage(copying: bytes), limits: limits)
  }

  package init(storage: TextStorage, limits: SpreadsheetLimits) throws(SpreadsheetFault) {
    let kind = FileKind.sniff(storage.bytes)
    // A damaged archive hides what it was: opening it tells more than its kind does.
    if kind != .otherArchive, let fault = kind.fault { throw fault }
    guard kind != .text else { throw SpreadsheetFault(.notAWorkbook, "text") }
    archive = try ZipArchive(storage, limits: limits)
    try ContentTypes.check(archive)

    let package = try Relationships.read(of: "", in: archive)
    let part = package.part(type: "officeDocument") ?? Self.usualPart
    guard archive.contains(part) else {
      throw kind.fault ?? SpreadsheetFault(.notAWorkbook, "no workbook part")
    }
    let workbook = WorkbookPart(limits: limits)
    try archive.parse(part, with: workbook)
    guard workbook.isWorkbook else { throw SpreadsheetFault(.notAWorkbook, part) }
    let relationships = try Relationships.read(of: part, in: archive)

    sheets = workbook.sheets.compactMap { sheet in
      let relationship = relationships.part(id: sheet.relationship)
      guard relationship?.type != "chartsheet", relationship?.type != "dialogsheet" else { return nil }
      return SheetReference(name: sheet.name, isHidden: sheet.isHidden, part: relationship?.part ?? "")
    }
    definedNames = workbook.definedNames
    usesDateSystem1904 = workbook.usesDateSystem1904
    let stylesPart = relationships.part(type: "styles")
    styles =
      if let stylesPart, archive.contains(stylesPart) { try Styles.read(stylesPart, in: archive) } else { .none }
    let stringsPart = relationships.part(type: "sharedStrings")
    sharedStrings =
      if let stringsPart, archive.contains(stringsPart) {
        try SharedStrings.read(stringsPart, in: archive)
      } else {
        .none
      }

    let documentProperties = DocumentProperties(limits: limits)
    for type in ["core-properties", "custom-properties"] {
      if let part = package.part(type: type), archive.contains(part) {
        try archive.parse(part, with: documentProperties)
      }
    }
    properties = documentProperties.values
  }

  /// Where almost every workbook has its main part, for packages that do not say.
  private static let usualPart = "xl/workbook.xml"

  /// Reads the cells of a sheet.
  ///
  /// - Throws: Why this sheet cannot be read; the others may still be.
  public func grid(of sheet: SheetReference) throws(SpreadsheetFault) -> Grid {
    guard !sheet.part.isEmpty else { throw SpreadsheetFault(.damagedArchive, "no part for sheet \(sheet.name)") }
    let part = try archive.open(sheet.part)
    let handler = SheetHandler(
      sharedStrings: sharedStrings, styles: styles, usesDateSystem1904: usesDateSystem1904,
      inflatedSize: part.inflatedSize, limits: archive.limits)
    try SheetParser(part, with: handler).parse()
    var grid = Grid(
      name: sheet.name, cells: try handler.sortedCells(), fileText: sharedStrings.storage, ownText: handler.ownText)
    grid.hiddenRows = handler.hiddenRows
    grid.hiddenColumns = handler.hiddenColumns
    grid.mergedRanges = handler.mergedRanges
    grid.isHidden = sheet.isHidden
    return grid
  }
}
