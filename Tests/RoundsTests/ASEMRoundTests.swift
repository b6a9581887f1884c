import Catalogue
import GNLCTestSupport
import Normalisation
import Reporting
import Rounds
import Testing
import Vocabulary

/// Somebody else's index runs as a catalogue in YAML, without a line of code, and gives that program's numbers.
@Suite(.enabled(if: OracleFile.isPresent, "needs the oracles beside the package")) struct ASEMRoundTests {
  private func compute(_ asem: ASEMWorkspace) throws -> RoundResults {
    let folder = try RoundTests.Folder()
    try asem.write(to: folder.path, shipped: Repository.path(""))
    let workspace = try Workspace(root: folder.path)
    return try RoundRun(
      RoundName(programme: "asem", round: "2018"), in: workspace, date: try #require(RoundTests.date)
    ).compute()
  }

  @Test func aggregatesOfEveryCountry() throws {
    let asem = try ASEMWorkspace()
    let results = try compute(asem)
    let expected = try OracleFile("coinr/expected_agg_a_amean_minmax1_100.csv")
    let framework = try #require(results.catalogue.framework("asem"))
    let tally = OracleTally()
    for row in expected.rows {
      let code = try #require(row["uCode"])
      let city = try #require(results.registry.id(of: ASEMWorkspace.city(code)))
      for (index, node) in framework.nodes.enumerated() {
        let score = results.current.node(city, framework: 0, node: index).score
        #expect(tally.compare(score, row[node.code].flatMap(Double.init)), "\(code) \(node.code)")
      }
      #expect(
        tally.compare(results.current.overall(city, framework: 0).score, row["Index"].flatMap(Double.init)), "\(code)")
      for (index, indicator) in results.catalogue.indicators.enumerated() {
        let score = results.current.entry(city, IndicatorID(index))?.score
        #expect(tally.compare(score, row[indicator.code].flatMap(Double.init)), "\(code) \(indicator.code)")
      }
      tally.endRow()
    }
    #expect(tally.rows == 51)
    #expect(tally.compared == 51 * (49 + 8 + 2 + 1))
    print(tally.line("COINr, ASEM as a catalogue in YAML"))
  }

  @Test func screeningLeavesOutWhomCOINrLeavesOut() throws {
    var asem = try ASEMWorkspace()
    asem.screening = "{minimum_availability: 0.9}"
    let results = try compute(asem)
    for row in try OracleFile("coinr/expected_screen_byNA_0.9.csv").rows {
      let code = try #require(row["uCode"])
      let city = try #require(results.registry.id(of: ASEMWorkspace.city(code)))
      let overall = results.current.overall(city, framework: 0)
      #expect(overall.isScreenedOut == (row["Included"] == "FALSE"), "\(row["uCode"] ?? "")")
      #expect((overall.score == nil) == overall.isScreenedOut)
    }
  }
}
