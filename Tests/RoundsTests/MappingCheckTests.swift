import Foundation
import GNLCTestSupport
import Ingestion
import Reporting
import Rounds
import Testing
import Vocabulary

/// A mapping that is checked by itself, beside the same mapping in a round.
@Suite struct MappingCheckTests {
  private static let name = RoundName(programme: "demo", round: "2026")
  private static let sources = "Inputs/demo/2026/sources"

  private func workspace(_ folder: RoundTests.Folder, mapping: String? = nil) throws -> Workspace {
    let workspace = try RoundTests.workspace(folder, SyntheticWorkspace(cities: 2, years: 1))
    let sources = workspace.absolute(Self.sources)
    try FileManager.default.createDirectory(atPath: sources + "/data", withIntermediateDirectories: true)
    let cities = try workspace.cities(of: Self.name.programme)
    let files = [
      "places.yaml": mapping ?? Self.mapping,
      "data/2024.csv": "city,year,number\n\(cities[0]),2024,12\nxx-nowhere,2024,5\n",
      "data/2025.csv": "city,year,number\n\(cities[0]),2025,14\n\(cities[1]),2025,..\n\(cities[1]),2025,many\n",
    ]
    for (name, text) in files { try text.write(toFile: "\(sources)/\(name)", atomically: true, encoding: .utf8) }
    return workspace
  }

  private static let mapping = """
    format: 1
    id: places
    title: {en: Places to learn, th: แหล่งเรียนรู้}
    publisher: Nobody
    files: [data/*.csv]
    city: {column: city, others: excluded}
    period: {column: year}
    variable: community_learning_spaces
    value: number
    missing: {"..": O}
    """

  private func check(_ workspace: Workspace) throws -> [FileCheck.Outcome] {
    var check = try FileCheck(workspace: workspace, round: Self.name)
    return try check.check(mapping: workspace.absolute("\(Self.sources)/places.yaml"))
  }

  @Test func everyFileIsReadAndTheMappingHasTheirSum() throws {
    let folder = try RoundTests.Folder()
    let outcomes = try check(try workspace(folder))
    #expect(outcomes.map { ($0.path as NSString).lastPathComponent } == ["2024.csv", "2025.csv", "places.yaml"])
    #expect(outcomes.map(\.reconciliation.read) == [2, 3, 5])
    #expect(outcomes.map(\.reconciliation.observations) == [1, 2, 3])
    #expect(outcomes.map(\.reconciliation.excluded) == [1, 0, 1])
    #expect(outcomes.map(\.reconciliation.rejected) == [0, 1, 1])
    #expect(outcomes[1].findings.contains { $0.code == "C005" && $0.origin.row == 3 })
    #expect(outcomes[2].findings.isEmpty)
    #expect(outcomes.allSatisfy { $0.round == "demo/2026" && $0.referenceYear == 2025 })
  }

  @Test func aRoundReadsTheSame() throws {
    let folder = try RoundTests.Folder()
    let workspace = try workspace(folder)
    // Where a city has submitted a figure itself, the source's is not taken.
    try FileManager.default.removeItem(atPath: workspace.absolute("Inputs/demo/2026/submissions"))
    let alone = try #require(try check(workspace).last).reconciliation
    let date = try #require(RoundTests.date)
    let results = try RoundRun(Self.name, in: workspace, date: date).compute()
    let mapped = results.files.filter { $0.mapping == "places" }
    #expect(mapped.count == 2)
    #expect(mapped.map(\.read).reduce(0, +) == alone.read)
    #expect(mapped.map(\.excluded).reduce(0, +) == alone.excluded)
    #expect(mapped.map(\.rejected).reduce(0, +) == alone.rejected)
  }

  @Test(
    arguments: [
      (mapping.replacing("value: number", with: "valeu: number"), "F040"),
      (mapping.replacing("data/*.csv", with: "data/*.xlsx"), "F033"),
    ] as [(String, FindingCode)])
  func whatIsWrongWithTheMappingIsToldAtIt(_ text: String, _ code: FindingCode) throws {
    let folder = try RoundTests.Folder()
    let outcomes = try check(try workspace(folder, mapping: text))
    #expect(outcomes.count == 1)
    #expect(outcomes[0].findings.contains { $0.code == code && $0.origin.file.hasSuffix("places.yaml") })
  }
}
