import GNLCTestSupport

/// The parts of a small workbook that has a little of everything.
struct WorkbookParts {
  static let names = [
    "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "_rels/.rels", "[Content_Types].xml", "docProps/custom.xml",
  ]

  private static let main = #"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// In the order of ``names``.
  let contents = [
    """
    <worksheet \(main)><dimension ref="A1:C3"/><cols><col min="2" max="3" hidden="1"/></cols><sheetData>
    <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c t="inlineStr"><is><t>x</t></is></c></row>
    <row r="2" hidden="1"><c r="A2" s="1"><v>45292</v></c><c r="B2" s="2"><v>0.45</v></c><c t="b"><v>1</v></c></row>
    <row><c><f t="shared" si="0">[1]S!A1+T[x]</f><v>1.5e3</v></c><c t="e"><v>#N/A</v></c>
    <c t="d"><v>2024-01-31T10:00:00</v></c><c t="str"><f>A1</f><v>_x0041_</v></c></row></sheetData>
    <mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells></worksheet>
    """,
    """
    <sst \(main) uniqueCount="2"><si><t>_x000D_ &amp; ก</t></si>
    <si><r><rPr><b/></rPr><t>a</t></r><r><t xml:space="preserve"> b</t></r><rPh sb="0" eb="1"><t>c</t></rPh></si></sst>
    """,
    """
    <styleSheet \(main)><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd &quot;x&quot;"/>
    <numFmt numFmtId="165" formatCode="[h]:mm;[Red]0.0%"/></numFmts>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="165"/></cellXfs></styleSheet>
    """,
    """
    <workbook \(main) xmlns:r="\(office)"><workbookPr date1904="1"/><sheets><sheet name="Data" sheetId="1" r:id="rId1"/>
    <sheet name="ชีต" sheetId="2" state="veryHidden" r:id="rId1"/></sheets><definedNames>
    <definedName name="V" localSheetId="0">Data!$A$1</definedName></definedNames></workbook>
    """,
    relationships([
      ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "/xl/sharedStrings.xml"),
      ("rId3", "styles", "../xl/./styles.xml"),
    ]),
    relationships([("rId1", "officeDocument", "xl/workbook.xml"), ("rId2", "custom-properties", "docProps/custom.xml")]
    ),
    #"<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/a" ContentType="b"/></Types>"#,
    #"<Properties><property fmtid="{}" pid="2" name="gnlc_city_id"><vt:lpwstr>xx-a</vt:lpwstr></property></Properties>"#,
  ]

  private static func relationships(_ targets: [(id: String, type: String, target: String)]) -> String {
    "<Relationships>"
      + targets.map { #"<Relationship Id="\#($0.id)" Type="\#(office)/\#($0.type)" Target="\#($0.target)"/>"# }.joined()
      + "</Relationships>"
  }

  /// - Parameter replacements: In the order of ``names``; an empty one leaves the part as it is.
  func archive(replacing replacements: [[UInt8]] = []) -> ZipBuilder {
    ZipBuilder(
      Self.names.enumerated().map { index, name in
        let given = index < replacements.count ? replacements[index] : []
        return ZipBuilder.Entry(name, given.isEmpty ? Array(contents[index].utf8) : given)
      })
  }
}
