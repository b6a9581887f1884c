import Catalogue
import Foundation
import GNLCTestSupport
import Ingestion
import Spreadsheets
import Testing
import Vocabulary

/// Tables that somebody made to keep us busy.
@Suite struct HostileTableTests {
  /// Comparing thousands of unknown codes with everything known takes minutes: the first get a proposal, the others none.
  @Test func proposalsEnd() throws {
    let catalogue = try #require(SmallCatalogue().load().catalogue)
    let ingestor = FileIngestor(
      context: TableContext(catalogue: catalogue, registry: CityRegistry([ExampleRound.city])),
      mapping: .tidy(dimensions: catalogue.dimensions.map(\.id)), limits: .submission)
    let rows = (10..<160).map { "xx-a,libraries\($0),2025,1\n" }
    let file = try ExampleRound.withTemporaryFile("xx-a.csv") { path in
      try ("CITY,VARIABLE,TIME_PERIOD,OBS_VALUE\n" + rows.joined()).write(
        toFile: path, atomically: true, encoding: .utf8)
      return ingestor.ingest(path: "xx-a.csv", at: path)
    }
    let proposals = file.findings.filter { $0.code == "C003" }.map { $0.details["near"] ?? "" }
    #expect(proposals == Array(repeating: "libraries", count: 100) + Array(repeating: "", count: 50))
    #expect(file.reconciliation.rejected == 150)
  }

  /// Only the start of what is too long for a code, a name or a number is looked at.
  @Test func longTextsAreCut() throws {
    let catalogue = try #require(SmallCatalogue().load().catalogue)
    let ingestor = FileIngestor(
      context: TableContext(catalogue: catalogue, registry: CityRegistry([ExampleRound.city])),
      mapping: .tidy(dimensions: catalogue.dimensions.map(\.id)), limits: .submission)
    let long = String(repeating: "1,", count: 1_000_000)
    let file = try ExampleRound.withTemporaryFile("xx-a.csv") { path in
      try
        "CITY,VARIABLE,TIME_PERIOD,OBS_VALUE,\"\(long)\"\nxx-a,libraries,2025,\"\(long)\",\nxx-a,\"\(long)\",2025,1,\n"
        .write(toFile: path, atomically: true, encoding: .utf8)
      return ingestor.ingest(path: "xx-a.csv", at: path)
    }
    #expect(Set(file.findings.map(\.code)) == ["F034", "C005", "C003"])
    #expect(file.findings.allSatisfy { ($0.details["seen"] ?? "").utf8.count <= 1000 })
    #expect(file.reconciliation.isBalanced)
  }
}
