import Foundation
import GNLCTestSupport
import Reporting
import Rounds
import Testing
import Vocabulary

/// Corrections in whole rounds: what is published of them, what is not, and what later rounds make of them.
@Suite struct CorrectionTests {
  private static let header = "CITY,VARIABLE,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,NOTE"

  /// Two rounds of two cities, each with a few figures of its own year.
  private func workspace(_ folder: RoundTests.Folder) throws -> Workspace {
    let workspace = try RoundTests.workspace(folder, SyntheticWorkspace(cities: 2, years: 1, rounds: 2))
    for (round, year) in [("2025", 2024), ("2026", 2025)] {
      for city in ["xx-a", "xx-b"] {
        try send(
          city, round,
          [
            "\(city),population_15plus,_T,\(year),8000,persons,,", "\(city),literate_15plus,_T,\(year),7200,persons,,",
            "\(city),population,_T,\(year),9900,persons,,counted in June",
          ], in: workspace)
      }
    }
    return workspace
  }

  private func send(_ city: String, _ round: String, _ rows: [String], in workspace: Workspace) throws {
    let folder = workspace.absolute("Inputs/demo/\(round)/submissions")
    for ending in ["xlsx", "csv"] { try? FileManager.default.removeItem(atPath: "\(folder)/\(city).\(ending)") }
    try ([Self.header] + rows).joined(separator: "\n")
      .write(toFile: "\(folder)/\(city).csv", atomically: true, encoding: .utf8)
  }

  private func correct(_ round: String, _ entries: [String], in workspace: Workspace) throws {
    let common = "reason: {en: A slip of 7, th: พิมพ์ผิด}\n    authority: {en: Panel, th: คณะ}\n    date: 2026-10-05"
    let list = entries.map { "  - \($0.replacing("; ", with: "\n    "))\n    \(common)\n" }.joined()
    try "format: 1\ncorrections:\n\(list)".write(
      toFile: workspace.absolute("Inputs/demo/\(round)/corrections.yaml"), atomically: true, encoding: .utf8)
  }

  @discardableResult
  private func run(_ workspace: Workspace, _ round: String = "2026", on date: String = "2026-11-22") throws
    -> RunSummary
  {
    try RoundRun(
      RoundName(programme: "demo", round: round), in: workspace, date: try #require(CalendarDate(date)),
      reports: .withoutCityFiles
    ).run()
  }

  private func rows(_ workspace: Workspace, _ name: String, _ round: String = "2026") throws -> [[String: String]] {
    try reportTable(workspace, "Reports/demo/\(round)/\(name).csv")
  }

  private static let literate =
    "city: xx-a; variable: literate_15plus; period: 2025; action: override; value: 7600; expect: 7200"

  @Test func theValueUsedStandsBesideTheValueReported() throws {
    let folder = try RoundTests.Folder()
    let workspace = try workspace(folder)
    try correct(
      "2026",
      [
        Self.literate,
        "city: xx-b; variable: population; period: 2025; action: flag; status: E; expect: 9900",
      ], in: workspace)
    let summary = try run(workspace)
    #expect(summary.errors == 0)
    let figures = try rows(workspace, "observations")
    let literate = try #require(
      figures.first { $0["CITY"] == "xx-a" && $0["VARIABLE"] == "literate_15plus" && $0["TIME_PERIOD"] == "2025" })
    #expect(
      literate["OBS_VALUE"] == "7600" && literate["REPORTED_VALUE"] == "7200" && literate["CORRECTION"] == "override")
    #expect(literate["NOTE"]?.contains("A slip of 7") == true && literate["NOTE"]?.contains("พิมพ์ผิด") == true)
    #expect(literate["SOURCE_FILE"] == "Inputs/demo/2026/submissions/xx-a.csv" && literate["SOURCE_CELL"] == "E3")
    let flagged = try #require(
      figures.first { $0["CITY"] == "xx-b" && $0["VARIABLE"] == "population" && $0["TIME_PERIOD"] == "2025" })
    #expect(flagged["OBS_VALUE"] == "9900" && flagged["OBS_STATUS"] == "E" && flagged["CORRECTION"] == "flag")
    #expect(flagged["NOTE"]?.hasPrefix("counted in June · ") == true)
    #expect(figures.count { $0["CORRECTION"] != "" } == 2)
    // What is computed follows: 7600 of 8000.
    let rate = try rows(workspace, "indicators").first {
      $0["CITY"] == "xx-a" && $0["INDICATOR"] == "adult_literacy_rate" && $0["TIME_PERIOD"] == "2025"
        && $0["SEX"] == "_T"
    }
    #expect(rate?["OBS_VALUE"] == "95.0")
    let register = try rows(workspace, "corrections")
    #expect(register.map { $0["OUTCOME"] } == ["applied", "applied"])
    #expect(register.map { $0["LINE"] } == ["3", "12"])
    #expect(register[0]["REPORTED_VALUE"] == "7200" && register[0]["OBS_VALUE"] == "7600")
    #expect(register[1]["REPORTED_STATUS"] == "A" && register[1]["OBS_STATUS"] == "E")
    let told = try rows(workspace, "findings").filter { $0["CODE"] == "R040" }
    #expect(told.map { $0["CELL"] } == ["E3", "E4"])
    #expect(told.first?["MESSAGE_TH"]?.contains("คณะ") == true)
    let derivation = try NumberExplanation(workspace: workspace, date: try #require(RoundTests.date)).derivation(
      city: "xx-a", indicator: "adult_literacy_rate", year: 2025, breakdown: nil, round: "demo/2026")
    #expect(
      derivation.text(in: .english).contains {
        $0.contains("replaced, reported as 7200 (A); A slip of 7; Panel, 2026-10-05")
      })
    #expect(derivation.text(in: .thai).contains { $0.contains("แก้ไขแล้ว") && $0.contains("คณะ") })
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var entry: String
    var code: String
    var outcome: String?
    /// Of the command: 65 where an error is found.
    var isPartial = true
    var testDescription: String { code }
  }

  /// An entry that does not apply is told, changes nothing, and stops no other.
  @Test(arguments: [
    Case(
      entry: "city: xx-q; variable: population; period: 2025; action: drop; expect: 9900", code: "R032", outcome: nil),
    Case(
      entry: "city: xx-a; variable: population; period: 2025; action: delete; expect: 9900", code: "R031", outcome: nil),
    Case(entry: literate, code: "R034", outcome: nil),
    Case(
      entry: "city: xx-a; variable: population; period: 2020; action: drop; expect: 9900", code: "R035",
      outcome: "no_figure"),
    Case(
      entry: "city: xx-a; variable: population; period: 2025; action: drop; expect: 9901", code: "R036",
      outcome: "source_mended"),
    Case(
      entry: "city: xx-a; variable: population; period: 2025; action: drop; expect: 9900; expires: 2026-11-21",
      code: "R037", outcome: "expired"),
    Case(
      entry: "city: xx-a; variable: population; period: 2025; action: drop; expect: 9900; submission: 00000000",
      code: "R038", outcome: "lapsed", isPartial: false),
    Case(
      entry: "city: xx-a; variable: population; period: 2025; action: scale; factor: 1; expect: 9900", code: "R039",
      outcome: "no_effect"),
  ]) func nothingFailsInSilence(_ given: Case) throws {
    let folder = try RoundTests.Folder()
    let workspace = try workspace(folder)
    try correct("2026", [Self.literate, given.entry], in: workspace)
    let summary = try run(workspace)
    #expect(summary.isPartial == given.isPartial)
    let found = try rows(workspace, "findings").filter { $0["FILE"] == "Inputs/demo/2026/corrections.yaml" }
    #expect(found.map { $0["CODE"] } == [given.code])
    let register = try rows(workspace, "corrections").map { $0["OUTCOME"] ?? "" }
    #expect(register == ["applied"] + (given.outcome.map { [$0] } ?? []))
    let population = try rows(workspace, "observations").first {
      $0["CITY"] == "xx-a" && $0["VARIABLE"] == "population" && $0["TIME_PERIOD"] == "2025"
    }
    #expect(population?["OBS_VALUE"] == "9900" && population?["CORRECTION"] == "")
    // It is for the evaluators to mend, not for the city.
    #expect(try rows(workspace, "submissions").allSatisfy { $0["ERRORS"] == "0" && $0["WARNINGS"] == "0" })
  }

  /// A wrong number of persons, three, is told nowhere, whether it was reported or put right, and no number of the reason.
  @Test func fewPersonsAreNotTold() throws {
    for (reported, used) in [(3, 30), (30, 3)] {
      let folder = try RoundTests.Folder()
      let workspace = try workspace(folder)
      try send(
        "xx-a", "2026",
        [("_T", reported + 911), ("F", reported), ("M", 911)].map {
          "xx-a,adult_learning_yes,\($0.0),2025,\($0.1),persons,,"
        }, in: workspace)
      let common = "city: xx-a; variable: adult_learning_yes; period: 2025; action: override"
      try correct(
        "2026",
        [
          "\(common); breakdown: sex=F; value: \(used); expect: \(reported)",
          "\(common); value: \(used + 911); expect: \(reported + 911)",
        ], in: workspace)
      _ = try run(workspace)
      let register = try rows(workspace, "corrections")
      #expect(register.map { $0["OUTCOME"] } == ["applied", "applied"])
      #expect(register.allSatisfy { $0["REPORTED_VALUE"] == "" && $0["REASON_EN"] == "A slip of •" })
      let figures = try rows(workspace, "observations").filter { $0["VARIABLE"] == "adult_learning_yes" }
      #expect(figures.allSatisfy { $0["REPORTED_VALUE"] == "" && $0["NOTE"]?.contains("7") != true })
      let told = try rows(workspace, "findings").filter { $0["VARIABLE"] == "adult_learning_yes" }
      #expect(told.contains { $0["CODE"] == "R040" })
      for row in told { #expect(row["MESSAGE_EN"]?.contains("from \(reported)") == false) }
    }
  }

  /// The next round reads the round with its decisions, and says so as long as the city says nothing else.
  @Test func aCorrectionStandsInLaterRounds() throws {
    let folder = try RoundTests.Folder()
    let workspace = try workspace(folder)
    try correct(
      "2025",
      [
        "city: xx-a; variable: literate_15plus; period: 2024; action: override; value: 6400; expect: 7200; expires: 2025-12-31"
      ], in: workspace)
    try run(workspace, "2025", on: "2025-11-22")
    try run(workspace)
    func literate() throws -> [String: String]? {
      try rows(workspace, "observations").first {
        $0["CITY"] == "xx-a" && $0["VARIABLE"] == "literate_15plus" && $0["TIME_PERIOD"] == "2024"
      }
    }
    #expect(try literate()?["OBS_VALUE"] == "6400")
    #expect(try literate()?["CORRECTION"] == "override")
    #expect(
      try rows(workspace, "corrections").map { "\($0["ROUND"] ?? "") \($0["OUTCOME"] ?? "")" } == ["2025 applied"])
    #expect(try rows(workspace, "revisions").isEmpty)
    #expect(try !rows(workspace, "findings").contains { $0["CODE"]?.hasPrefix("R03") == true })

    // The city sends the year anew: its word counts, and differs from what was published.
    try send(
      "xx-a", "2026",
      [
        "xx-a,population_15plus,_T,2025,8000,persons,,", "xx-a,literate_15plus,_T,2025,7200,persons,,",
        "xx-a,literate_15plus,_T,2024,7100,persons,,recount",
      ], in: workspace)
    try run(workspace)
    #expect(try literate()?["OBS_VALUE"] == "7100")
    #expect(try literate()?["CORRECTION"] == "")
    #expect(try rows(workspace, "corrections").isEmpty)
    let revision = try #require(try rows(workspace, "revisions").first)
    #expect(revision["EARLIER_VALUE"] == "6400" && revision["OBS_VALUE"] == "7100" && revision["REVISED_BY"] == "city")
  }

  /// A round may correct what the round before had published: that is a revision, by whom is said, and scores follow.
  @Test func aCorrectionOfAnEarlierYearIsARevision() throws {
    let folder = try RoundTests.Folder()
    let workspace = try workspace(folder)
    try run(workspace, "2025", on: "2025-11-22")
    try correct(
      "2026", ["city: xx-a; variable: literate_15plus; period: 2024; action: override; value: 6400; expect: 7200"],
      in: workspace)
    let summary = try run(workspace)
    #expect(summary.errors == 0)
    let revisions = try rows(workspace, "revisions")
    #expect(revisions.count == 1)
    #expect(revisions[0]["EARLIER_VALUE"] == "7200" && revisions[0]["OBS_VALUE"] == "6400")
    #expect(revisions[0]["REVISED_BY"] == "evaluation" && revisions[0]["NOTE"]?.contains("A slip of 7") == true)
    // 7200 of 8000 were 90 %, 6400 are 80 %: ten points down in one of two cities, five in the mean of both.
    let statistics = try #require(
      try rows(workspace, "revision_statistics").first { $0["INDICATOR"] == "adult_literacy_rate" })
    #expect(statistics["N_COMPARED"] == "2" && statistics["N_RAISED"] == "0" && statistics["N_LOWERED"] == "1")
    #expect(statistics["MEAN_REVISION"] == "-5.000000" && statistics["MEAN_ABSOLUTE_REVISION"] == "5.000000")
    #expect(statistics["LARGEST_REVISION"] == "-10.000000" && statistics["LARGEST_CITY"] == "xx-a")
    #expect(statistics["LARGEST_TIME_PERIOD"] == "2024")
    // The score of 2024 falls by what was revised: 90 to 80 on goalposts of 50 to 100 is 20 points, and 2025 brings them back.
    let change = try #require(
      try rows(workspace, "score_changes").first {
        $0["CITY"] == "xx-a" && $0.values.contains("adult_literacy_rate")
      })
    #expect(change["PART_REVISED_DATA"] == "-20.0" && change["PART_NEW_DATA"] == "20.0", "\(change)")
  }

  @Test func theFileIsPartOfTheRunAndOfAFrozenRound() throws {
    let folder = try RoundTests.Folder()
    let workspace = try workspace(folder)
    let bare = try run(workspace)
    try correct("2026", [Self.literate], in: workspace)
    let corrected = try run(workspace)
    #expect(corrected.runID != bare.runID)
    #expect(try run(workspace).isUnchanged)
    let name = RoundName(programme: "demo", round: "2026")
    _ = try RoundFreezing(workspace: workspace, name: name, date: try #require(RoundTests.date)).freeze(
      reason: "a test")
    try correct("2026", [], in: workspace)
    let error = #expect(throws: RoundsError.self) { try run(workspace) }
    #expect(error?.message.contains("corrections.yaml was changed") == true)
  }

  /// What `gnlc demo --corrections` writes is sound and applies.
  @Test func theExampleApplies() throws {
    let folder = try RoundTests.Folder()
    let workspace = try RoundTests.workspace(folder, SyntheticWorkspace(cities: 2, years: 1, hasCorrections: true))
    let summary = try run(workspace)
    #expect(summary.errors == 0)
    #expect(
      try rows(workspace, "corrections").map { "\($0["ACTION"] ?? "") \($0["OUTCOME"] ?? "")" } == [
        "override applied", "flag applied",
      ])
  }
}
