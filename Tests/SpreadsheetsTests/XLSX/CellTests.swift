import Spreadsheets
import Testing

/// What a cell's element becomes.
@Suite struct CellTests {
  static let styles = """
    <numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="[h]:mm"/>
    </numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/>
    </cellXfs>
    """
  static let strings = """
    <si><t>plain</t></si><si><r><t>rich </t></r><r><rPr><b/></rPr><t xml:space="preserve"> text</t></r></si>
    <si><t>課</t><rPh sb="0" eb="1"><t>か</t></rPh><phoneticPr fontId="1"/></si><si><t/></si><si/>
    <si><t xml:space="preserve">  kept  </t></si><si><t>  dropped
     </t></si><si><t>a_x000D_b_x005F_x0041__xD83D__xDE00__xD83D__x0000_</t></si><si><t>สวัสดี &amp; &lt;b&gt;</t></si>
    """

  @Test(arguments: [
    // Numbers.
    (#"<c r="B2"><v>1.5</v></c>"#, ["B2 number 1.5"]),
    (#"<c r="B2" t="n"><v>-2E3</v></c>"#, ["B2 number -2000"]),
    ("<c r=\"B2\"><v>\n 7 \n</v></c>", ["B2 number 7"]),
    (#"<c r="B2"><v>0.30000000000000004</v></c>"#, ["B2 number 0.30000000000000004"]),
    (#"<c r="B2"><v>NAN</v></c>"#, ["B2 text NAN"]),
    (#"<c r="B2"><v>0x1p3</v></c>"#, ["B2 text 0x1p3"]),
    (#"<c r="B2"><v>1e999</v></c>"#, ["B2 text 1e999"]),
    // Styles.
    (#"<c r="B2" s="1"><v>45292</v></c>"#, ["B2 date 45292"]),
    (#"<c r="B2" s="2"><v>0.45</v></c>"#, ["B2 number 0.45 percent"]),
    (#"<c r="B2" s="3"><v>45292.5</v></c>"#, ["B2 date 45292.5"]),
    (#"<c r="B2" s="4"><v>0.5</v></c>"#, ["B2 date 0.5"]),
    (#"<c r="B2" s="99"><v>3</v></c>"#, ["B2 number 3"]),
    (#"<c r="B2" s="1"/>"#, []),
    // Texts.
    (#"<c r="B2" t="s"><v>0</v></c>"#, ["B2 text plain"]),
    (#"<c r="B2" t="s"><v>1</v></c>"#, ["B2 text rich text"]),
    (#"<c r="B2" t="s"><v>2</v></c>"#, ["B2 text 課"]),
    (#"<c r="B2" t="s"><v>3</v></c>"#, []),
    (#"<c r="B2" t="s"><v>4</v></c>"#, []),
    (#"<c r="B2" t="s"><v>5</v></c>"#, ["B2 text   kept  "]),
    (#"<c r="B2" t="s"><v>6</v></c>"#, ["B2 text dropped"]),
    (#"<c r="B2" t="s"><v>7</v></c>"#, ["B2 text a\rb_x0041_😀_xD83D__x0000_"]),
    (#"<c r="B2" t="s"><v>8</v></c>"#, ["B2 text สวัสดี & <b>"]),
    (#"<c r="B2" t="inlineStr"><is><t>in</t></is></c>"#, ["B2 text in"]),
    (#"<c r="B2" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>x</t></rPh></is></c>"#, ["B2 text ab"]),
    (#"<c r="B2" t="inlineStr"><is><t>_x0041_</t></is></c>"#, ["B2 text A"]),
    (#"<c r="B2" t="inlineStr"><is/></c>"#, []),
    (#"<c r="B2" t="str"><f>A1</f><v>of a formula</v></c>"#, ["B2 text of a formula formula"]),
    (#"<c r="B2" t="unheard"><v>kept</v></c>"#, ["B2 text kept"]),
    // Booleans, errors, ISO dates.
    (#"<c r="B2" t="b"><v>1</v></c>"#, ["B2 boolean TRUE"]),
    (#"<c r="B2" t="b"><v>false</v></c>"#, ["B2 boolean FALSE"]),
    (#"<c r="B2" t="b"><v>2</v></c>"#, ["B2 text 2"]),
    (#"<c r="B2" t="e"><v>#DIV/0!</v></c>"#, ["B2 error #DIV/0!"]),
    (#"<c r="B2" t="d"><v>2024-01-01</v></c>"#, ["B2 date 45292"]),
    (#"<c r="B2" t="d"><v>2024-01-01T12:00:00Z</v></c>"#, ["B2 date 45292.5"]),
    (#"<c r="B2" t="d"><v>06:00</v></c>"#, ["B2 date 0.25"]),
    (#"<c r="B2" t="d"><v>2023-02-29</v></c>"#, ["B2 text 2023-02-29"]),
    // Formulas.
    (#"<c r="B2"><f>SUM(A1:A9)</f><v>4</v></c>"#, ["B2 number 4 formula"]),
    (#"<c r="B2"><v>4</v><f>A1</f></c>"#, ["B2 number 4 formula"]),
    (#"<c r="B2"><f>A1</f></c>"#, ["B2 text  formula"]),
    (#"<c r="B2"><f>[1]Sheet1!A1</f><v>4</v></c>"#, ["B2 number 4 formula"]),
    (
      #"<c r="A2"><f t="shared" si="3">[1]S!A1</f><v>4</v></c><c r="B2"><f t="shared" si="3"/><v>5</v></c>"#,
      ["A2 number 4 formula", "B2 number 5 formula"]
    ),
    // Places.
    (#"<c><v>1</v></c><c r="D2"><v>2</v></c><c><v>3</v></c>"#, ["A2 number 1", "D2 number 2", "E2 number 3"]),
    (#"<c r="C2"><v>3</v></c><c r="B2"><v>2</v></c>"#, ["B2 number 2", "C2 number 3"]),
    (#"<c r="xfd2"><v>1</v></c>"#, ["XFD2 number 1"]),
    (#"<c r="B2"><extLst><ext><v>9</v></ext></extLst><v>1</v></c>"#, ["B2 number 1"]),
    (#"<c r="B2"><v>1</v><v>2</v></c>"#, ["B2 number 2"]),
  ])
  func becomes(xml: String, cells: [String]) throws {
    let fixture = WorkbookFixture(rows: #"<row r="2">\#(xml)</row>"#, sharedStrings: Self.strings, styles: Self.styles)
    #expect(try fixture.grid(limits: .source).summary == cells)
  }

  @Test func rowsWithoutNumberFollowEachOtherAndRowsOutOfOrderAreSorted() throws {
    let rows = """
      <row><c><v>1</v></c></row><row r="5"><c><v>5</v></c></row><row><c><v>6</v></c></row>
      <row r="3"><c r="A3"><v>3</v></c></row>
      """
    let grid = try WorkbookFixture(rows: rows).grid()
    #expect(grid.summary == ["A1 number 1", "A3 number 3", "A5 number 5", "A6 number 6"])
  }

  @Test func prefixedNamesAndStrictNamespacesAreRead() throws {
    let sheet = """
      <x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="A1" t="s">
      <x:v>0</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>b</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>
      """
    let strings = #"<x:sst xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:si><x:t>a</x:t></x:si></x:sst>"#
    let parts = ["xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": strings]
    #expect(try WorkbookFixture(parts: parts).grid().summary == ["A1 text a", "B1 text b"])
  }

  @Test func dateSystem1904ShiftsDaysButNotTimes() throws {
    let rows = #"<row><c s="1"><v>0</v></c><c s="4"><v>0.5</v></c><c s="0"><v>7</v></c></row>"#
    let fixture = WorkbookFixture(rows: rows, styles: Self.styles, beforeSheets: #"<workbookPr date1904="1"/>"#)
    #expect(try fixture.grid().summary == ["A1 date 1462", "B1 date 0.5", "C1 number 7"])
  }

  @Test func textsOfManyChunksArriveWhole() throws {
    let long = String(repeating: "ก็ที่", count: 6_000)
    let items = (0..<20).map { "<si><t>\($0)\(long)</t></si>" }.joined()
    let cells = (0..<20).map { #"<c t="s"><v>\#($0)</v></c><c t="inlineStr"><is><t>\#($0)\#(long)</t></is></c>"# }
    let grid = try WorkbookFixture(rows: "<row>\(cells.joined())</row>", sharedStrings: items).grid()
    #expect(grid.cells.count == 40)
    for cell in grid.cells { #expect(grid.string(of: cell) == "\(cell.column / 2)\(long)") }
  }
}
