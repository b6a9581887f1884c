import Foundation
import Spreadsheets
import Testing
import Vocabulary

@testable import Reporting

/// What is asked of the funders' workbook and of every report card: names, lengths, languages, tables, one set of numbers.
@Suite struct ReportShapeTests {
  static let funders = [
    "One minute · หนึ่งนาที", "Regions · ภูมิภาค", "Themes · ประเด็น",
    "Targets · เป้าหมาย SDG 4", "Where to fund · ลงทุนที่ใด", "Coverage · ความครบถ้วน",
    "Table_1", "Table_2", "Table_3", "Table_4", "Table_5", "Table_6", "Table_7", "Table_8", "Table_9",
    SheetNames.codes, "How to read · วิธีอ่าน",
  ]
  static let card = [
    "Profile · ภาพรวมเมือง", "Next steps · ก้าวต่อไป", "Indicators · ตัวชี้วัด", "Equity · ความเสมอภาค",
    "Progress report · รายงานผล", "Table_1",
    "Table_2",
    "Table_3", "Table_4", "Table_5", "Table_6", "Table_7", "Table_8", "Table_9", SheetNames.codes, "Notes · หมายเหตุ",
  ]

  @Test(arguments: SampleReports.networks) func bothLanguagesShareSheetsAndNumbers(_ network: FictionalNetwork) throws {
    let english = try SampleReports.workbooks(network, .english)
    let thai = try SampleReports.workbooks(network, .thai)
    #expect(english[0].sheets.map(\.name) == Self.funders)
    for card in english.dropFirst() { #expect(card.sheets.map(\.name) == Self.card) }
    for (first, second) in zip(english, thai) {
      #expect(first.sheets.map(\.name) == second.sheets.map(\.name))
      for (one, other) in zip(first.sheets, second.sheets) {
        #expect(one.name.count <= 31)
        #expect(one.table?.name == other.table?.name)
        #expect(one.table?.columns.map(\.values) == other.table?.columns.map(\.values), "\(one.name)")
        #expect(one.charts.count == other.charts.count)
        #expect(one.presentedNumbers == other.presentedNumbers, "\(one.name)")
      }
    }
  }

  /// No formula, no text that a program could take for one, no key instead of a text, no placeholder left.
  @Test(arguments: SampleReports.networks) func textsAreHarmlessAndComplete(_ network: FictionalNetwork) throws {
    for language in Language.allCases {
      for sheet in try SampleReports.workbooks(network, language).flatMap(\.sheets) {
        for text in Set(sheet.texts.map(\.text) + sheet.tableTexts) {
          #expect(!"=+-@".contains(text.first ?? " "), "\(sheet.name): \(text)")
          // Most texts have no bracket at all, and a regular expression takes its time.
          guard text.utf8.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }) else { continue }
          #expect(text.firstMatch(of: /\[[a-z_]+\.[a-z0-9_.]+\]|\{[a-z_]+\}/) == nil, "\(sheet.name): \(text)")
        }
      }
    }
  }

  /// Every number on a page is a number of a table of the same workbook.
  @Test(arguments: SampleReports.networks) func everyNumberOfAPageStandsInATable(_ network: FictionalNetwork) throws {
    for workbook in try SampleReports.workbooks(network, .english) {
      let known = workbook.sheets.reduce(into: Set<Double>()) { $0.formUnion($1.table?.allNumbers ?? []) }
      for sheet in workbook.sheets where sheet.table == nil {
        for (address, number) in sheet.presentedNumbers {
          #expect(known.contains(number), "\(number) at \(address) of \(sheet.name)")
        }
      }
    }
  }

  /// Lines fit the page.
  @Test(arguments: SampleReports.networks) func headsFitThePage(_ network: FictionalNetwork) throws {
    for language in Language.allCases {
      for sheet in try SampleReports.workbooks(network, language).flatMap(\.sheets) where sheet.table == nil {
        guard sheet.name != FundersSheets.minute, sheet.name != CitySheets.profile else { continue }
        for (row, limit) in [(2, TextLimits.line), (3, TextLimits.title), (4, TextLimits.line), (5, 140)] {
          let text = try #require(sheet.text(row: row, column: 1), "\(sheet.name) row \(row + 1)")
          #expect(TextLimits.length(text) <= limit, "\(sheet.name): \(text)")
        }
      }
    }
  }

  @Test func everyPageSaysThatTheDataAreInvented() throws {
    for sheet in try SampleReports.workbooks(SampleReports.networks[0], .thai).flatMap(\.sheets) {
      #expect(sheet.texts.contains { $0.text.contains("SYNTHETIC DATA · ข้อมูลสมมุติ") }, "\(sheet.name)")
      #expect(sheet.print.footer != nil)
    }
  }

  @Test func chartsAreFewNativeAndTold() throws {
    let workbooks = try SampleReports.workbooks(SampleReports.networks[0], .english)
    #expect(workbooks[0].sheets.reduce(0) { $0 + $1.charts.count } == 4)
    #expect(workbooks[0].sheets[0].charts.count == 4)
    for card in workbooks.dropFirst() { #expect(card.sheets.reduce(0) { $0 + $1.charts.count } == 1) }
    for chart in workbooks.flatMap(\.sheets).flatMap(\.charts) {
      #expect(chart.alternativeText.count > 40)
      #expect(chart.valueAxis.minimum == 0)
      #expect(chart.valueAxis.title != nil)
    }
  }

  @Test func everySheetLeadsHome() throws {
    for workbook in try SampleReports.workbooks(SampleReports.networks[0], .english) {
      let home = try #require(workbook.sheets.first?.name)
      for sheet in workbook.sheets.dropFirst() {
        let links = sheet.cells.compactMap { if case .link(let link, _) = $0.content { link.sheet } else { nil } }
        #expect(links == [home], "\(sheet.name)")
      }
    }
  }

  /// The writer refuses nothing, whatever the network; the same value gives the same bytes.
  @Test(arguments: SampleReports.networks) func theWriterTakesIt(_ network: FictionalNetwork) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for language in Language.allCases {
      for (index, workbook) in try SampleReports.workbooks(network, language).enumerated() {
        let paths = ["a", "b"].map {
          folder.appending(path: "\(index)-\(language.rawValue)-\($0).xlsx").path(percentEncoded: false)
        }
        for path in paths { try XLSXWriter.write(workbook, toPath: path) }
        #expect(FileManager.default.contents(atPath: paths[0]) == FileManager.default.contents(atPath: paths[1]))
      }
    }
  }
}

extension Sheet {
  /// The numbers in cells outside of a table, by their place.
  var presentedNumbers: [CellAddress: Double] {
    Dictionary(
      cells.compactMap { cell in
        if case .number(let number) = cell.content { (cell.address, number) } else { nil }
      }, uniquingKeysWith: { _, last in last })
  }
}
