import Catalogue
import GNLCTestSupport
import Testing
import Vocabulary

@testable import Ingestion

/// What corrections do to figures, and when they do nothing.
@Suite struct CorrectionStageTests {
  private static let header = "CITY,VARIABLE,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,NOTE\n"
  private static let said = """
    th-phayao,literate,F,2025,8120,persons,P,first count
    th-phayao,literate,_T,2025,900,persons,,
    th-phayao,adults,_T,2025,,persons,O,
    """

  struct Case: Sendable, CustomTestStringConvertible {
    /// Lines of an entry that replace or follow those of the sound one.
    var keys: [String: String?]
    var outcome: CorrectionRecord.Outcome
    /// The figure afterwards.
    var line: String
    var code: String
    var testDescription: String { "\(outcome) \(keys.keys.sorted())" }
  }

  private static let unchanged = "th-phayao literate sex=F 2025 = 8120 (P)"
  private static let adults: [String: String?] = ["variable": "adults", "breakdown": nil, "expect": "none"]

  static let cases: [Case] = [
    .init(keys: [:], outcome: .applied, line: "th-phayao literate sex=F 2025 = 812 (P)", code: "R040"),
    .init(
      keys: ["status": "E"], outcome: .applied, line: "th-phayao literate sex=F 2025 = 812 (E)", code: "R040"),
    .init(
      keys: ["action": "scale", "value": nil, "factor": "0.1"], outcome: .applied,
      line: "th-phayao literate sex=F 2025 = 812 (P)", code: "R040"),
    .init(
      keys: ["action": "drop", "value": nil], outcome: .applied, line: "th-phayao literate sex=F 2025 = – (O)",
      code: "R040"),
    .init(
      keys: ["action": "drop", "value": nil, "status": "L"], outcome: .applied,
      line: "th-phayao literate sex=F 2025 = – (L)", code: "R040"),
    .init(
      keys: ["action": "flag", "value": nil, "status": "E"], outcome: .applied,
      line: "th-phayao literate sex=F 2025 = 8120 (E)", code: "R040"),
    // A figure without a value can get one, or another reason for having none.
    .init(
      keys: adults.merging(["value": "950"]) { $1 }, outcome: .applied, line: "th-phayao adults 2025 = 950 (A)",
      code: "R040"),
    .init(
      keys: adults.merging(["action": "flag", "value": nil, "status": "L"]) { $1 }, outcome: .applied,
      line: "th-phayao adults 2025 = – (L)", code: "R040"),
    // Guards.
    .init(keys: ["expect": "8121"], outcome: .sourceMended, line: unchanged, code: "R036"),
    .init(keys: ["expect": "none"], outcome: .sourceMended, line: unchanged, code: "R036"),
    .init(
      keys: adults.merging(["expect": "0"]) { $1 }, outcome: .sourceMended, line: "th-phayao adults 2025 = – (O)",
      code: "R036"),
    .init(keys: ["period": "2024"], outcome: .noFigure, line: unchanged, code: "R035"),
    .init(keys: ["breakdown": "sex=M"], outcome: .noFigure, line: unchanged, code: "R035"),
    .init(keys: ["city": "th-satun"], outcome: .noFigure, line: unchanged, code: "R035"),
    .init(keys: ["expires": "2026-11-21"], outcome: .expired, line: unchanged, code: "R037"),
    .init(
      keys: ["expires": "2026-11-22"], outcome: .applied, line: "th-phayao literate sex=F 2025 = 812 (P)", code: "R040"),
    .init(keys: ["submission": "deadbeef"], outcome: .lapsed, line: unchanged, code: "R038"),
    .init(
      keys: ["submission": "ABCDEF12"], outcome: .applied, line: "th-phayao literate sex=F 2025 = 812 (P)", code: "R040"
    ),
    .init(keys: ["value": "8120"], outcome: .noEffect, line: unchanged, code: "R039"),
    .init(keys: ["action": "flag", "value": nil, "status": "P"], outcome: .noEffect, line: unchanged, code: "R039"),
    .init(keys: ["action": "flag", "value": nil, "status": "L"], outcome: .noEffect, line: unchanged, code: "R039"),
    .init(
      keys: adults.merging(["action": "drop", "value": nil]) { $1 }, outcome: .noEffect,
      line: "th-phayao adults 2025 = – (O)", code: "R039"),
    .init(
      keys: adults.merging(["action": "scale", "value": nil, "factor": "2"]) { $1 }, outcome: .noEffect,
      line: "th-phayao adults 2025 = – (O)", code: "R039"),
  ]

  private func stage(
    _ changes: [String: String?], _ sample: Sample, on date: CalendarDate? = CalendarDate("2026-11-22")
  ) -> CorrectionStage {
    var entry: [String: String] = [
      "city": "th-phayao", "variable": "literate", "breakdown": "sex=F", "period": "2025", "action": "override",
      "value": "812", "expect": "8120", "reason": "{en: A digit too many, th: เกินหนึ่งหลัก}",
      "authority": "{en: Panel, th: คณะ}", "reference": "Minutes 3", "date": "2026-10-05",
    ]
    for (key, value) in changes { entry[key] = value }
    let lines = entry.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: "\n    ")
    let file = CorrectionFile(
      CatalogueFile(path: "corrections.yaml", text: "format: 1\ncorrections:\n  - \(lines)\n"),
      catalogue: sample.catalogue, registry: sample.registry)
    #expect(file.findings.isEmpty)
    return CorrectionStage(
      file.corrections, in: "corrections.yaml", of: "2026", catalogue: sample.catalogue, registry: sample.registry,
      date: date, digest: { $0.isEmpty ? nil : "abcdef1234" })
  }

  @Test(arguments: cases) func oneFigureAndNoOther(_ given: Case) throws {
    let sample = try Sample()
    let said = sample.merge([try sample.tidy(Self.header + Self.said)])
    let before = Set(sample.lines(said))
    let outcome = stage(given.keys, sample).apply(to: said.observations, knowing: nil)
    #expect(outcome.records.map(\.outcome) == [given.outcome])
    #expect(outcome.findings.map(\.code.description) == [given.code])
    let after = sample.lines(outcome.said)
    #expect(after.contains(given.line))
    #expect(Set(after).subtracting(before).count == (given.outcome == .applied ? 1 : 0))
    let finding = try #require(outcome.findings.first)
    if given.outcome == .applied {
      // At the city's own cell, which keeps its place.
      #expect(finding.origin.file == "submissions/phayao.csv" && finding.origin.row != nil)
      #expect(outcome.records[0].file == "submissions/phayao.csv")
    } else {
      #expect(finding.origin.file == "corrections.yaml" && finding.origin.row == 2)
    }
    let texts = sample.catalogue.texts
    for text in [texts.message(of: finding), texts.fix(of: finding)] {
      #expect(!text.english.contains("{") && !text.thai.contains("{"))
    }
  }

  @Test func theNoteKeepsWhatTheCitySaid() throws {
    let sample = try Sample()
    let said = sample.merge([try sample.tidy(Self.header + Self.said)]).observations
    let outcome = stage([:], sample).apply(to: said, knowing: nil)
    let figure = try #require(outcome.records.first.flatMap { outcome.said.figure($0.correction) })
    #expect(outcome.said.notes[Int(figure.note)].hasPrefix("first count · "))
    #expect(outcome.records.first?.reported == 8120 && outcome.records.first?.reportedStatus == .provisional)
    // The set that came in is as it was.
    #expect(said.notes == ["", "first count"])
  }

  /// A round corrects what an earlier one was told, where the city sends nothing of that year; a city that is silent stays out.
  @Test func whatEarlierRoundsWereTold() throws {
    let sample = try Sample()
    let known = sample.merge([try sample.tidy(Self.header + Self.said)]).observations
    let now = sample.merge([
      try sample.tidy(Self.header + "th-phayao,adults,_T,2026,990,persons,,", named: "now.csv")
    ]).observations
    let outcome = stage([:], sample).apply(to: now, knowing: known)
    #expect(outcome.records.map(\.outcome) == [.applied])
    #expect(outcome.known.map(sample.lines)?.contains("th-phayao literate sex=F 2025 = 812 (P)") == true)
    #expect(sample.lines(outcome.said) == sample.lines(now))
    #expect(outcome.restated(known).map(sample.lines) == outcome.known.map(sample.lines))
    let silent = sample.merge([
      try sample.tidy(Self.header + "th-satun,adults,_T,2026,990,persons,,", named: "other.csv")
    ]).observations
    #expect(stage([:], sample).apply(to: silent, knowing: known).records.map(\.outcome) == [.noFigure])
  }

  /// What a later round reads again stands, whatever the day.
  @Test func decisionsOfEarlierRoundsDoNotExpire() throws {
    let sample = try Sample()
    let said = sample.merge([try sample.tidy(Self.header + Self.said)]).observations
    let outcome = stage(["expires": "2020-01-01"], sample, on: nil).apply(to: said, knowing: nil)
    #expect(outcome.records.map(\.outcome) == [.applied])
  }
}
