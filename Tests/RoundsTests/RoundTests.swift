import Foundation
import GNLCTestSupport
import Rounds
import Testing
import Vocabulary

/// Whole rounds on the disk, small ones.
@Suite struct RoundTests {
  /// A folder that goes when the test ends.
  final class Folder {
    let path: String
    init() throws {
      path = FileManager.default.temporaryDirectory.appendingPathComponent("gnlc-test-\(UUID().uuidString)").path
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  static let date = CalendarDate(year: 2026, month: 11, day: 22)

  /// In English alone, which is half the work; the command's tests have both languages.
  private func workspace(_ folder: Folder, cities: Int = 3, years: Int = 2, faults: Bool = false) throws -> Workspace {
    try Self.workspace(folder, SyntheticWorkspace(cities: cities, years: years, hasFaults: faults))
  }

  static func workspace(_ folder: Folder, _ synthetic: SyntheticWorkspace) throws -> Workspace {
    try synthetic.write(to: "\(folder.path)/ws", from: try Workspace(root: Repository.path("")))
    let workspace = try Workspace(root: "\(folder.path)/ws")
    let programme = workspace.absolute("Inputs/demo/programme.yaml")
    let text = try String(contentsOfFile: programme, encoding: .utf8)
    try text.replacing("languages: [en, th]", with: "languages: [en]")
      .write(toFile: programme, atomically: true, encoding: .utf8)
    return workspace
  }

  private func run(_ workspace: Workspace) throws -> RunSummary {
    try RoundRun(RoundName(programme: "demo", round: "2026"), in: workspace, date: try #require(Self.date)).run()
  }

  private func text(_ workspace: Workspace, _ name: String) throws -> String {
    try String(contentsOfFile: workspace.absolute("Reports/demo/2026/\(name)"), encoding: .utf8)
  }

  private func submission(_ workspace: Workspace, _ name: String) -> String {
    workspace.absolute("Inputs/demo/2026/submissions/\(name)")
  }

  /// Writes a submission by hand.
  private func write(_ rows: [String], to name: String, in workspace: Workspace) throws {
    let text =
      (["CITY,VARIABLE,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,NOTE"] + rows).joined(separator: "\n") + "\n"
    try text.write(toFile: submission(workspace, name), atomically: true, encoding: .utf8)
  }

  @Test func reportsAreThereAndEverythingReconciles() throws {
    let folder = try Folder()
    let summary = try run(try workspace(folder))
    #expect(summary.citiesReporting == 3)
    #expect(summary.read == summary.observations + summary.blanks + summary.excluded + summary.rejected)
    #expect(summary.errors == 0)
    for name in [
      "observations.csv", "indicators.csv", "scores.csv", "changes.csv", "trends.csv", "progress.csv", "findings.csv",
      "datapackage.json",
    ] {
      #expect(summary.outputs.contains(name))
    }
    #expect(summary.outputs.contains("evaluation-2026.xlsx"))
  }

  /// Three women in evening classes: neither they nor the men are told, in no file, nor next year with other figures, be they of a
  /// year or of several together.
  @Test(arguments: ["2025", "2023-01-01/P3Y"]) func fewPersonsAreNotTold(_ period: String) throws {
    let folder = try Folder()
    let workspace = try workspace(folder, cities: 2)
    func classes(_ women: Int, _ men: Int) -> [String] {
      [("_T", women + men), ("F", women), ("M", men)].map {
        "xx-a,adult_learning_yes,\($0.0),\(period),\($0.1),persons,,three of them told us"
      }
    }
    try FileManager.default.removeItem(atPath: submission(workspace, "xx-a.xlsx"))
    try write(classes(3, 911), to: "xx-a.csv", in: workspace)
    _ = try run(workspace)
    func lines(_ round: String) throws -> [String] {
      try String(contentsOfFile: workspace.absolute("Reports/demo/\(round)/observations.csv"), encoding: .utf8)
        .split(separator: "\r\n").filter { $0.hasPrefix("xx-a,") && $0.contains("adult_learning_yes") }
        .map { $0.split(separator: ",", omittingEmptySubsequences: false)[4...11].joined(separator: ",") }
    }
    #expect(
      try lines("2026") == [
        "_T,_T,,\(period),914,persons,A,F", "F,_T,,\(period),,persons,Q,A", "M,_T,,\(period),,persons,Q,D",
      ])
    let findings = try text(workspace, "findings.csv")
    #expect(findings.contains("R008"))
    #expect(!findings.contains("911"))

    // The next round asks again: now there are enough, but the difference would tell last year's.
    let next = workspace.absolute("Inputs/demo/2027")
    try FileManager.default.copyItem(atPath: workspace.absolute("Inputs/demo/2026"), toPath: next)
    let round = try String(contentsOfFile: "\(next)/round.yaml", encoding: .utf8)
    try round.replacing("id: \"2026\"", with: "id: \"2027\"")
      .write(toFile: "\(next)/round.yaml", atomically: true, encoding: .utf8)
    let rows = ["CITY,VARIABLE,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,NOTE"] + classes(30, 911)
    try (rows.joined(separator: "\n") + "\n")
      .write(toFile: "\(next)/submissions/xx-a.csv", atomically: true, encoding: .utf8)
    _ = try RoundRun(RoundName(programme: "demo", round: "2027"), in: workspace, date: try #require(Self.date)).run()
    #expect(
      try lines("2027") == [
        "_T,_T,,\(period),941,persons,A,F", "F,_T,,\(period),,persons,Q,D", "M,_T,,\(period),,persons,Q,D",
      ])
  }

  /// Same in, same out: another folder gives the same bytes.
  @Test func theSameInputsGiveTheSameBytes() throws {
    let one = try Folder()
    let other = try Folder()
    let first = try workspace(one)
    let second = try workspace(other)
    let summary = try run(first)
    let again = try run(second)
    #expect(again.outputs == summary.outputs)
    #expect(again.returned == summary.returned)
    #expect(!summary.returned.isEmpty)
    for name in summary.outputs + summary.returned {
      let a = FileManager.default.contents(atPath: first.absolute("Reports/demo/2026/\(name)"))
      let b = FileManager.default.contents(atPath: second.absolute("Reports/demo/2026/\(name)"))
      #expect(a != nil && a == b, "\(name)")
    }
  }

  /// Two runs at once would publish over each other: the second is told to come again, and leaves nothing behind.
  @Test func anotherRunIsWaitedFor() throws {
    let folder = try Folder()
    let workspace = try workspace(folder, cities: 1, years: 1)
    let reports = workspace.absolute("Reports/demo")
    try FileManager.default.createDirectory(atPath: reports, withIntermediateDirectories: true)
    let descriptor = open("\(reports)/.lock", O_RDWR | O_CREAT, 0o640)
    try #require(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    #expect {
      try RoundRun(
        RoundName(programme: "demo", round: "2026"), in: workspace, date: try #require(Self.date),
        reports: .withoutCityFiles
      ).run()
    } throws: {
      ($0 as? RoundsError)?.kind == .locked
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: reports) == [".lock"])
    close(descriptor)
    let summary = try RoundRun(
      RoundName(programme: "demo", round: "2026"), in: workspace, date: try #require(Self.date),
      reports: .withoutCityFiles
    ).run()
    #expect(summary.citiesReporting == 1)
  }

  @Test func withoutCityFilesThereAreNone() throws {
    let folder = try Folder()
    let workspace = try workspace(folder, cities: 2)
    let summary = try RoundRun(
      RoundName(programme: "demo", round: "2026"), in: workspace, date: try #require(Self.date),
      reports: .withoutCityFiles
    ).run()
    #expect(summary.returned.isEmpty)
    #expect(summary.outputs.contains("funders-2026.xlsx"))
    #expect(!summary.outputs.contains { $0.contains("/") })
  }

  /// Some reports are the same files as among all, but for the run's name, and nothing else is written.
  @Test func onlyWhatIsNamed() throws {
    let folder = try Folder()
    let workspace = try workspace(folder, cities: 2)
    let date = try #require(Self.date)
    func run(_ reports: ReportSelection) throws -> RunSummary {
      try RoundRun(RoundName(programme: "demo", round: "2026"), in: workspace, date: date, reports: reports).run()
    }
    let all = try run(.withoutCityFiles)
    let names = ["evaluation-2026.xlsx", "observations.csv", "scores.csv"]
    let scores = try text(workspace, "scores.csv")
    let some = try run(ReportSelection(only: ["evaluation", "scores"]))
    #expect(some.outputs.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".xlsx") } == names)
    #expect(some.runID != all.runID)
    #expect(try text(workspace, "scores.csv") == scores.replacing(all.runID, with: some.runID))
    #expect(try text(workspace, "manifest.json").contains("\"only\" : ["))
    #expect(try !text(workspace, "datapackage.json").contains("trends.csv"))
    #expect(try run(ReportSelection(only: ["scores", "evaluation"])).isUnchanged)
    let cards = try run(ReportSelection(only: ["cities"]))
    #expect(cards.outputs.contains { $0.hasPrefix("cities/") } && !cards.outputs.contains("scores.csv"))
  }

  /// What can be named is what is written, so that no name is offered in vain and no report left without one.
  @Test func everyReportHasAName() throws {
    let folder = try Folder()
    let summary = try run(try workspace(folder, cities: 1))
    let written = Set(
      summary.outputs.compactMap { output -> String? in
        if output.hasPrefix("cities/") { return "cities" }
        if output.hasSuffix(".csv") { return String(output.dropLast(4)) }
        return output.hasSuffix("-2026.xlsx") ? String(output.dropLast(10)) : nil
      })
    #expect(written == Set(ReportSelection.names))
  }

  /// Running again shows the new release, keeps the one before and leaves nothing else behind.
  @Test func runningAgainShowsTheNewRelease() throws {
    let folder = try Folder()
    let workspace = try workspace(folder)
    let first = try run(workspace)
    try write(["xx-a,population,_T,2025,9000,persons,,"], to: "xx-a.csv", in: workspace)
    try FileManager.default.removeItem(atPath: submission(workspace, "xx-a.xlsx"))
    let second = try run(workspace)
    #expect(first.runID != second.runID)
    let releases = try FileManager.default.contentsOfDirectory(atPath: workspace.absolute("Reports/demo/.releases"))
    #expect(releases.sorted() == [first.runID, second.runID].sorted())
    let link = workspace.absolute("Reports/demo/2026")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == ".releases/\(second.runID)")
  }

  /// Bad input: each gives a finding with place and cure; the other cities are still published.
  @Test(arguments: [
    ("xx-q,population,_T,2025,9000,persons,,", "C001"),
    ("xx-a,populaton,_T,2025,9000,persons,,", "C003"),
    ("xx-a,population,_T,2025,9000,percent,,", "C004"),
    ("xx-a,population,_T,2025,many,persons,,", "C005"),
    ("xx-a,population,_T,soon,9000,persons,,", "C006"),
    ("xx-a,population,_T,1025,9000,persons,,", "C006"),
    ("xx-a,population,_T,2025,9000,persons,Z,", "C008"),
    ("xx-a,population,X,2025,9000,persons,,", "C011"),
    ("xx-a,population,_T,2025,\"9,5\",persons,,", "N004"),
    ("xx-a,population,_T,2025,99000000000,persons,,", "C010"),
  ])
  func badRows(_ row: String, _ code: String) throws {
    let folder = try Folder()
    let workspace = try workspace(folder)
    try FileManager.default.removeItem(atPath: submission(workspace, "xx-a.xlsx"))
    try write([row, "xx-a,population_15plus,_T,2025,7000,persons,,"], to: "xx-a.csv", in: workspace)
    let summary = try run(workspace)
    #expect(summary.isPartial)
    #expect(summary.citiesReporting == 3, "the good row counts, and so do the other cities")
    let line = try #require(
      try text(workspace, "findings.csv").split(separator: "\r\n").first { $0.contains(",\(code),") })
    #expect(line.contains("xx-a.csv"))
    #expect(summary.read == summary.observations + summary.blanks + summary.excluded + summary.rejected)
  }

  @Test func twoSubmissionsForOneCityStopBoth() throws {
    let folder = try Folder()
    let workspace = try workspace(folder)
    try write(["xx-a,population,_T,2025,9000,persons,,"], to: "again.csv", in: workspace)
    let summary = try run(workspace)
    #expect(summary.citiesReporting == 2)
    #expect(summary.refused.map { $0.split(separator: "/").last } == ["again.csv", "xx-a.xlsx"])
    let findings = try text(workspace, "findings.csv").split(separator: "\r\n").filter { $0.contains(",R001,") }
    #expect(findings.count == 2)
    #expect(findings.allSatisfy { $0.contains("again.csv") && $0.contains("xx-a.xlsx") })
  }

  @Test func unreadableFilesStopOnlyThemselves() throws {
    let folder = try Folder()
    let workspace = try workspace(folder)
    try Data().write(to: URL(fileURLWithPath: submission(workspace, "xx-b.xlsx")))
    try Data("PK\u{3}\u{4}rubbish".utf8).write(to: URL(fileURLWithPath: submission(workspace, "xx-c.xlsx")))
    try Data("hello".utf8).write(to: URL(fileURLWithPath: submission(workspace, "notes.docx")))
    let summary = try run(workspace)
    #expect(summary.citiesReporting == 1)
    #expect(
      summary.refused.map { $0.split(separator: "/").last } == ["xx-b.xlsx", "xx-c.xlsx"])
    let findings = try text(workspace, "findings.csv")
    for code in ["F001", "F010", "R005"] { #expect(findings.contains(",\(code),"), "\(code)") }
  }

  @Test func anEmptyRoundIsPublishedAndSaysSo() throws {
    let folder = try Folder()
    let workspace = try workspace(folder)
    try FileManager.default.removeItem(atPath: workspace.absolute("Inputs/demo/2026/submissions"))
    let summary = try run(workspace)
    #expect(summary.citiesReporting == 0)
    #expect(try text(workspace, "findings.csv").contains(",R007,"))
  }

  @Test func faultsAreHeldBack() throws {
    let folder = try Folder()
    let workspace = try workspace(folder, cities: 6, faults: true)
    let summary = try run(workspace)
    // The total fits neither the sum of women and men nor that of the zones.
    #expect(summary.errors == 2)
    #expect(try text(workspace, "findings.csv").contains(",C012,"))
    let held = try text(workspace, "observations.csv").split(separator: "\r\n").filter {
      $0.hasPrefix("xx-e,") && $0.contains(",literate_") && $0.contains(",2025,,persons,O,")
    }
    #expect(held.count == 5, "total, women and men, core and rest are held back")
  }

  struct ErrorCase: Sendable, CustomTestStringConvertible {
    var file: String
    var old: String
    var new: String
    var message: String
    var testDescription: String { message }
  }

  @Test(arguments: [
    ErrorCase(
      file: "Inputs/demo/2026/round.yaml", old: "framework: key-features", new: "framework: keys",
      message: "the framework `keys` is not in the catalogue"),
    ErrorCase(
      file: "Inputs/demo/2026/round.yaml", old: "comparison_period: 2024", new: "comparison_period: 2026",
      message: "`comparison_period` must lie before `reference_period`"),
    ErrorCase(
      file: "Inputs/demo/programme.yaml", old: "languages: [en]", new: "languages: [en, fr]",
      message: "programme.yaml:12: `fr` is no language of gnlc: en, th"),
    ErrorCase(
      file: "Inputs/demo/cities.csv", old: "xx-b,", new: "xx-a,",
      message: "cities.csv:3: the id `xx-a` stands already in line 2"),
    ErrorCase(
      file: "Indicators/method.yaml", old: "aggregation: arithmetic", new: "aggregation: magic",
      message: "`aggregation` is `magic`, not one of arithmetic"),
  ])
  func configurationFaultsNameFileAndLine(_ test: ErrorCase) throws {
    let folder = try Folder()
    let workspace = try workspace(folder)
    let path = workspace.absolute(test.file)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains(test.old), "the test's own text is stale")
    try text.replacingOccurrences(of: test.old, with: test.new).write(toFile: path, atomically: true, encoding: .utf8)
    #expect { try run(workspace) } throws: {
      guard let error = $0 as? RoundsError else { return false }
      return error.kind == .configuration && error.message.contains(test.message)
    }
  }

  @Test func wrongNamesGetTheNearestRightOne() throws {
    let folder = try Folder()
    let selection = RoundSelection(workspace: try workspace(folder))
    #expect(try selection.resolve(["demo"]) == [.init(programme: "demo", round: "2026")])
    #expect(try selection.resolve([]) == [.init(programme: "demo", round: "2026")])
    for (name, cure) in [("dmo/2026", "demo"), ("demo/2062", "2026"), ("demo/", "2026")] {
      #expect { try selection.resolve([name]) } throws: {
        guard let error = $0 as? RoundsError else { return false }
        return error.kind == .noInput && error.cure.contains(cure)
      }
    }
  }

  @Test func aFolderWithoutIndicatorsIsNoWorkspace() throws {
    let folder = try Folder()
    #expect { try Workspace(root: folder.path) } throws: { ($0 as? RoundsError)?.kind == .noInput }
  }
}
