import Foundation
import GNLCTestSupport
import Rounds
import Spreadsheets
import Testing
import Vocabulary

/// A city's way through two rounds: it sends a table with mistakes, gets a workbook back, mends it and sends that.
@Suite struct ReturnTests {
  private static let header = "CITY,VARIABLE,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,NOTE"

  /// Two cities, of which one sends nothing, and an earlier round with one figure.
  private func workspace(_ folder: RoundTests.Folder) throws -> Workspace {
    let source = try Workspace(root: Repository.path(""))
    try SyntheticWorkspace(cities: 2, years: 1).write(to: "\(folder.path)/ws", from: source)
    let workspace = try Workspace(root: "\(folder.path)/ws")
    let inputs = workspace.absolute("Inputs/demo")
    for name in ["xx-a.xlsx", "xx-b.xlsx"] {
      try FileManager.default.removeItem(atPath: "\(inputs)/2026/submissions/\(name)")
    }
    try FileManager.default.createDirectory(
      atPath: "\(inputs)/2025/submissions", withIntermediateDirectories: true)
    let round = try String(contentsOfFile: "\(inputs)/2026/round.yaml", encoding: .utf8)
      .replacing("2024", with: "2023").replacing("reference_period: 2025", with: "reference_period: 2024")
      .replacing("\"2026\"", with: "\"2025\"").replacing("state: open", with: "state: frozen")
    try round.write(toFile: "\(inputs)/2025/round.yaml", atomically: true, encoding: .utf8)
    let cities = "\(inputs)/cities.csv"
    let lines = try String(contentsOfFile: cities, encoding: .utf8).split(separator: "\r\n")
    let extra = [",contact,languages", ",learning@a.example,en", ",,"]
    try zip(lines, extra).map { $0 + $1 }.joined(separator: "\r\n").write(
      toFile: cities, atomically: true, encoding: .utf8)
    try write(
      ["xx-a,population,_T,2024,9000,persons,,", "xx-a,population_15plus,_T,2023,7000,persons,,"], round: "2025",
      in: workspace)
    return workspace
  }

  private func write(_ rows: [String], round: String = "2026", in workspace: Workspace) throws {
    try ([Self.header] + rows).joined(separator: "\n").write(
      toFile: workspace.absolute("Inputs/demo/\(round)/submissions/xx-a.csv"), atomically: true, encoding: .utf8)
  }

  private func run(_ workspace: Workspace) throws -> RunSummary {
    try RoundRun(RoundName(programme: "demo", round: "2026"), in: workspace, date: try #require(RoundTests.date)).run()
  }

  private func text(_ workspace: Workspace, _ name: String) throws -> String {
    try String(contentsOfFile: workspace.absolute("Reports/demo/2026/\(name)"), encoding: .utf8)
  }

  /// Of errors and warnings.
  private func codes(_ workspace: Workspace) throws -> [String] {
    let rows = try text(workspace, "findings.csv").split(separator: "\r\n").dropFirst().map { row -> [Substring] in
      row.split(separator: ",", omittingEmptySubsequences: false)
    }
    return rows.filter { $0[1] != "info" }.map { String($0[2]) }.sorted()
  }

  @Test func aCityMendsWhatCameBack() throws {
    let folder = try RoundTests.Folder()
    let workspace = try workspace(folder)
    try write(
      [
        "xx-a,population,_T,2025,9100,persons,,", "xx-a,population,_T,2025,9200,persons,,",
        "xx-a,population,_T,2024,9500,persons,,", "xx-a,population_15plus,_T,2025,\"7,1\",persons,,",
        "xx-a,population_15plus,_T,2023,,persons,O,",
        "xx-a,eligible_voters,_T,2025,6800,persons,E,ask somchai@example.org or 081-234-5678",
      ], in: workspace)
    let first = try run(workspace)
    let found = try codes(workspace)
    #expect(found == ["C036", "C040", "C040", "N004", "T011", "T012"])
    #expect(first.returned == ["returned/xx-a-2026.xlsx"])
    let board = try text(workspace, "submissions.csv").split(separator: "\r\n")
    #expect(
      board[1].hasPrefix(
        "xx-a,Example City A,เมืองตัวอย่าง ก,to_mend,3,3,2,2026-11-22,2026-09-30,-53,learning@a.example,en,"
          + "Inputs/demo/2026/submissions/xx-a.csv,returned/xx-a-2026.xlsx,"))
    #expect(board[2].hasPrefix("xx-b,Example City B,เมืองตัวอย่าง ข,overdue,0,0,1,2026-11-22,2026-09-30,-53,,en,,,"))
    // Nobody's address or number is in a published file.
    for name in ["observations.csv", "findings.csv"] { #expect(!(try text(workspace, name).contains("somchai"))) }
    #expect(try text(workspace, "observations.csv").contains("ask *** or ***"))

    // Sent as it came back, the same is wrong with it; only the note is mended, since its address was masked.
    let returned = workspace.absolute("Reports/demo/2026/returned/xx-a-2026.xlsx")
    let submission = workspace.absolute("Inputs/demo/2026/submissions/xx-a.xlsx")
    try FileManager.default.removeItem(atPath: workspace.absolute("Inputs/demo/2026/submissions/xx-a.csv"))
    var book = try ResavedWorkbook(path: returned)
    #expect(book.texts.contains { $0.contains("Example City A") && !$0.contains("เมือง") }, "the city's own language")
    #expect(!book.texts.contains { $0.contains("somchai") })
    #expect(book.texts.contains { $0.contains("measures that the round asks for") })
    #expect(!book.texts.contains { $0.contains("….") })
    try FileManager.default.copyItem(atPath: returned, toPath: submission)
    _ = try run(workspace)
    let again = try codes(workspace)
    #expect(again == ["C040", "C040", "N004", "T011", "T012"])

    // Mended, it passes.
    book.set(.number(7100), in: "1 ข้อมูล · Data", at: book.cell(of: "population_15plus", column: 7))
    for row in 4...6 {
      let isSecondReading = book.text(in: "2 หมายเหตุ · Notes", CellAddress(row: row, column: 1)) == "2025"
      for column in 0...5 where isSecondReading {
        book.set(.blank, in: "2 หมายเหตุ · Notes", at: CellAddress(row: row, column: column))
      }
      if !isSecondReading {
        book.set(.text("recounted"), in: "2 หมายเหตุ · Notes", at: CellAddress(row: row, column: 5))
      }
    }
    try FileManager.default.removeItem(atPath: submission)
    try XLSXWriter.write(book.workbook, toPath: submission)
    let last = try run(workspace)
    let left = try codes(workspace)
    #expect(left == [])
    #expect(last.errors == 0 && last.warnings == 0)
    #expect(last.returned.isEmpty)
    #expect(try text(workspace, "submissions.csv").contains("xx-a,Example City A,เมืองตัวอย่าง ก,complete,0,0,"))

    // A file whose rows are nobody's is no city's, whatever its name.
    try FileManager.default.copyItem(
      atPath: submission, toPath: workspace.absolute("Inputs/demo/kept.xlsx"))
    try FileManager.default.removeItem(atPath: submission)
    try write(["xx-q,population,_T,2025,9100,persons,,"], in: workspace)
    let nobodys = try run(workspace)
    #expect(nobodys.returned.isEmpty && nobodys.refusedFiles == 1)
    try FileManager.default.removeItem(atPath: workspace.absolute("Inputs/demo/2026/submissions/xx-a.csv"))
    try FileManager.default.moveItem(
      atPath: workspace.absolute("Inputs/demo/kept.xlsx"), toPath: submission)

    // What the earlier round said is part of the run's name.
    try write(["xx-a,population,_T,2024,9500,persons,,"], round: "2025", in: workspace)
    let revised = try run(workspace)
    #expect(revised.runID != last.runID)
    #expect(!(try codes(workspace).contains("T011")))
  }
}

/// A workbook as somebody's program saves it: the same cells without any format, and the properties.
struct ResavedWorkbook {
  var workbook: Workbook

  init(path: String) throws {
    let reader = try XLSXReader(path: path)
    let sheets = try reader.sheets.map { reference in
      let grid = try reader.grid(of: reference)
      var sheet = Sheet(name: reference.name, isHidden: reference.isHidden)
      for cell in grid.cells {
        let content = cell.kind == .number ? CellContent.number(cell.number) : .text(grid.display(of: cell))
        sheet.set(content, row: cell.row, column: cell.column, format: CellFormat())
      }
      return sheet
    }
    workbook = Workbook(
      properties: .init(
        title: "resaved", created: 1,
        custom: reader.properties.sorted { $0.key < $1.key }.map { Workbook.CustomProperty($0.key, $0.value) }),
      sheets: sheets)
  }

  var texts: [String] { workbook.sheets.flatMap { $0.cells.compactMap { text($0.content) } } }

  private func text(_ content: CellContent) -> String? {
    switch content {
    case .text(let text): text
    case .number(let number): "\(Int(number))"
    default: nil
    }
  }

  func text(in sheet: String, _ address: CellAddress) -> String? {
    workbook.sheets.first { $0.name == sheet }?.cells.last { $0.address == address }.flatMap { text($0.content) }
  }

  /// A cell of the row with this code.
  func cell(of code: String, column: Int) -> CellAddress {
    let data = workbook.sheets.first { $0.name == "1 ข้อมูล · Data" }
    let row = data?.cells.first { $0.address.column == 0 && $0.content == .text(code) }?.address.row ?? -1
    return CellAddress(row: row, column: column)
  }

  mutating func set(_ content: CellContent, in sheet: String, at address: CellAddress) {
    guard let index = workbook.sheets.firstIndex(where: { $0.name == sheet }) else { return }
    workbook.sheets[index].set(content, row: address.row, column: address.column, format: CellFormat())
  }
}
