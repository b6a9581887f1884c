import Foundation
import GNLCTestSupport
import Spreadsheets
import Testing

/// Rows of the plainest form do not go through expat. A space before the end of a row says nothing and makes it another form: with
/// it and without it every sheet must mean the same, and be refused for the same reason.
@Suite struct PlainRowTests {
  /// What a reader sees, comparable.
  private enum Outcome: Equatable {
    case cells([String])
    case fault(SpreadsheetFault.Kind)
  }

  private static func outcome(_ sheet: String, shared: String) -> Outcome {
    var fixture = WorkbookFixture(sharedStrings: shared, styles: CellTests.styles)
    fixture.parts["xl/worksheets/sheet1.xml"] = sheet
    do throws(SpreadsheetFault) {
      let grid = try fixture.grid()
      return .cells(
        grid.cells.map { "\($0.address) \($0.kind) \($0.traits.rawValue) \(grid.display(of: $0))" }
          + ["\(grid.hiddenRows) \(grid.mergedRanges)"])
    } catch {
      return .fault(error.kind)
    }
  }

  private static let shared = "<si><t>a</t></si><si><t>ก</t></si><si><t></t></si>"

  private static func sheet(_ rows: String) -> String {
    "<worksheet \(WorkbookFixture.main)><dimension ref=\"A1:D9\"/><sheetData>\(rows)</sheetData></worksheet>"
  }

  @Test(arguments: [
    #"<row r="2" spans="1:3"><c r="A2" s="1" t="s"><v>0</v></c><c r="B2"><v>0.5</v></c><c r="C2" s="1"/></row>"#,
    #"<row><c><v>1</v></c><c t="b"><v>1</v></c><c t="n"><v>-1e3</v></c></row><row><c r="C2"><v> 7 </v></c></row>"#,
    #"<row r="1" ht="12" customHeight="1"><c r="B1" t="s"><v>1</v></c><c><v>NAN</v></c></row>"#,
    #"<row r="3"><c r="A3"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>"#,
    #"<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>"#,
    #"<row r="1" r="2"><c><v>1</v></c></row>"#, #"<row r="1"><c r="A1" r="B1"><v>1</v></c></row>"#,
    #"<row r="0"><c><v>1</v></c></row>"#, #"<row r="1048577"><c><v>1</v></c></row>"#,
    #"<row r="1"><c r="XFE1"><v>1</v></c></row>"#, #"<row r="1"><c r="A0"><v>1</v></c></row>"#,
    #"<row r="20001"><c><v>1</v></c></row>"#, #"<row r="1"><c r="IW1"><v>1</v></c></row>"#,
    #"<row r="1"><c t="s"><v>3</v></c></row>"#, #"<row r="1"><c t="s"><v></v></c></row>"#,
    #"<row r="1"><c t="s"><v>-1</v></c></row>"#, #"<row r="1"><c t="x"><v>1</v></c></row>"#,
    #"<row r="1"><c t="str"><v>a&amp;b</v></c></row>"#, #"<row r="1"><c><f>1+1</f><v>2</v></c></row>"#,
    #"<row r="1"><c><v>1]]></v></c></row>"#, #"<row r="1"><c><v>1</v></c>"#, #"<row r="1"><c><v>1</v></row>"#,
    #"<!--<row></row>--><row><c><v>1</v></c></row><!-- </row><row><c><v>2</v></c></row> -->"#,
    #"<row><c><v>1</v></c></row><![CDATA[</row>]]><row><c><v>2</v></c></row>"#,
    #"<row><c><v>1</v></c></row><![CDATA[</row><row><c><v>2</v></c></row>]]>"#,
    #"<row><c><v>1</v></c></row></sheetData><row><c><v>2</v></c></row><sheetData>"#,
    #"<row hidden="1"><c><v>1</v></c></row><row><c><v>2</v></c></row>"#,
  ])
  func formsOfRows(_ rows: String) {
    let sheet = Self.sheet(rows)
    let other = sheet.replacingOccurrences(of: "</row>", with: " </row>")
    #expect(Self.outcome(sheet, shared: Self.shared) == Self.outcome(other, shared: Self.shared))
  }

  /// Rows longer than what is read at a time, and ends of what is read everywhere in a row.
  @Test func rowsAcrossChunks() throws {
    var rows = ""
    for row in 1...4000 {
      let cells = (0..<(row == 2000 ? 250 : row % 7)).map {
        #"<c t="s"><v>\#($0 % 3)</v></c><c><v>\#(row).\#($0)</v></c>"#
      }
      rows += #"<row r="\#(row)">\#(cells.prefix(120).joined())</row>"#
    }
    let sheet = Self.sheet(rows)
    let seen = Self.outcome(sheet, shared: Self.shared)
    #expect(seen == Self.outcome(sheet.replacingOccurrences(of: "</row>", with: " </row>"), shared: Self.shared))
    guard case .cells(let cells) = seen else { Issue.record("the sheet is refused"); return }
    #expect(cells.count > 15_000)
  }

  /// After many rows of another form the plain ones are not looked for any more; their meaning stays.
  @Test func plainRowsAfterManyOthers() {
    let odd = (1...40).map { "<row r=\"\($0)\"><c t=\"str\"><v>ก</v></c></row>" }.joined()
    let sheet = Self.sheet(odd + #"<row r="41"><c t="s"><v>0</v></c></row>"#)
    guard case .cells(let cells) = Self.outcome(sheet, shared: Self.shared) else {
      Issue.record("the sheet is refused")
      return
    }
    #expect(cells.count == 42 && cells[40] == "A41 text 0 a")
  }

  /// Damage of every kind at every place: taken or refused alike.
  @Test func damagedRows() {
    let rows = (1...6).map {
      #"<row r="\#($0)" spans="1:3"><c r="A\#($0)" s="1" t="s"><v>0</v></c><c r="B\#($0)"><v>0.\#($0)</v></c><c s="2"/></row>"#
    }.joined()
    let good = Array(Self.sheet(rows).utf8)
    var readable = 0
    for seed in 0..<300 {
      var generator = MutationTests.Generator(state: UInt64(seed))
      var bytes = good
      MutationTests.mutate(&bytes, using: &generator)
      // A damaged byte may be no UTF-8; then expat refuses the part, whatever else is in it.
      guard let sheet = String(validating: bytes, as: UTF8.self) else { continue }
      // Where the end of a row stands in a value or a tag, the space would not be silent.
      let other = sheet.replacingOccurrences(of: "</c></row>", with: "</c> </row>")
        .replacingOccurrences(of: "/></row>", with: "/> </row>")
      let seen = Self.outcome(sheet, shared: Self.shared)
      #expect(seen == Self.outcome(other, shared: Self.shared), "seed \(seed)")
      if case .cells = seen { readable += 1 }
    }
    #expect((5..<290).contains(readable))
  }
}
