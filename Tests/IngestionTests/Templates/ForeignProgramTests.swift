import Foundation
import GNLCTestSupport
import Ingestion
import Spreadsheets
import Testing
import Vocabulary

/// Templates saved by other programs: every answer is read as before.
@Suite(.serialized) struct ForeignProgramTests {
  @Test(.enabled(if: ForeignProgram.office != nil, "LibreOffice is not installed"))
  func savedByLibreOffice() throws {
    let office = try #require(ForeignProgram.office)
    let template = try FilledTemplate()
    let expected = try template.ingested()
    try ExampleRound.withTemporaryFile("xx-a.xlsx") { path in
      try XLSXWriter.write(template.workbook, toPath: path)
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
      let saved = ForeignProgram.succeeds(
        office,
        [
          "-env:UserInstallation=\(folder.appendingPathComponent("profile").absoluteString)", "--headless",
          "--convert-to",
          "xlsx:Calc MS Excel 2007 XML", "--outdir", folder.appendingPathComponent("saved").path, path,
        ])
      #expect(saved)
      let file = FilledTemplate.ingested(
        path: folder.appendingPathComponent("saved/xx-a.xlsx").path, template.catalogue)
      #expect(file.statements(template.catalogue) == expected.statements(template.catalogue))
      #expect(file.codes == [])
    }
  }

  /// A script fills the fresh template, as a city with a database would; merges cells, hides a row, and leaves an error value
  /// and a date behind.
  @Test(.enabled(if: ForeignProgram.pythonWithOpenpyxl != nil, "no Python that has openpyxl"))
  func filledByOpenpyxl() throws {
    let python = try #require(ForeignProgram.pythonWithOpenpyxl)
    let fresh = try FilledTemplate(filled: false)
    let expected = try FilledTemplate().ingested()
    try ExampleRound.withTemporaryFile("xx-a.xlsx") { path in
      try XLSXWriter.write(fresh.workbook, toPath: path)
      #expect(ForeignProgram.succeeds(python, ["-c", Self.filling, path]))
      let file = FilledTemplate.ingested(path: path, fresh.catalogue)
      #expect(file.statements(fresh.catalogue) == expected.statements(fresh.catalogue))
      #expect(file.findings.map(\.details["rows"]) == ["\(fresh.row(of: "rated") + 1), K"])
      #expect(ForeignProgram.succeeds(python, ["-c", Self.spoiling, path]))
      let spoilt = FilledTemplate.ingested(path: path, fresh.catalogue)
      #expect(spoilt.codes == ["F068", "F069", "C017", "C018", "C050", "C004"])
      #expect(spoilt.reconciliation.isBalanced)
    }
  }

  private static let filling = """
    import sys, openpyxl
    values = {"adults": 1000, "adults|sex=F": 510, "adults|sex=M": 490, "literate": 900, "literate|sex=F": 455,
      "literate|sex=M": 445, "schooling": 9.5, "rated": 3.2, "raters": 5, "spending|level=PRI": 100, "spending|level=SEC": 0}
    book = openpyxl.load_workbook(sys.argv[1])
    sheet = book["1 ข้อมูล · Data"]
    for row in sheet.iter_rows(min_row=7):
      code = row[0].value
      if code in values: row[7].value = values[code]
      if code == "spending": row[8].value = "m ไม่มีข้อมูล · missing"
      if code == "spending|level=SEC":
        row[8].value = "p เบื้องต้น · provisional"
        row[10].value = "บรรทัดหนึ่ง\\nline two 🙂"
      if code == "rated": sheet.row_dimensions[row[0].row].hidden = True
    sheet.column_dimensions["K"].hidden = True
    book.save(sys.argv[1])
    """

  private static let spoiling = """
    import sys, datetime, openpyxl
    book = openpyxl.load_workbook(sys.argv[1])
    sheet = book["1 ข้อมูล · Data"]
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=7)}
    rows["schooling"][7].value = "#REF!"
    rows["schooling"][7].data_type = "e"
    rows["raters"][7].value = datetime.date(2025, 2, 1)
    rows["raters"][7].number_format = "yyyy-mm-dd"
    rows["literate|sex=M"][7].value = 0.45
    rows["literate|sex=M"][7].number_format = "0%"
    first = rows["adults|sex=F"][7]
    sheet.merge_cells(start_row=first.row, end_row=first.row + 1, start_column=8, end_column=8)
    book.save(sys.argv[1])
    """
}
