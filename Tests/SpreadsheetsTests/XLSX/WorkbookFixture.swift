import GNLCTestSupport
import Spreadsheets

/// A small workbook made from pieces of XML, as a test needs it.
struct WorkbookFixture {
  /// What stands inside `sheetData`.
  var rows = ""
  /// What stands before and after `sheetData`.
  var beforeRows = ""
  var afterRows = ""
  /// The items of the shared strings; nil for a workbook without that part.
  var sharedStrings: String?
  /// The inside of `styleSheet`.
  var styles: String?
  /// What stands before `sheets` in the workbook.
  var beforeSheets = ""
  /// The `sheet` elements.
  var sheets = #"<sheet name="Data" sheetId="1" r:id="rId1"/>"#
  /// What stands after `sheets` in the workbook.
  var afterSheets = ""
  /// Parts that are added, or replace those above.
  var parts: [String: String] = [:]

  static let main = #"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  var sheetXML: String {
    "<worksheet \(Self.main)>\(beforeRows)<sheetData>\(rows)</sheetData>\(afterRows)</worksheet>"
  }

  var allParts: [String: String] {
    var all = [
      "[Content_Types].xml": "<Types><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>",
      "_rels/.rels": Self.relationships(["rId1": ("officeDocument", "xl/workbook.xml")]),
      "xl/_rels/workbook.xml.rels": Self.relationships([
        "rId1": ("worksheet", "worksheets/sheet1.xml"), "rId2": ("sharedStrings", "sharedStrings.xml"),
        "rId3": ("styles", "styles.xml"),
      ]),
      "xl/workbook.xml":
        "<workbook \(Self.main) xmlns:r=\"\(Self.office)\">\(beforeSheets)<sheets>\(sheets)</sheets>\(afterSheets)</workbook>",
      "xl/worksheets/sheet1.xml": sheetXML,
    ]
    all["xl/sharedStrings.xml"] = sharedStrings.map { "<sst \(Self.main)>\($0)</sst>" }
    all["xl/styles.xml"] = styles.map { "<styleSheet \(Self.main)>\($0)</styleSheet>" }
    return all.merging(parts) { _, given in given }
  }

  var archive: ZipBuilder {
    ZipBuilder(allParts.sorted { $0.key < $1.key }.map { ZipBuilder.Entry($0.key, $0.value) })
  }

  func reader(limits: SpreadsheetLimits = .submission) throws(SpreadsheetFault) -> XLSXReader {
    try XLSXReader(bytes: archive.bytes, limits: limits)
  }

  /// The first sheet.
  func grid(limits: SpreadsheetLimits = .submission) throws(SpreadsheetFault) -> Grid {
    let reader = try reader(limits: limits)
    return try reader.grid(of: reader.sheets[0])
  }

  static func relationships(_ targets: [String: (type: String, target: String)]) -> String {
    let elements = targets.sorted { $0.key < $1.key }.map { id, target in
      #"<Relationship Id="\#(id)" Type="\#(office)/\#(target.type)" Target="\#(target.target)"/>"#
    }
    return "<Relationships>\(elements.joined())</Relationships>"
  }
}

extension Grid {
  /// Every cell as `B7 number 1.5`, with its traits behind it.
  var summary: [String] {
    cells.map { cell in
      var words = ["\(cell.address)", "\(cell.kind)", display(of: cell)]
      if cell.traits.contains(.formula) { words.append("formula") }
      if cell.traits.contains(.percentFormat) { words.append("percent") }
      return words.joined(separator: " ")
    }
  }
}

/// What reading gave: cells, or the kind of fault.
func outcome(of bytes: [UInt8], limits: SpreadsheetLimits = .submission) -> SpreadsheetFault.Kind? {
  do throws(SpreadsheetFault) {
    let reader = try XLSXReader(bytes: bytes, limits: limits)
    for sheet in reader.sheets { _ = try reader.grid(of: sheet) }
    return nil
  } catch {
    return error.kind
  }
}

/// The UTF-16 units of a text, low byte first.
func utf16LittleEndian(_ text: String) -> [UInt8] {
  var bytes: [UInt8] = []
  for unit in text.utf16 {
    bytes.append(UInt8(truncatingIfNeeded: unit))
    bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
  }
  return bytes
}
