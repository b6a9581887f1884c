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

  /// A city that sent a table gets a template back, filled with what it said.
  @Test func tableBecomesATemplate() throws {
    let template = try FilledTemplate()
    let text = """
      CITY,VARIABLE,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,NOTE
      xx-a,adults,_T,2025,1000,,counted
      xx-a,adults,F,2025,510,E,
      xx-a,adults,M,2025,,M,
      xx-a,libraries,_T,2025,4,,
      xx-a,schooling,_T,2023,9,U,
      """
    let file = try ExampleRound.withTemporaryFile("xx-a.csv") { path in
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return FilledTemplate.ingested(path: path, template.catalogue)
    }
    let intake = Intake(registry: CityRegistry([ExampleRound.city]), catalogue: template.catalogue).merge([file])
    let origin = Finding.Origin(file: file.path, row: 1, column: 4, city: "xx-a", variable: "adults")
    let workbook = ReturnedWorkbook.workbook(
      template.request, observations: intake.observations, of: CityID(0), path: file.path,
      findings: [Finding("C012", at: origin)])
    let again = try FilledTemplate.ingested(workbook, template.catalogue)
    #expect(again.statements(template.catalogue) == file.statements(template.catalogue))
    let data = try #require(workbook.sheets.first { $0.name == FilledTemplate.data })
    #expect(data.comments.map(\.address.row) == [template.row(of: "adults")])
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
