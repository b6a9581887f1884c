import Foundation
import Spreadsheets
import Testing

/// Large tables are written row by row; what is read from them is the same as from small ones.
@Suite struct StreamedSheetTests {
  private static let texts = [
    "Phayao", "พะเยา", "a < b & \"c\"", "  spaces  ", "two\nlines", "_x0041_", "bell\u{7}", "=1+1", "Phayao", "",
  ]

  private func workbook(rows: Int) -> Workbook {
    let names = (0..<rows).map { Self.texts[$0 % Self.texts.count] }
    var table = DataTable(
      name: "tbl_large",
      columns: [
        DataColumn(header: "city", values: .texts(names), missing: "[z]"),
        DataColumn(header: "code", values: .texts((0..<rows).map { "c\($0 / 3)" })),
        DataColumn(header: "score", values: .numbers((0..<rows).map { $0 % 7 == 0 ? nil : Double($0) / 4 })),
      ])
    table.headerRow = 2
    return .small { workbook in
      workbook.sheets[0].set(.text("Phayao"), row: 1, column: 0, format: CellFormat())
      workbook.sheets[0].table = table
    }
  }

  private func cells(_ workbook: Workbook, rows: Int) throws -> [String] {
    let folder = try ScratchFolder()
    try XLSXWriter.write(workbook, toPath: folder.path("a.xlsx"))
    let reader = try XLSXReader(path: folder.path("a.xlsx"))
    let grid = try reader.grid(of: try #require(reader.sheets.first))
    return grid.cells.filter { $0.row < rows }.map { "\($0.row) \($0.column) \($0.kind) \(grid.display(of: $0))" }
  }

  @Test func sameCellsAsASmallTable() throws {
    let large = try cells(workbook(rows: 1500), rows: 900)
    #expect(large.count > 2600)
    #expect(try large == cells(workbook(rows: 900), rows: 900))
  }

  /// Each text stands once in the workbook, and is counted as often as it is referred to.
  @Test func textsAreShared() throws {
    let workbook = workbook(rows: 1500)
    let sheet = try workbook.part()
    let rows = try #require(sheet.components(separatedBy: "<row r=\"4\"").last)
    #expect(!rows.contains("inlineStr"))
    // The library counts the headers too, which stand in their cells.
    let references = rows.components(separatedBy: "t=\"s\"").count - 1 + 3
    let shared = try workbook.part("xl/sharedStrings.xml")
    let items = shared.components(separatedBy: "<si>").count - 1
    #expect(shared.contains("count=\"\(references)\" uniqueCount=\"\(items)\""))
    // The headers, eight distinct texts, two shorthands and the codes.
    #expect(items == 3 + 8 + 2 + 500)
  }
}
