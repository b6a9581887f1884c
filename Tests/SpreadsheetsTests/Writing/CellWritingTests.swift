import Spreadsheets
import Testing

/// What single cells look like in the file, where the golden parts would hide the reason.
@Suite struct CellWritingTests {
  private func workbook(_ content: CellContent) -> Workbook {
    .small { $0.sheets[0].cells = [SheetCell(CellAddress(row: 0, column: 0), content, CellFormat())] }
  }

  private func sheet(_ content: CellContent) throws -> String { try workbook(content).part() }

  private func strings(_ content: CellContent) throws -> String {
    try workbook(content).part("xl/sharedStrings.xml")
  }

  @Test func minusZeroIsZero() throws {
    #expect(try sheet(.number(-0.0)).contains("<c r=\"A1\" s=\"1\"><v>0</v></c>"))
    #expect(try sheet(.formula("=A2", cached: .number(-0.0))).contains("<f>A2</f><v>0</v>"))
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "00123", "http://example.org", "TRUE"])
  func textStaysText(text: String) throws {
    #expect(try sheet(.text(text)).contains("<c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c>"))
    #expect(try strings(.text(text)).contains("<t>\(text)</t>"))
  }

  @Test func controlCharactersAndEscapes() throws {
    #expect(try strings(.text("a\u{0}\u{1}b\u{FFFE} _x0041_")).contains("<t>ab _x005F_x0041_</t>"))
    #expect(try strings(.text("a < b & c")).contains("<t>a &lt; b &amp; c</t>"))
    #expect(try strings(.text(" a ")).contains("<t xml:space=\"preserve\"> a </t>"))
  }

  @Test func emptyTextIsABlankCell() throws { #expect(try sheet(.text("")).contains("<c r=\"A1\" s=\"1\"/>")) }

  @Test func theLaterCellOfAnAddressStands() throws {
    let part = try Workbook.small {
      $0.sheets[0].set(.number(1), row: 4, column: 0, format: CellFormat())
      $0.sheets[0].set(.number(2), row: 4, column: 0, format: CellFormat())
    }.part()
    #expect(part.contains("<c r=\"A5\" s=\"1\"><v>2</v></c>"))
    #expect(!part.contains("<v>1</v>"))
  }

  @Test func oneRunOfRichTextIsPlain() throws {
    let part = try strings(.richText([TextRun("", font: Font()), TextRun("a", font: Font(bold: true))]))
    #expect(part.contains("<si><t>a</t></si>"))
  }

  /// Two runs, twice, beside the same words in one font: three cells, two texts, counted as a program expects them.
  @Test func richTextIsOneTextOfSeveralFonts() throws {
    let runs = [TextRun("a <", font: Font(size: 12, bold: true)), TextRun(" ก", font: Font(size: 8, colour: 0x5F6B76))]
    let workbook = Workbook.small { workbook in
      workbook.sheets[0].cells = []
      for (row, content) in [CellContent.richText(runs), .text("a < ก"), .richText(runs)].enumerated() {
        workbook.sheets[0].set(content, row: row, column: 0, format: CellFormat())
      }
    }
    let strings = try workbook.part("xl/sharedStrings.xml")
    #expect(strings.contains("count=\"3\" uniqueCount=\"2\""))
    #expect(
      strings.contains(
        "<si><r><rPr><b/><sz val=\"12\"/><color rgb=\"FF000000\"/><rFont val=\"Arial\"/><family val=\"2\"/></rPr>"
          + "<t>a &lt;</t></r><r><rPr><sz val=\"8\"/><color rgb=\"FF5F6B76\"/><rFont val=\"Arial\"/>"
          + "<family val=\"2\"/></rPr><t xml:space=\"preserve\"> ก</t></r></si>"))
    let sheet = try workbook.part()
    for (cell, text) in [("A1", 0), ("A2", 1), ("A3", 0)] {
      #expect(sheet.contains("<c r=\"\(cell)\" s=\"1\" t=\"s\"><v>\(text)</v></c>"))
    }
  }

  @Test func aTextAtTheLimitIsWritten() throws {
    let text = String(repeating: "ก", count: 32_767)
    #expect(try strings(.text(text)).contains(text))
  }

  @Test func missingValuesOfATableAreShorthand() throws {
    let workbook = Workbook.small { $0.sheets[0].table = .small() }
    let strings = try workbook.part("xl/sharedStrings.xml")
    // Title, three headers, then row by row: A, C, [z], [x], [c].
    #expect(strings.contains("<t>city</t>") && strings.contains("<t>[z]</t>") && strings.contains("<t>[c]</t>"))
    let sheet = try workbook.part()
    #expect(sheet.contains("<c r=\"B8\" s=\"1\"><v>2024</v></c><c r=\"C8\" s=\"1\"><v>54.1</v></c>"))
    #expect(sheet.contains("<c r=\"C10\" s=\"1\"><v>0</v></c>"))
    #expect(sheet.contains("<c r=\"B9\" s=\"1\" t=\"s\">"))
    let table = try workbook.part("xl/tables/table1.xml")
    #expect(table.contains("name=\"tbl_scores\" displayName=\"tbl_scores\" ref=\"A7:C10\""))
    #expect(!table.contains("autoFilter") && !table.contains("TableStyle\""))
  }

  @Test(arguments: [
    ("R&D", "R&amp;&amp;D"), ("A&G", "A&amp;&amp;\u{2060}G"), ("&[Picture]", "&amp;&amp;\u{2060}[Picture]"),
    ("2026", "2026"), ("&&", "&amp;&amp;&amp;&amp;"),
  ])
  func footersKeepTheirText(text: String, code: String) throws {
    let part = try Workbook.small { $0.sheets[0].print.footer = Footer(left: [.text(text)]) }.part()
    #expect(part.contains("<oddFooter>&amp;L&amp;\"Arial,Regular\"&amp;8&amp;K5F6B76\(code)</oddFooter>"))
  }

  @Test func aColourOfMoreThanSixDigitsIsATrap() async {
    await #expect(processExitsWith: .failure) { _ = Colour(0x100_0000) }
  }

  @Test func aConditionIsAFormulaOfTheFirstCell() throws {
    let range = CellRange(rows: 1...3, columns: 1...4)
    let part = try Workbook.small {
      $0.sheets[0].conditionalFormats = [ConditionalFormat(range: range, formula: "=LEFT($B2,1)=\"○\"", bold: true)]
    }.part()
    #expect(part.contains("<conditionalFormatting sqref=\"B2:E4\"><cfRule type=\"expression\""))
    #expect(part.contains("<formula>LEFT($B2,1)=\"○\"</formula>"))
  }

  @Test func equalFormatsAreOneFormat() throws {
    let part = try Workbook.small {
      for row in 0..<50 { $0.sheets[0].set(.number(1), row: row, column: 1, format: CellFormat(numberFormat: "0.0")) }
    }.part("xl/styles.xml")
    #expect(part.contains("<cellXfs count=\"3\">"))
  }
}
