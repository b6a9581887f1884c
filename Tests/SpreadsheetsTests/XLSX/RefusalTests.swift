import GNLCTestSupport
import Spreadsheets
import Testing

/// Workbooks that are refused, and by which name.
@Suite(.timeLimit(.minutes(1))) struct RefusalTests {
  static let doctype = """
    <?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
    <sst><si><t>&c;</t></si></sst>
    """
  static let externalEntity = """
    <?xml version="1.0"?><!DOCTYPE sst [<!ENTITY f SYSTEM "file:///etc/hostname">]><sst><si><t>&f;</t></si></sst>
    """

  @Test(arguments: [
    ("billion laughs", doctype, SpreadsheetFault.Kind.documentType),
    ("external entity", externalEntity, .documentType),
    ("external DTD", #"<!DOCTYPE sst SYSTEM "http://localhost/x.dtd"><sst/>"#, .documentType),
    ("unknown entity", "<sst><si><t>&nope;</t></si></sst>", .malformedXML),
    ("other encoding", #"<?xml version="1.0" encoding="ISO-8859-1"?><sst/>"#, .badEncoding),
    ("UTF-7", #"<?xml version="1.0" encoding="UTF-7"?><sst/>"#, .badEncoding),
    ("not closed", "<sst><si><t>a</t></si>", .malformedXML),
    ("nothing", "", .malformedXML),
    ("text after the end", "<sst/>hello", .malformedXML),
    ("too long a text", "<sst><si><t>\(String(repeating: "a", count: 32_768))</t></si></sst>", .tooManyCells),
    ("far too long a text", "<sst><si><t>\(String(repeating: "a", count: 200_000))</t></si></sst>", .tooManyCells),
    (
      "100,000 levels", String(repeating: "<r>", count: 100_000) + String(repeating: "</r>", count: 100_000),
      .nestedTooDeeply
    ),
    ("attribute of 3 MB", "<sst a=\"\(String(repeating: "x", count: 3 << 20))\"/>", .bomb),
    ("tag that never ends", "<sst " + String(repeating: "a='1' ", count: 400_000), .bomb),
    ("comment of 3 MB", "<sst><!--\(String(repeating: "x", count: 3 << 20))--></sst>", .bomb),
  ])
  func sharedStrings(what: String, xml: String, kind: SpreadsheetFault.Kind) {
    #expect(outcome(of: WorkbookFixture(parts: ["xl/sharedStrings.xml": xml]).archive.bytes) == kind)
  }

  @Test(arguments: [
    (#"<row r="1"><c r="XFE1"><v>1</v></c></row>"#, SpreadsheetFault.Kind.impossibleReference),
    (#"<row r="1"><c r="A1048577"><v>1</v></c></row>"#, .impossibleReference),
    (#"<row r="1"><c r="ZZZZZZZZZZZZZZZZZZZZ1"/></row>"#, .impossibleReference),
    (#"<row r="1"><c r="A99999999999999999999"/></row>"#, .impossibleReference),
    (#"<row r="1"><c r="A0"/></row>"#, .impossibleReference),
    (#"<row r="1"><c r="7"/></row>"#, .impossibleReference),
    (#"<row r="1"><c r="A1B"/></row>"#, .impossibleReference),
    (#"<row r="1"><c r="XFD1"/><c/></row>"#, .impossibleReference),
    (#"<row r="1048577"/>"#, .impossibleReference),
    (#"<row r="1048576"/><row/>"#, .impossibleReference),
    (#"<row r="0"/>"#, .impossibleReference),
    (#"<row r="x"/>"#, .impossibleReference),
    (#"<row r="20001"><c><v>1</v></c></row>"#, .tooManyCells),
    (#"<row r="1"><c r="IW1"><v>1</v></c></row>"#, .tooManyCells),
    (#"<row r="1"><c r="A1" t="s"><v>1</v></c></row>"#, .malformedXML),
    (#"<row r="1"><c r="A1" t="s"><v>-1</v></c></row>"#, .malformedXML),
    (#"<row r="1"><c r="A1" t="s"><v>99999999999999999999999999</v></c></row>"#, .malformedXML),
    (#"<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>"#, .malformedXML),
    (#"<row r="1"><c r="A1"></row>"#, .malformedXML),
  ])
  func rows(xml: String, kind: SpreadsheetFault.Kind) {
    #expect(outcome(of: WorkbookFixture(rows: xml, sharedStrings: "<si><t>a</t></si>").archive.bytes) == kind)
  }

  @Test(arguments: [
    (#"<cols><col min="0" max="3" hidden="1"/></cols>"#, ""),
    (#"<cols><col min="5" max="4" hidden="1"/></cols>"#, ""),
    (#"<cols><col min="5" max="99999" hidden="1"/></cols>"#, ""),
    ("", #"<mergeCells><mergeCell ref="A1:XFE9"/></mergeCells>"#),
    ("", #"<mergeCells><mergeCell ref="A1:"/></mergeCells>"#),
    ("", "<mergeCells><mergeCell/></mergeCells>"),
  ])
  func columnsAndMergesOutsideOfAnySheet(before: String, after: String) {
    let fixture = WorkbookFixture(beforeRows: before, afterRows: after)
    #expect(outcome(of: fixture.archive.bytes) == .impossibleReference)
  }

  /// Programs format whole columns; that says nothing about the data.
  @Test func styledButEmptyCellsBeyondTheLimitsAreNotCounted() throws {
    let rows = #"<row r="1048576"><c r="XFD1048576" s="1"/></row>"#
    #expect(try WorkbookFixture(rows: rows).grid().cells.isEmpty)
  }

  @Test func moreSharedStringsThanTheLimit() {
    var limits = SpreadsheetLimits.submission
    limits.sharedStrings = 3
    let three = String(repeating: "<si><t>a</t></si>", count: 3)
    #expect(outcome(of: WorkbookFixture(sharedStrings: three).archive.bytes, limits: limits) == nil)
    #expect(outcome(of: WorkbookFixture(sharedStrings: three + "<si/>").archive.bytes, limits: limits) == .tooManyCells)
  }

  @Test func moreSheetsThanTheArchiveMayHaveParts() {
    let sheets = (0...500).map { "<sheet name=\"s\($0)\" r:id=\"rId1\"/>" }
    #expect(outcome(of: WorkbookFixture(sheets: sheets.dropLast().joined()).archive.bytes) == nil)
    #expect(outcome(of: WorkbookFixture(sheets: sheets.joined()).archive.bytes) == .bomb)
  }

  @Test func theFaultTellsPartAndRow() {
    let fixture = WorkbookFixture(rows: #"<row r="7"><c r="AAAA7"/></row>"#)
    #expect(throws: SpreadsheetFault(.impossibleReference, "xl/worksheets/sheet1.xml: AAAA7", row: 6)) {
      try fixture.grid()
    }
    #expect(throws: SpreadsheetFault(.malformedXML, "xl/workbook.xml, line 2: mismatched tag")) {
      try WorkbookFixture(beforeSheets: "\n<a></b>").reader()
    }
  }
}
