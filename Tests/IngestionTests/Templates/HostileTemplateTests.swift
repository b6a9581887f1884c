import GNLCTestSupport
import Ingestion
import Spreadsheets
import Testing
import Vocabulary

/// Templates that somebody made to keep us busy.
@Suite struct HostileTemplateTests {
  /// Thousands of unknown codes: the first are told with a proposal, the rest is counted.
  @Test func thousandsOfUnknownCodes() throws {
    var template = try FilledTemplate()
    template.change(FilledTemplate.data) { sheet in
      for row in 100..<6100 {
        sheet.set(.text("literate_\(row)"), row: row, column: FilledTemplate.code, format: CellFormat())
      }
    }
    let file = try template.ingested()
    #expect(file.findings.count { $0.code == "C052" } == 200)
    #expect(file.codes == ["C052", "F090"])
    #expect(file.observations.count == 12)
  }

  @Test func metaThatClaimsThousandsOfYears() throws {
    var template = try FilledTemplate()
    let years = (0..<5000).map { "\($0)" }.joined(separator: " ")
    template.change("x_meta") { sheet in
      for index in sheet.cells.indices where sheet.cells[index].content == .text("2025") {
        sheet.cells[index].content = .text(years)
      }
    }
    let file = try template.ingested()
    #expect(file.observations.isEmpty)
    #expect(!file.findings.isEmpty)
  }
}
