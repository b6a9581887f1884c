import GNLCTestSupport
import Spreadsheets
import Testing

/// What a workbook says beside its cells.
@Suite struct WorkbookTests {
  @Test func sheetsStandInTheOrderOfTheirTabsHiddenOnesToo() throws {
    let relationships = WorkbookFixture.relationships([
      "a": ("worksheet", "/xl/worksheets/sheet1.xml"), "b": ("chartsheet", "chartsheets/sheet1.xml"),
      "c": ("worksheet", "../other/place.xml"), "d": ("worksheet", "worksheets\\sheet3.xml"),
    ])
    let fixture = WorkbookFixture(
      rows: "<row><c><v>1</v></c></row>",
      sheets: """
        <sheet name="ข้อมูล &amp; Data" sheetId="7" r:id="c"/><sheet name="Chart" sheetId="1" r:id="b"/>
        <sheet name="_meta" sheetId="2" state="veryHidden" r:id="a"/><sheet name="H" sheetId="3" state="hidden" r:id="d"/>
        """,
      parts: [
        "xl/_rels/workbook.xml.rels": relationships,
        "other/place.xml": "<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>",
        "xl/worksheets/sheet3.xml": "<worksheet/>",
      ])
    let reader = try fixture.reader()
    #expect(reader.sheets.map(\.name) == ["ข้อมูล & Data", "_meta", "H"])
    #expect(reader.sheets.map(\.isHidden) == [false, true, true])
    #expect(try reader.sheets.map { try reader.grid(of: $0).summary } == [["A1 number 2"], ["A1 number 1"], []])
    #expect(try reader.grid(of: reader.sheets[1]).isHidden)
  }

  @Test func hiddenRowsHiddenColumnsAndMergedCellsAreReported() throws {
    let fixture = WorkbookFixture(
      rows: """
        <row r="2" hidden="1"/><row r="3" hidden="true"/><row r="4"/><row r="9" hidden="1"><c><v>1</v></c></row>
        """,
      beforeRows: #"<cols><col min="1" max="1" width="3"/><col min="2" max="4" hidden="1"/></cols>"#,
      afterRows: #"<mergeCells count="2"><mergeCell ref="A1:C3"/><mergeCell ref="E5"/></mergeCells>"#)
    let grid = try fixture.grid()
    #expect(grid.hiddenRows == [1...2, 8...8])
    #expect(grid.hiddenColumns == [1...3])
    #expect(grid.mergedRanges.map(\.description) == ["A1:C3", "E5:E5"])
  }

  @Test func definedNamesAreFormulasByNameAndScope() throws {
    let fixture = WorkbookFixture(
      afterSheets: """
        <definedNames><definedName name="VALUE">'1 ข้อมูล'!$C$5:$C$9</definedName>
        <definedName name="_xlnm.Print_Area" localSheetId="0">Data!$A$1</definedName>
        <definedName name="lost" localSheetId="7">Data!$A$1</definedName></definedNames>
        """)
    let names = try fixture.reader().definedNames
    #expect(names == ["VALUE": "'1 ข้อมูล'!$C$5:$C$9", "Data!_xlnm.Print_Area": "Data!$A$1"])
  }

  @Test func propertiesCustomAndCore() throws {
    let relationships = """
      <Relationships><Relationship Id="1" Type="x/officeDocument" Target="xl/workbook.xml"/>
      <Relationship Id="2" Type="http://x/metadata/core-properties" Target="docProps/core.xml"/>
      <Relationship Id="3" Type="x/custom-properties" Target="docProps/custom.xml"/></Relationships>
      """
    let core = """
      <cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>สมชาย</dc:creator><dc:title/></cp:coreProperties>
      """
    let custom = """
      <Properties xmlns:vt="v"><property name="gnlc_city_id" pid="2"><vt:lpwstr>th-phayao</vt:lpwstr></property>
      <property name="n" pid="3"><vt:i4>7</vt:i4></property></Properties>
      """
    let fixture = WorkbookFixture(
      parts: ["_rels/.rels": relationships, "docProps/core.xml": core, "docProps/custom.xml": custom])
    #expect(
      try fixture.reader().properties
        == ["core:creator": "สมชาย", "core:title": "", "gnlc_city_id": "th-phayao", "n": "7"])
  }

  @Test func workbookWithoutRelationshipsOfThePackageIsFoundAtItsUsualPlace() throws {
    #expect(try WorkbookFixture(parts: ["_rels/.rels": "<Relationships/>"]).reader().sheets.count == 1)
  }

  @Test func partNamesDoNotDistinguishCase() throws {
    let relationships = WorkbookFixture.relationships(["rId1": ("worksheet", "Worksheets/Sheet1.xml")])
    let fixture = WorkbookFixture(
      rows: "<row><c><v>1</v></c></row>", parts: ["xl/_rels/workbook.xml.rels": relationships])
    #expect(try fixture.grid().summary == ["A1 number 1"])
  }

  @Test func utf16PartsAreRead() throws {
    let xml = #"<?xml version="1.0" encoding="UTF-16"?><sst><si><t>ภูเก็ต</t></si></sst>"#
    var archive = WorkbookFixture(rows: #"<row><c t="s"><v>0</v></c></row>"#, sharedStrings: "").archive
    for index in archive.entries.indices where archive.entries[index].name == Array("xl/sharedStrings.xml".utf8) {
      archive.entries[index] = .init("xl/sharedStrings.xml", utf16LittleEndian("\u{FEFF}" + xml))
    }
    let reader = try XLSXReader(bytes: archive.bytes)
    #expect(try reader.grid(of: reader.sheets[0]).summary == ["A1 text ภูเก็ต"])
  }

  @Test func aSheetWithoutPartIsRefusedAndTheOthersAreRead() throws {
    let fixture = WorkbookFixture(
      sheets: #"<sheet name="Data" sheetId="1" r:id="rId1"/><sheet name="Lost" sheetId="2" r:id="rId9"/>"#)
    let reader = try fixture.reader()
    #expect(try reader.grid(of: reader.sheets[0]).cells.isEmpty)
    #expect(throws: SpreadsheetFault(.damagedArchive, "no part for sheet Lost")) {
      try reader.grid(of: reader.sheets[1])
    }
  }
}
