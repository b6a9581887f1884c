import Foundation
import GNLCTestSupport
import Reporting
import Rounds
import Testing
import Vocabulary

/// Reports as they would have been at an earlier round.
@Suite struct KnownAtTests {
  private func history(_ folder: RoundTests.Folder) throws -> Workspace {
    try RoundTests.workspace(folder, SyntheticWorkspace(cities: 2, years: 2, rounds: 3))
  }

  private func round(_ workspace: Workspace, _ round: String = "2026", knownAt: String?) throws -> RoundRun {
    RoundRun(
      RoundName(programme: "demo", round: round), in: workspace, date: try #require(RoundTests.date),
      reports: .withoutCityFiles,
      knownAt: knownAt)
  }

  private func figures(_ results: [[String: String]]) -> [String: String] {
    Dictionary(
      results.map { row in
        (
          ["CITY", "VARIABLE", "SEX", "AGE", "BREAKDOWN", "TIME_PERIOD"].map { row[$0] ?? "" }.joined(separator: " "),
          row["OBS_VALUE"] ?? ""
        )
      }, uniquingKeysWith: { $1 })
  }

  @Test func onlyWhatWasSubmittedThen() throws {
    let folder = try RoundTests.Folder()
    let workspace = try history(folder)
    for id in ["2024", "2025", "2026"] { _ = try round(workspace, id, knownAt: nil).run() }
    let before = try FileManager.default.subpathsOfDirectory(atPath: workspace.absolute("Reports")).sorted()
    let out = "\(folder.path)/then"
    let summary = try round(workspace, knownAt: "2025").write(to: out)
    #expect(summary.folder == out)
    // Nothing is published.
    #expect(try FileManager.default.subpathsOfDirectory(atPath: workspace.absolute("Reports")).sorted() == before)
    let other = try Workspace(root: workspace.root)
    func table(_ path: String) throws -> [[String: String]] { try reportTable(other, path) }
    // Below the workspace's root by way of its parent.
    let then = figures(try table("../then/observations.csv"))
    let published = figures(try table("Reports/demo/2025/observations.csv"))
    #expect(!then.isEmpty && then == published, "the figures that round 2025 published")
    #expect(!then.keys.contains { $0.hasSuffix(" 2025") })
    #expect(Set(try table("../then/revisions.csv").map { $0["PREVIOUS_ROUND"] }) == ["2024"])
    let manifest = try String(contentsOfFile: "\(out)/manifest.json", encoding: .utf8)
    #expect(manifest.contains("\"knownAt\" : \"2025\""))
    #expect(try String(contentsOfFile: "\(out)/datapackage.json", encoding: .utf8).contains("as known at round 2025"))
    // The difference to today is told by the tool that compares releases.
    let comparison = try ReleaseComparison(out, "demo/2026", in: workspace)
    #expect(comparison.changes.contains { $0.table == "observations" && $0.kind == .added })
    // A second time into the same folder is refused, and what is there stays.
    #expect(throws: RoundsError.self) { try round(workspace, knownAt: "2025").write(to: out) }
    #expect(try String(contentsOfFile: "\(out)/manifest.json", encoding: .utf8) == manifest)
    let again = "\(folder.path)/again"
    _ = try round(workspace, knownAt: "2025").write(to: again)
    #expect(
      try String(contentsOfFile: "\(again)/SHA256SUMS", encoding: .utf8)
        == String(contentsOfFile: "\(out)/SHA256SUMS", encoding: .utf8))
  }

  @Test func whatIsDecidedLaterDoesNotCount() throws {
    let folder = try RoundTests.Folder()
    let workspace = try RoundTests.workspace(
      folder, SyntheticWorkspace(cities: 2, years: 2, rounds: 2, hasCorrections: true))
    let today = try round(workspace, knownAt: nil).compute()
    let then = try round(workspace, knownAt: "2025").compute()
    #expect(today.corrections.map(\.outcome) == [.applied, .applied])
    #expect(then.corrections.isEmpty)
    #expect(then.knownAt?.id == "2025" && then.round.id == "2026")
    #expect(then.lastRound == nil && today.lastRound?.round.id == "2025")
  }

  @Test func roundsAndFoldersThatCannotBe() throws {
    let folder = try RoundTests.Folder()
    let workspace = try history(folder)
    for name in ["2027", "2020", "soon"] {
      let error = #expect(throws: RoundsError.self) {
        try round(workspace, knownAt: name).write(to: "\(folder.path)/\(name)")
      }
      #expect(error?.kind == .noInput && error?.cure.contains("2024, 2025") == true)
      #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/\(name)"))
    }
    let later = #expect(throws: RoundsError.self) {
      try round(workspace, "2024", knownAt: "2026").write(to: "\(folder.path)/later")
    }
    #expect(later?.cure == "no round came before it")
    let occupied = "\(folder.path)/occupied"
    try FileManager.default.createDirectory(atPath: occupied, withIntermediateDirectories: false)
    _ = try round(workspace, knownAt: "2025").write(to: occupied)
    for place in [
      occupied, workspace.absolute("Reports/demo/then"), workspace.absolute("Inputs/then"),
      workspace.absolute("Reports"),
    ] {
      let error = #expect(throws: RoundsError.self) { try round(workspace, knownAt: "2025").write(to: place) }
      #expect(error?.kind == .cannotCreate, "\(place)")
    }
  }
}
