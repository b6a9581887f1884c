import Catalogue
import Foundation
import GNLCTestSupport
import Ingestion
import Spreadsheets
import Templates
import Testing
import Vocabulary

/// The workbook that goes back: everything typed is kept, and it is a submission itself.
@Suite struct ReturnedWorkbookTests {
  private func returned(_ template: FilledTemplate, _ extra: [Finding] = []) throws -> (IngestedFile, Workbook) {
    try ExampleRound.withTemporaryFile("xx-a.xlsx") { path in
      try XLSXWriter.write(template.workbook, toPath: path)
      let file = FilledTemplate.ingested(path: path, template.catalogue)
      let reader = try XLSXReader(path: path)
      let answers = try #require(try TemplateReader(catalogue: template.catalogue).read(reader, path: "xx-a.xlsx"))
      return (
        file, ReturnedWorkbook.workbook(template.request, answers: answers, findings: file.findings + extra)
      )
    }
  }

  private func faulty() throws -> FilledTemplate {
    var template = try FilledTemplate()
    template.set(.text("38,4"), "schooling")
    template.set(.blank, "literate")
    template.set(.text("๑,๐๐๐"), "adults")
    template.set(.text("?"), "raters", column: FilledTemplate.status)
    template.set(.text("adults|sex=F"), FilledTemplate.notes, row: 4, column: 0)
    template.set(.text("เมื่อวาน"), FilledTemplate.notes, row: 4, column: 1)
    template.set(.number(7), FilledTemplate.notes, row: 4, column: 2)
    return template
  }

  @Test func isReadLikeTheFirstOne() throws {
    let template = try faulty()
    let (file, workbook) = try returned(template)
    let again = try FilledTemplate.ingested(workbook, template.catalogue)
    #expect(again.statements(template.catalogue) == file.statements(template.catalogue))
    #expect(again.findings.map(\.code) == file.findings.map(\.code))
    #expect(again.reconciliation == file.reconciliation)
  }

  @Test func rowsMovedByTheCityComeBackInOrderWithTheirMarks() throws {
    var template = try faulty()
    let row = template.row(of: "schooling")
    template.moveRows { 200 - $0 }
    let (_, workbook) = try returned(template)
    let data = try #require(workbook.sheets.first { $0.name == FilledTemplate.data })
    let comment = try #require(
      data.comments.first { $0.address == CellAddress(row: row, column: FilledTemplate.value) })
    #expect(comment.text.contains("N004"))
    #expect(comment.author == "gnlc")
    let cell = try #require(data.cells.last { $0.address == comment.address })
    #expect(cell.content == .text("38,4"))
    #expect(cell.format.fill == 0xFADCCB)
    #expect(!cell.format.locked)
  }

  @Test func everyFindingIsListedAndLinked() throws {
    let template = try faulty()
    let (file, workbook) = try returned(template)
    let front = try #require(workbook.sheets.first)
    #expect(front.name == "สิ่งที่ต้องแก้ · To fix")
    let links = front.cells.compactMap { if case .link(let link, _) = $0.content { link } else { nil } }
    #expect(links.count == file.findings.count)
    #expect(
      links.contains(
        InternalLink(
          sheet: FilledTemplate.data, cell: CellAddress(row: template.row(of: "raters"), column: FilledTemplate.status))
      ))
    #expect(links.contains(InternalLink(sheet: FilledTemplate.notes, cell: CellAddress(row: 4, column: 1))))
  }

  @Test func mendedItPasses() throws {
    var template = try faulty()
    let (_, workbook) = try returned(template)
    template.workbook = workbook
    template.set(.number(8.4), "schooling")
    template.set(.number(900), "literate")
    template.set(.number(1000), "adults")
    template.set(.blank, "raters", column: FilledTemplate.status)
    template.set(.number(2567), FilledTemplate.notes, row: 4, column: 1)
    let file = try template.ingested()
    // The year in พ.ศ. is welcome, and told.
    #expect(file.codes == ["N001"])
    #expect(file.observations.count == 13)
  }

  @Test func findingsOfRulesAreMarkedByTheirCell() throws {
    let template = try FilledTemplate()
    let origin = Finding.Origin(
      file: "xx-a.xlsx", sheet: FilledTemplate.data, row: template.row(of: "adults"), column: FilledTemplate.value,
      city: "xx-a", variable: "adults")
    let details = ["total": "1000", "parts": "900"]
    let (_, workbook) = try returned(template, [Finding("C012", at: origin, details)])
    let data = try #require(workbook.sheets.first { $0.name == FilledTemplate.data })
    #expect(
      data.comments.map(\.address) == [CellAddress(row: template.row(of: "adults"), column: FilledTemplate.value)])
  }

  /// The cells of one problem are coloured together; the comment is at the total.
  @Test func partsOfAWrongSumAreMarked() throws {
    let template = try FilledTemplate()
    let origin = Finding.Origin(
      file: "xx-a.xlsx", sheet: FilledTemplate.data, row: template.row(of: "adults"), column: FilledTemplate.value)
    let (_, workbook) = try returned(template, [Finding("C012", at: origin)])
    let data = try #require(workbook.sheets.first { $0.name == FilledTemplate.data })
    for code in ["adults", "adults|sex=F", "adults|sex=M"] {
      let place = CellAddress(row: template.row(of: code), column: FilledTemplate.value)
      #expect(data.cells.last { $0.address == place }?.format.fill == 0xFADCCB, "\(code)")
    }
    #expect(data.comments.count == 1)
  }

  /// A figure that stands in two rows comes back with both readings, and is held until one of them is gone.
  @Test func bothReadingsOfADoubledRowComeBack() throws {
    var template = try FilledTemplate()
    let copy = template.row(of: "spending|level=SEC") + 1
    template.set(.text("adults"), FilledTemplate.data, row: copy, column: FilledTemplate.code)
    template.set(.number(1250), FilledTemplate.data, row: copy, column: FilledTemplate.value)
    template.set(.text("counted again"), FilledTemplate.data, row: copy, column: FilledTemplate.note)
    var (file, workbook) = try returned(template)
    #expect(file.codes == ["C053"])
    let place = CellAddress(row: template.row(of: "adults"), column: FilledTemplate.value)
    let data = try #require(workbook.sheets.first { $0.name == FilledTemplate.data })
    let cell = try #require(data.cells.last { $0.address == place })
    #expect(cell.content == .number(1000))
    #expect(cell.format.fill == 0xFADCCB)
    let notes = try #require(workbook.sheets.first { $0.name == FilledTemplate.notes })
    func line(_ column: Int) -> CellContent? {
      notes.cells.last { $0.address == CellAddress(row: 4, column: column) }?.content
    }
    #expect(line(0) == .text("adults"))
    #expect(line(1) == .number(2568), "as the form, which speaks Thai first, writes years")
    #expect(line(2) == .number(1250))
    #expect(line(5) == .text("counted again"))
    #expect(try toFix(workbook).contains { $0.contains("1000 ≠ 1250") })
    // Sent again as it is, the two still contradict each other.
    #expect(try settled(workbook, template).findings.map(\.code).filter { $0 == "C040" }.count == 2)
    // Mended, it passes.
    template.workbook = workbook
    for column in 0...5 { template.set(.blank, FilledTemplate.notes, row: 4, column: column) }
    workbook = template.workbook
    #expect(try settled(workbook, template).findings.isEmpty)
  }

  @Test func aSecondRowThatSaysTheSameIsDropped() throws {
    var template = try FilledTemplate()
    let copy = template.row(of: "spending|level=SEC") + 1
    template.set(.text("adults"), FilledTemplate.data, row: copy, column: FilledTemplate.code)
    template.set(.number(1000), FilledTemplate.data, row: copy, column: FilledTemplate.value)
    let (_, workbook) = try returned(template)
    #expect(try settled(workbook, template).findings.isEmpty)
  }

  /// What stands beside a code that is none keeps its place in the list, code and all.
  @Test func rowsWithoutAKnownCodeComeBack() throws {
    var template = try FilledTemplate()
    template.set(.text("adlts"), "adults", column: FilledTemplate.code)
    let orphan = template.row(of: "spending|level=SEC") + 1
    template.set(.number(77), FilledTemplate.data, row: orphan, column: FilledTemplate.value)
    template.set(.text("libaries"), FilledTemplate.notes, row: 4, column: 0)
    template.set(.number(2024), FilledTemplate.notes, row: 4, column: 1)
    template.set(.number(3), FilledTemplate.notes, row: 4, column: 2)
    let (file, workbook) = try returned(template)
    #expect(file.findings.map(\.code.description).sorted() == ["C051", "C052", "C052", "C058"])
    let again = try FilledTemplate.ingested(workbook, template.catalogue)
    #expect(again.statements(template.catalogue) == file.statements(template.catalogue))
    #expect(again.codes == ["C050", "C052", "C058"])
    let notes = try #require(workbook.sheets.first { $0.name == FilledTemplate.notes })
    let kept = (4...6).map { row in
      notes.cells.last { $0.address == CellAddress(row: row, column: 2) }?.content
    }
    #expect(kept == [.number(1000), .number(77), .number(3)])
    #expect(try toFix(workbook).contains("libaries"))
  }

  @Test func personalDataDoNotComeBack() throws {
    var template = try FilledTemplate()
    template.set(.text("ask somchai@example.org"), "adults", column: FilledTemplate.note)
    let (_, workbook) = try returned(template)
    let texts = workbook.sheets.flatMap { $0.cells.map { "\($0.content)" } }
    #expect(!texts.contains { $0.contains("somchai") })
    #expect(texts.contains { $0.contains("ask ***") })
  }

  /// A city that sent a table gets a template back, filled with what it typed.
  @Test(arguments: ["csv", "xlsx"]) func tableBecomesATemplate(_ ending: String) throws {
    let rows = [
      ["CITY", "VARIABLE", "SEX", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "OBS_STATUS", "NOTE"],
      ["xx-a", "adults", "_T", "2025", "1000", "", "", "counted"], ["xx-a", "adults", "F", "2025", "510", "", "E", ""],
      ["xx-a", "adults", "M", "2025", "", "", "M", ""], ["xx-a", "libraries", "_T", "2025", "4", "", "", ""],
      ["xx-a", "schooling", "_T", "2023", "9", "", "U", ""], ["xx-a", "schooling", "_T", "2025", "9,5", "", "", ""],
      ["xx-a", "literate", "_T", "2025", "900", "percent", "", ""], ["xx-a", "adlts", "F", "2025", "7", "", "", ""],
      ["xx-a", "raters", "_T", "2025", "5", "", "?", ""], ["xx-a", "rated", "_T", "soon", "3.2", "", "", ""],
      ["xx-q", "rated", "_T", "2025", "3.9", "", "", ""],
    ]
    let template = try FilledTemplate()
    let (file, workbook) = try ExampleRound.withTemporaryFile("xx-a.\(ending)") { path in
      try write(rows, to: path)
      return (
        FilledTemplate.ingested(path: path, template.catalogue),
        try returned(path, template, extra: ["C012"])
      )
    }
    #expect(file.codes == ["N004", "C004", "C003", "C008", "C006", "C001"])
    let again = try FilledTemplate.ingested(workbook, template.catalogue)
    #expect(again.statements(template.catalogue) == file.statements(template.catalogue))
    // Nothing that was refused is taken for that; the row of another city is not put into this one's mouth.
    #expect(again.codes == ["N004", "C055", "C052", "C008", "C006"])
    let data = try #require(workbook.sheets.first { $0.name == FilledTemplate.data })
    let marked = Set(data.comments.map(\.address.row))
    #expect(marked == Set(["adults", "schooling", "literate", "raters"].map(template.row)))
    func value(_ code: String) -> CellContent? {
      data.cells.last { $0.address == CellAddress(row: template.row(of: code), column: FilledTemplate.value) }?.content
    }
    #expect(value("schooling") == .text("9,5"))
    #expect(value("literate") == .text("900 percent"))
  }

  @Test func doubledLinesOfATableComeBack() throws {
    let rows = [
      ["CITY", "VARIABLE", "TIME_PERIOD", "OBS_VALUE"], ["xx-a", "schooling", "2568", "9"],
      ["xx-a", "schooling", "2568", "8"], ["xx-a", "schooling", "2568", "9"], ["xx-a", "schooling", "2568", "8"],
    ]
    let template = try FilledTemplate(filled: false)
    let workbook = try ExampleRound.withTemporaryFile("xx-a.csv") { path in
      try write(rows, to: path)
      return try returned(path, template)
    }
    // Each reading once, and each told against the other.
    let doubles = try settled(workbook, template).findings.filter { $0.code == "C040" }
    #expect(doubles.map { [$0.details["first"], $0.details["second"]] } == [["9", "8"], ["8", "9"]])
  }

  private func write(_ rows: [[String]], to path: String) throws {
    guard path.hasSuffix(".xlsx") else {
      let lines = rows.map { row in row.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") }
      return try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
    var sheet = Sheet(name: "data · ข้อมูล")
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() where !text.isEmpty {
        let content = Double(text).map { CellContent.number($0) } ?? .text(text)
        sheet.set(content, row: row, column: column, format: CellFormat())
      }
    }
    try XLSXWriter.write(Workbook(properties: .init(title: "data", created: 1), sheets: [sheet]), toPath: path)
  }

  private func returned(_ path: String, _ template: FilledTemplate, extra: [FindingCode] = []) throws -> Workbook {
    let file = FilledTemplate.ingested(path: path, template.catalogue)
    let ingestor = FilledTemplate.ingestor(template.catalogue)
    guard case .table(let table)? = ingestor.form(path: file.path, at: path, of: CityID(0)) else {
      throw CocoaError(.fileReadCorruptFile)
    }
    let origin = Finding.Origin(
      file: file.path, sheet: table.sheet, row: 1, column: 4, city: "xx-a", variable: "adults")
    return ReturnedWorkbook.workbook(
      template.request, table: table, findings: file.findings + extra.map { Finding($0, at: origin) })
  }

  /// What a round would find in the workbook when it is sent again: within the file, and between its rows.
  private func settled(_ workbook: Workbook, _ template: FilledTemplate) throws -> Intake.Outcome {
    let file = try FilledTemplate.ingested(workbook, template.catalogue)
    return Intake(registry: CityRegistry([ExampleRound.city]), catalogue: template.catalogue).merge([file])
  }

  private func toFix(_ workbook: Workbook) throws -> [String] {
    try #require(workbook.sheets.first).cells.compactMap {
      if case .text(let text) = $0.content { text } else { nil }
    }
  }

  @Test func missingRowsComeBackToBeFilled() throws {
    var template = try FilledTemplate()
    let gone = template.row(of: "literate")
    template.moveRows { $0 == gone ? nil : $0 }
    let (_, workbook) = try returned(template)
    let data = try #require(workbook.sheets.first { $0.name == FilledTemplate.data })
    #expect(data.comments.map(\.address) == [CellAddress(row: gone, column: FilledTemplate.value)])
  }
}
