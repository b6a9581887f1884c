import Foundation
import Spreadsheets
import Testing
import Vocabulary

@testable import Ingestion

/// Workbooks, as sources and as submissions.
@Suite struct WorkbookSourceTests {
  let sample: Sample

  init() throws { sample = try Sample() }

  private let mapping = """
    city: {column: Province, by_name: true}
    period: {column: Year}
    value: Adults
    variable: adults
    """

  /// A sheet of texts and numbers.
  private func sheet(_ name: String, _ rows: [[Any]]) -> Sheet {
    var sheet = Sheet(name: name)
    for (row, cells) in rows.enumerated() {
      for (column, value) in cells.enumerated() {
        switch value {
        case let number as Double: sheet.set(.number(number), row: row, column: column, format: CellFormat())
        case let text as String where !text.isEmpty:
          sheet.set(.text(text), row: row, column: column, format: CellFormat())
        default: break
        }
      }
    }
    return sheet
  }

  private func read(_ sheets: [Sheet], _ mapping: SourceMapping) throws -> IngestedFile {
    let path = sample.folder.path("\(UUID().uuidString).xlsx")
    let properties = Workbook.Properties(title: "Table", created: 1_700_000_000)
    try XLSXWriter.write(Workbook(properties: properties, sheets: sheets), toPath: path)
    return sample.ingestor(mapping).ingest(path: "sources/table.xlsx", at: path)
  }

  private let table: [[Any]] = [
    ["Residents of the provinces"], [""], ["Province", "Year", "Adults"], ["พะเยา", 2020.0, 12.0],
    ["Satun", "๒๕๖๔", "1,234"],
    ["Source: National Statistical Office"],
  ]

  /// A title above the names and a source below the figures are no figures.
  @Test func governmentWorkbook() throws {
    let file = try read([sheet("Table 1", table)], sample.mapping(mapping))
    #expect(sample.lines(file) == ["th-phayao adults 2020 = 12 (A)", "th-satun adults 2021 = 1234 (A)"])
    #expect(file.findingCodes == ["N001", "N003", "N007"], "a year of each era")
    #expect(file.reconciliation.blanks == 1)
    #expect(file.observations.map(\.provenance.row) == [3, 4])
    #expect(file.findings.first?.origin.sheet == "Table 1")
  }

  @Test func sheetsAreChosenByNameOrByColumns() throws {
    let other = sheet("Notes_1", [["Nothing to read here"]])
    let named = try sample.mapping(mapping + "\nsheet: Table 1")
    let unnamed = try sample.mapping(mapping)
    #expect(try read([other, sheet("Table 1", table)], unnamed).reconciliation.observations == 2)
    let twin = sheet("Table 2", table)
    #expect(try read([sheet("Table 1", table), twin], unnamed).findingCodes == ["F032"])
    #expect(try read([sheet("Table 1", table), twin], named).reconciliation.observations == 2)
    #expect(try read([twin], named).findingCodes == ["F031"])
    #expect(try read([other], unnamed).findingCodes == ["F030"])
  }

  @Test func yearsAsColumns() throws {
    let wide = try sample.mapping(
      "city: {column: Province, by_name: true}\nvalue: years_as_columns\nvariable: adults\nheader_row: 2")
    let file = try read(
      [sheet("Wide_1", [["1999", "2000"], ["Province", 2020.0, 2021.0], ["Phayao", 5.0, "n/a"]])], wide)
    #expect(sample.lines(file) == ["th-phayao adults 2020 = 5 (A)", "th-phayao adults 2021 = – (O)"])
  }
}
