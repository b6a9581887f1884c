import Foundation
import Spreadsheets
import Testing
import Vocabulary

@testable import Reporting

/// What REPORTS asks of every workbook: names, lengths, languages, tables.
@Suite struct WorkbookShapeTests {
  static let order = [
    "Cover · ปก", "Contents · สารบัญ", "Summary · สรุป", "Heat map · ผังคะแนน", "SDG 4 · ความก้าวหน้า",
    "Change · ปีต่อปี", "Equity · ความเสมอภาค", "Rank groups · กลุ่มอันดับ", "Method agreement · เทียบวิธี",
    "Coverage map · ผังข้อมูล", "What if · ถ้าเปลี่ยนค่า", "Table_1", "Table_2",
    "Table_3", "Table_4", "Table_5", "Table_6", "Table_7", "Table_8", "Table_9", "Table_10", "Table_11",
    "Table_ranks", "Table_influence", "Table_agreement", "Table_differences", "Table_figures", "Table_indicators",
    "Table_sources", "Table_coverage", "Table_what_if", "Deadline · กำหนดส่ง", "Data quality · คุณภาพข้อมูล",
    "Methods · วิธีการ", "Notes · หมายเหตุ", "Codes · รหัส",
  ]

  @Test(arguments: SampleWorkbook.edges.map(\.network)) func bothLanguagesShareSheetsAndCells(
    _ network: FictionalNetwork
  ) throws {
    let english = try SampleWorkbook.workbook(network)
    let thai = try SampleWorkbook.workbook(network, language: .thai)
    // Nobody's figures, nothing to change.
    let hasFigures = try SampleWorkbook.context(network).facts.whatIf != nil
    let order =
      hasFigures ? Self.order : Self.order.filter { $0 != SheetNames.whatIf && $0 != SheetNames.whatIfFigures }
    #expect(english.sheets.map(\.name) == order)
    #expect(thai.sheets.map(\.name) == order)
    #expect(Self.order.allSatisfy { $0.count <= 31 })
    for (first, second) in zip(english.sheets, thai.sheets) {
      #expect(Set(first.cells.map(\.address)) == Set(second.cells.map(\.address)), "\(first.name)")
      #expect(first.table?.name == second.table?.name)
      #expect(first.table?.columns.map(\.header) == second.table?.columns.map(\.header))
      #expect(first.table?.columns.map(\.values) == second.table?.columns.map(\.values), "\(first.name)")
      #expect(first.charts.count == second.charts.count)
    }
  }

  /// No formula but on the what-if page, no text that a program could take for one, no key instead of a text, no placeholder left.
  @Test(arguments: SampleWorkbook.edges.map(\.network)) func textsAreHarmlessAndComplete(
    _ network: FictionalNetwork
  ) throws {
    for language in Language.allCases {
      for sheet in try SampleWorkbook.workbook(network, language: language).sheets {
        for cell in sheet.cells where sheet.name != SheetNames.whatIf {
          if case .formula = cell.content { Issue.record("a formula on \(sheet.name)") }
        }
        for case .formula(let formula, _) in sheet.cells.map(\.content) {
          #expect(!formula.contains("()") && !formula.contains(",,"), "a function without arguments: \(formula)")
        }
        for text in Set(sheet.texts.map(\.text) + sheet.tableTexts) {
          #expect(!"=+-@".contains(text.first ?? " "), "\(sheet.name): \(text)")
          // Most texts have no bracket at all, and a regular expression takes its time.
          guard text.utf8.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }) else { continue }
          #expect(text.firstMatch(of: /\[[a-z_]+\.[a-z0-9_.]+\]|\{[a-z_]+\}/) == nil, "\(sheet.name): \(text)")
        }
      }
    }
  }

  /// Titles and lines fit the page: 75 characters at 18 points, 110 at 9, Thai marks not counted.
  @Test(arguments: SampleWorkbook.edges.map(\.network)) func headsFitThePage(_ network: FictionalNetwork) throws {
    for language in Language.allCases {
      for sheet in try SampleWorkbook.workbook(network, language: language).sheets
      where sheet.table == nil && sheet.name != SheetNames.cover {
        let lines = [(2, TextLimits.line), (3, TextLimits.title), (4, TextLimits.line), (5, TextLimits.line)]
        for (row, limit) in lines {
          let text = try #require(sheet.text(row: row, column: 1), "\(sheet.name) row \(row + 1)")
          #expect(TextLimits.length(text) <= limit, "\(sheet.name): \(text)")
        }
      }
    }
  }

  @Test func everyPageSaysThatTheDataAreInvented() throws {
    let workbook = try SampleWorkbook.workbook(FictionalNetwork())
    for sheet in workbook.sheets {
      #expect(sheet.texts.contains { $0.text.contains("SYNTHETIC DATA · ข้อมูลสมมุติ") }, "\(sheet.name)")
    }
    var results = try SampleWorkbook.results(FictionalNetwork())
    results.programme.isSynthetic = false
    for sheet in EvaluationWorkbook.build(results, language: .english).sheets {
      #expect(!sheet.texts.contains { $0.text.contains("SYNTHETIC") }, "\(sheet.name)")
    }
  }

  @Test func everySheetIsLinkedFromTheContentsAndBack() throws {
    let workbook = try SampleWorkbook.workbook(FictionalNetwork())
    func targets(_ sheet: Sheet) -> [String] {
      sheet.cells.compactMap { if case .link(let link, _) = $0.content { link.sheet } else { nil } }
    }
    #expect(targets(try workbook.sheet(SheetNames.contents)) == Self.order)
    for sheet in workbook.sheets where sheet.name != SheetNames.cover && sheet.name != SheetNames.contents {
      #expect(targets(sheet) == [SheetNames.contents], "\(sheet.name)")
    }
  }

  /// Pages print on one page of A4 until there are more cities than it holds; then the heads are repeated.
  @Test func pagesOfManyCitiesRepeatTheirHeads() throws {
    let few = try SampleWorkbook.workbook(FictionalNetwork(cities: 20, absent: 0, held: 0))
    let many = try SampleWorkbook.workbook(FictionalNetwork(cities: 21, absent: 0, held: 0))
    for name in [SheetNames.heatMap, SheetNames.progress, SheetNames.deadline, SheetNames.quality] {
      #expect(try few.sheet(name).print.fit == .onePage)
      #expect(try few.sheet(name).print.repeatRows == nil)
      #expect(try many.sheet(name).print.fit != .onePage)
      #expect(try many.sheet(name).print.repeatRows != nil)
    }
    #expect(try many.sheet(SheetNames.heatMap).print.repeatRows == 7...10)
    // No city is torn from its coverage.
    let map = try many.sheet(SheetNames.heatMap)
    guard case .scaled(_, let breaks) = map.print.fit else {
      Issue.record("the heat map has no page breaks")
      return
    }
    #expect(!breaks.isEmpty)
    for row in breaks {
      let name = try #require(map.text(row: row, column: 1), "row \(row + 1)")
      #expect(name.hasPrefix("Example City") || name.contains("third"), "\(name)")
    }
  }

  /// The writer refuses nothing, whatever the network.
  @Test(arguments: SampleWorkbook.edges.map(\.network)) func theWriterTakesIt(_ network: FictionalNetwork) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for language in Language.allCases {
      let path = folder.appending(path: "evaluation-\(language.rawValue).xlsx").path(percentEncoded: false)
      try XLSXWriter.write(try SampleWorkbook.workbook(network, language: language), toPath: path)
      #expect(FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func fontsOfThaiOffices() throws {
    let thai = Styles(font: "TH Sarabun New", language: .thai)
    #expect(thai.font(10).size == 13.5)
    #expect(thai.font(10).name == "TH Sarabun New")
    #expect(thai.height(20) == 27)
    #expect(thai.chartFont(9).size == 10)
    let english = Styles(font: "TH Sarabun New", language: .english)
    #expect(english.font(10) == Font(name: "Arial", size: 10, colour: Palette.text))
  }
}
