import Foundation
import Catalogue
import GNLCTestSupport
import Normalisation
import Reporting
import Rounds
import Testing
import Vocabulary

/// What stays of a run: its manifest, the programme's log, frozen rounds; and what of a change is seen.
@Suite struct RoundRecordTests {
  /// Two rounds of two cities, both published.
  private func history(_ folder: RoundTests.Folder) throws -> Workspace {
    let workspace = try RoundTests.workspace(folder, SyntheticWorkspace(cities: 2, years: 2, rounds: 2))
    for round in ["2025", "2026"] { _ = try run(workspace, round) }
    return workspace
  }

  @discardableResult
  private func run(
    _ workspace: Workspace, _ round: String = "2026", reports: ReportSelection = .withoutCityFiles
  ) throws -> RunSummary {
    try RoundRun(
      RoundName(programme: "demo", round: round), in: workspace, date: try #require(RoundTests.date),
      reports: reports
    ).run()
  }

  private func name(_ round: String) -> RoundName { .init(programme: "demo", round: round) }

  private func freeze(_ workspace: Workspace, _ round: String) throws {
    _ = try RoundFreezing(workspace: workspace, name: name(round), date: try #require(RoundTests.date))
      .freeze(reason: "a test")
  }

  private func problems(_ workspace: Workspace, _ round: String = "2026") throws -> [String] {
    try Verification(name(round), in: workspace).problems.map { "\($0.place): \($0.problem)" }
  }

  /// Changes one byte in the middle of a file.
  private func flip(_ path: String, _ workspace: Workspace) throws {
    let url = URL(fileURLWithPath: workspace.absolute(path)).resolvingSymlinksInPath()
    var data = try Data(contentsOf: url)
    data[data.count / 2] ^= 1
    try data.write(to: url)
  }

  private func text(_ workspace: Workspace, _ path: String) throws -> String {
    try String(contentsOfFile: workspace.absolute(path), encoding: .utf8)
  }

  /// A workspace that a newer gnlc worked in: this one neither replaces its release nor judges it.
  @Test func aReleaseOfANewerVersionIsRefused() throws {
    let folder = try RoundTests.Folder()
    let workspace = try history(folder)
    let path = URL(fileURLWithPath: workspace.absolute("Reports/demo/2026/manifest.json")).resolvingSymlinksInPath()
    let newer = try String(contentsOf: path, encoding: .utf8)
      .replacing("\"format\" : 1,", with: "\"format\" : 2,").replacing("\"version\" : \"0.", with: "\"version\" : \"9.")
    try newer.write(to: path, atomically: true, encoding: .utf8)
    let attempts: [() throws -> Void] = [
      { _ = try self.run(workspace) }, { _ = try Verification(self.name("2026"), in: workspace) },
      { _ = try RoundStatus(self.name("2026"), in: workspace) },
    ]
    for attempt in attempts {
      let error = #expect(throws: RoundsError.self) { try attempt() }
      #expect(error?.message.contains("manifest.json has format 2") == true)
      #expect(error?.cure.contains("gnlc 9.") == true)
    }
    #expect(try text(workspace, "Reports/demo/2026/manifest.json") == newer)
  }

  @Test func theSameInputsAgainAreNothingToDo() throws {
    let folder = try RoundTests.Folder()
    let workspace = try history(folder)
    let link = workspace.absolute("Reports/demo/2026")
    let first = try text(workspace, "Reports/demo/2026/manifest.json")
    let again = try run(workspace)
    #expect(again.isUnchanged)
    #expect(again.citiesReporting == 2)
    #expect(try text(workspace, "Reports/demo/2026/manifest.json") == first)
    // A file that went missing is written again, and the rest is byte for byte the same.
    let missing = URL(fileURLWithPath: link + "/scores.csv").resolvingSymlinksInPath()
    let scores = try Data(contentsOf: missing)
    try FileManager.default.removeItem(at: missing)
    let repaired = try run(workspace)
    #expect(!repaired.isUnchanged)
    #expect(try Data(contentsOf: missing) == scores)
    #expect(try text(workspace, "Reports/demo/2026/manifest.json") == first)
    #expect(try problems(workspace).isEmpty)
    // Another input is another run, and the earlier release stays until it is pruned.
    let submission = workspace.absolute("Inputs/demo/2026/submissions/xx-a.xlsx")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: submission))
    try FileManager.default.removeItem(atPath: submission)
    let other = try run(workspace)
    #expect(other.runID != again.runID)
    #expect(other.citiesReporting == 1)
    // The same inputs as at first lead back to the first release, without a computation.
    try bytes.write(to: URL(fileURLWithPath: submission))
    let back = try run(workspace)
    #expect(back.isUnchanged && back.runID == again.runID)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == ".releases/\(again.runID)")
    let pruning = Pruning(workspace: workspace, kept: 0)
    #expect(pruning.candidates(programme: "demo").map(\.run) == [other.runID])
    _ = try pruning.prune(programme: "demo", date: try #require(RoundTests.date))
    #expect(pruning.candidates(programme: "demo").isEmpty)
    #expect(try problems(workspace).isEmpty)
  }

  @Test func changedCellsOfTwoReleases() throws {
    let folder = try RoundTests.Folder()
    let workspace = try RoundTests.workspace(folder, SyntheticWorkspace(cities: 2, years: 1))
    let path = workspace.absolute("Inputs/demo/2026/submissions")
    for name in ["xx-a.xlsx", "xx-b.xlsx"] { try FileManager.default.removeItem(atPath: "\(path)/\(name)") }
    func send(_ city: String, _ rows: [String]) throws {
      try (["CITY,VARIABLE,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,NOTE"] + rows).joined(separator: "\n")
        .write(toFile: "\(path)/\(city).csv", atomically: true, encoding: .utf8)
    }
    try send("xx-b", ["xx-b,population_15plus,_T,2025,9000,persons,,", "xx-b,literate_15plus,_T,2025,8100,persons,,"])
    try send("xx-a", ["xx-a,population_15plus,_T,2025,8000,persons,,", "xx-a,literate_15plus,_T,2025,7600,persons,,"])
    let first = try run(workspace)
    try send(
      "xx-a",
      [
        "xx-a,population_15plus,_T,2025,8000,persons,,", "xx-a,literate_15plus,_T,2025,7200,persons,,",
        "xx-a,population,_T,2025,9900,persons,,",
      ])
    let second = try run(workspace)
    let comparison = try ReleaseComparison(first.runID, "demo/2026", in: workspace)
    #expect(comparison.old == first.runID && comparison.new == second.runID)
    func change(_ table: String, _ part: String) -> ReleaseComparison.Change? {
      comparison.changes.first { $0.table == table && $0.key.contains(part) }
    }
    let literate = try #require(change("observations", "VARIABLE=literate_15plus"))
    #expect(literate.column == "OBS_VALUE" && literate.old == "7600" && literate.new == "7200")
    #expect(literate.kind == .changed && literate.reason == .input)
    let rate = try #require(change("indicators", "INDICATOR=adult_literacy_rate"))
    #expect(rate.old == "95.0" && rate.new == "90.0" && rate.reason == .input)
    #expect(change("scores", "NODE=adult_literacy_rate")?.reason == .derived)
    #expect(
      change("observations", "VARIABLE=population;").map { [$0.old, $0.new, $0.kind.rawValue] } == [
        "", "9900", "added",
      ])
    #expect(!comparison.changes.contains { $0.key.contains("CITY=xx-b") && $0.table == "observations" })
    // The other way round is the mirror; a release and itself differ in nothing.
    let back = try ReleaseComparison("demo/2026", first.runID, in: workspace)
    #expect(back.changes.count == comparison.changes.count)
    #expect(try ReleaseComparison(first.runID, first.runID, in: workspace).changes.isEmpty)
    try comparison.write(to: "\(folder.path)/changes.csv")
    let lines = try String(contentsOfFile: "\(folder.path)/changes.csv", encoding: .utf8).split(separator: "\r\n")
    #expect(lines.count == comparison.changes.count + 1)
    try comparison.write(to: "\(folder.path)/changes.xlsx")
    #expect(throws: RoundsError.self) { try comparison.write(to: "\(folder.path)/changes.xlsx") }
    #expect(throws: RoundsError.self) { try ReleaseComparison("nothing", "demo/2026", in: workspace) }
  }

  @Test func verifyFindsOneFlippedByte() throws {
    let folder = try RoundTests.Folder()
    let workspace = try history(folder)
    #expect(try problems(workspace).isEmpty)
    let workbook = workspace.absolute("Reports/demo/2026/evaluation-2026.xlsx")
    let origin = try #require(try FileOrigin(of: workbook, in: workspace).release)
    #expect(origin.round == "2026" && origin.file == "evaluation-2026.xlsx" && origin.isShown)
    #expect(origin.inputs.count == 2)

    for (path, expected) in [
      ("Reports/demo/2026/observations.csv", "was changed after it was published"),
      ("Inputs/demo/2026/submissions/xx-b.xlsx", "was changed after the release was made"),
      ("Reports/demo/2026/evaluation-2026.xlsx", "was changed after it was published"),
    ] {
      try flip(path, workspace)
      #expect(try problems(workspace) == ["\(path): \(expected)"])
      if path.hasSuffix("evaluation-2026.xlsx") {
        #expect(try FileOrigin(of: workbook, in: workspace).release == nil)
      }
      try flip(path, workspace)
    }
    try flip("Reports/demo/2026/manifest.json", workspace)
    #expect(try problems(workspace).contains { $0.hasPrefix("Reports/demo/2026/manifest.json") })
    try flip("Reports/demo/2026/manifest.json", workspace)
    // The middle of the log is in its first line or its second: one of them no longer fits the next.
    try flip("Reports/demo/audit.jsonl", workspace)
    #expect(try problems(workspace).contains { $0.hasPrefix("Reports/demo/audit.jsonl:") })
    try flip("Reports/demo/audit.jsonl", workspace)
    #expect(try problems(workspace).isEmpty)
    let log = workspace.absolute("Reports/demo/audit.jsonl")
    let lines = try text(workspace, "Reports/demo/audit.jsonl").split(separator: "\n")
    #expect(lines.count == 2)
    try (lines[1] + "\n").write(toFile: log, atomically: true, encoding: .utf8)
    #expect(try problems(workspace).contains { $0.contains("does not follow from the line before") })
    // A line that was never finished is no break: the next entry takes its place.
    try (lines.joined(separator: "\n") + "\n{\"date\":\"20").write(toFile: log, atomically: true, encoding: .utf8)
    #expect(try problems(workspace).isEmpty)
    try FileManager.default.removeItem(atPath: workspace.absolute("Inputs/demo/2026/submissions/xx-b.xlsx"))
    try run(workspace)
    #expect(try text(workspace, "Reports/demo/audit.jsonl").split(separator: "\n").count == 3)
    #expect(try problems(workspace).isEmpty)
  }

  /// What is not ready is frozen for a reason only.
  @Test func freezingEarlyWantsAReason() throws {
    let folder = try RoundTests.Folder()
    let workspace = try history(folder)
    let file = "Inputs/demo/2026/round.yaml"
    let early = try text(workspace, file).replacing(/closes: \S+/, with: "closes: 2027-01-31")
    try early.write(toFile: workspace.absolute(file), atomically: true, encoding: .utf8)
    let freezing = RoundFreezing(
      workspace: workspace, name: name("2026"), date: try #require(RoundTests.date))
    let refusal = try #require(throws: RoundsError.self) { try freezing.freeze(reason: "") }
    #expect(refusal.message.contains("days to its last") && refusal.cure.contains("--reason"))
    #expect(try RoundStatus(name("2026"), in: workspace).state == "open")
    _ = try freezing.freeze(reason: "decided early")
    #expect(try RoundStatus(name("2026"), in: workspace).state == "frozen")
  }

  /// What cannot be published is not frozen.
  @Test func aRoundThatCannotBePublishedStaysOpen() throws {
    let folder = try RoundTests.Folder()
    let workspace = try history(folder)
    let before = try text(workspace, "Inputs/demo/2025/round.yaml")
    // Something of ours stands where releases are put.
    let store = workspace.absolute("Reports/demo/.releases")
    try FileManager.default.moveItem(atPath: store, toPath: store + "-away")
    try "x".write(toFile: store, atomically: true, encoding: .utf8)
    #expect(throws: RoundsError.self) { try freeze(workspace, "2025") }
    #expect(try text(workspace, "Inputs/demo/2025/round.yaml") == before)
    #expect(!FileManager.default.fileExists(atPath: workspace.absolute("Inputs/demo/2025/frozen")))
    try FileManager.default.removeItem(atPath: store)
    try FileManager.default.moveItem(atPath: store + "-away", toPath: store)
    try freeze(workspace, "2025")
    #expect(try RoundStatus(name("2025"), in: workspace).state == "frozen")
  }

  @Test func aFrozenRoundKeepsItsDefinitionsAndItsInputs() throws {
    let folder = try RoundTests.Folder()
    let workspace = try history(folder)
    try freeze(workspace, "2025")
    #expect(throws: RoundsError.self) { try freeze(workspace, "2025") }
    let frozen = try run(workspace, "2025", reports: .all)
    #expect(frozen.isUnchanged)
    #expect(try RoundStatus(name("2025"), in: workspace).state == "frozen")

    // Today's catalogue moves a goalpost: the frozen round does not follow, the open one says how much that moved.
    let file = workspace.absolute("Indicators/indicators/1.1-empowerment.yaml")
    let catalogue = try String(contentsOfFile: file, encoding: .utf8)
    try catalogue.replacing("goalposts: [50", with: "goalposts: [40").write(
      toFile: file, atomically: true, encoding: .utf8)
    #expect(try run(workspace, "2025", reports: .all).isUnchanged)
    try run(workspace)
    var seen = 0
    for line in try text(workspace, "Reports/demo/2026/score_changes.csv").split(separator: "\r\n").dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard let before = Double(fields[8]), let after = Double(fields[10]) else { continue }
      let parts = fields[12...17].compactMap { Double($0) }.map { Int(($0 * 10).rounded()) }
      #expect(parts.reduce(0, +) == Int((after * 10).rounded()) - Int((before * 10).rounded()))
      if parts[3] != 0 { seen += 1 }
      #expect(parts[2] == 0)
    }
    #expect(seen > 0)

    let submission = "Inputs/demo/2025/submissions/xx-a.xlsx"
    try flip(submission, workspace)
    for round in ["2025", "2026"] {
      let error = #expect(throws: RoundsError.self) { try run(workspace, round) }
      #expect(error?.message.contains("\(submission) was changed") == true)
    }
    try flip(submission, workspace)
    try "x".write(
      toFile: workspace.absolute("Inputs/demo/2025/submissions/xx-z.csv"), atomically: true, encoding: .utf8)
    let added = #expect(throws: RoundsError.self) { try run(workspace, "2025") }
    #expect(added?.message.contains("xx-z.csv was added") == true)

    let freezing = RoundFreezing(workspace: workspace, name: name("2025"), date: try #require(RoundTests.date))
    #expect(throws: RoundsError.self) { try freezing.open(reason: "") }
    try freezing.open(reason: "a city was missing")
    #expect(try !run(workspace, "2025").isUnchanged)
    let events = try text(workspace, "Reports/demo/audit.jsonl").split(separator: "\n").map { line in
      line.split(separator: "\"event\":\"").last?.split(separator: "\"").first.map(String.init) ?? ""
    }
    #expect(events == ["published", "published", "published", "frozen", "published", "opened", "published"])
  }
}

/// A round knows what earlier rounds were told of the years before its own.
@Suite struct VintageTests {
  @Test func aRoundThatTellsOneYearHasItsPast() throws {
    let folder = try RoundTests.Folder()
    let workspace = try RoundTests.workspace(folder, SyntheticWorkspace(cities: 2, years: 1, rounds: 3))
    let results = try RoundRun(
      RoundName(programme: "demo", round: "2026"), in: workspace, date: try #require(RoundTests.date)
    ).compute()
    let city = try #require(results.registry.id(of: "xx-a"))
    let years = Set(results.observations.slice(of: city).map { Int($0.key.period.year) })
    #expect(years == [2023, 2024, 2025])
    #expect(results.files.allSatisfy { $0.path.contains("/2026/") })
    #expect(!results.changes.isEmpty)
    #expect(results.previous.overall(city, framework: results.framework).score != nil)
    let old = try #require(results.observations.slice(of: city).first { $0.key.period.year == 2023 })
    #expect(results.observations.sources[old.provenance.source.index].path.hasPrefix("Inputs/demo/2024/submissions/"))
  }

  @Test func whatIsSaidNowCountsAndSilenceIsNoAnswer() throws {
    let folder = try RoundTests.Folder()
    let workspace = try RoundTests.workspace(folder, SyntheticWorkspace(cities: 2, years: 1, rounds: 2))
    let submissions = workspace.absolute("Inputs/demo/2026/submissions")
    try FileManager.default.removeItem(atPath: "\(submissions)/xx-b.xlsx")
    try FileManager.default.removeItem(atPath: "\(submissions)/xx-a.xlsx")
    let rows = [
      "CITY,VARIABLE,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,NOTE",
      "xx-a,population,_T,2025,90000,persons,,", "xx-a,population,_T,2024,,persons,L,withdrawn",
    ]
    try rows.joined(separator: "\n").write(toFile: "\(submissions)/xx-a.csv", atomically: true, encoding: .utf8)
    let results = try RoundRun(
      RoundName(programme: "demo", round: "2026"), in: workspace, date: try #require(RoundTests.date)
    ).compute()
    let (first, second) = (
      try #require(results.registry.id(of: "xx-a")), try #require(results.registry.id(of: "xx-b"))
    )
    #expect(results.observations.slice(of: second).isEmpty)
    let population = try #require(results.catalogue.variableID("population"))
    let said = results.observations.slice(of: first).filter {
      $0.key.variable == population && $0.key.breakdown == .total && $0.key.period.year == 2024
    }
    #expect(said.map(\.value) == [nil])
    #expect(said.first?.status == .notCollected)
    #expect(results.observations.slice(of: first).count > 100)
  }
}
