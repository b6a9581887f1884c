import Catalogue
import Foundation
import GNLCTestSupport
import Testing
import Vocabulary

@testable import Ingestion

/// `corrections.yaml`: what is read of it, and what is wrong with it.
@Suite struct CorrectionFileTests {
  static let sound = """
      - city: th-phayao
        variable: literate
        breakdown: sex=F
        period: 2025
        action: override
        value: 812
        expect: 8120
        reason: {en: A digit too many, th: พิมพ์เกินหนึ่งหลัก}
        authority: {th: สำนักงานประเมิน}
        reference: Minutes 3
        date: 2026-10-05
    """

  private func read(_ entries: String, head: String = "format: 1\ncorrections:\n") throws -> CorrectionFile {
    let sample = try Sample()
    return CorrectionFile(
      CatalogueFile(path: "Inputs/demo/2026/corrections.yaml", text: head + entries), catalogue: sample.catalogue,
      registry: sample.registry)
  }

  @Test func aSoundEntryIsReadWhole() throws {
    let file = try read(Self.sound)
    #expect(file.findings.isEmpty)
    let correction = try #require(file.corrections.first)
    #expect(correction.action == .override(812, nil) && correction.expected == .value(8120))
    #expect(correction.breakdown.description == "sex=F" && correction.period.description == "2025")
    // One language stands for both.
    #expect(correction.authority == LocalizedText(same: "สำนักงานประเมิน"))
    #expect(correction.reason.thai == "พิมพ์เกินหนึ่งหลัก")
    #expect(correction.line == 3 && correction.date.description == "2026-10-05" && correction.expires == nil)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var old: String
    var new: String
    /// Codes with their lines.
    var found: [String]
    /// A part of what the first finding says.
    var detail = ""
    var testDescription: String { "\(old) → \(new)" }
  }

  static let cases: [Case] = [
    .init(old: "city: th-phayao", new: "city: th-phayo", found: ["R032 3"], detail: "th-phayao"),
    .init(old: "variable: literate", new: "variable: literat", found: ["R032 4"], detail: "literate"),
    .init(old: "variable: literate", new: "indicator: literacy_rat", found: ["R032 4"], detail: "literacy_rate"),
    .init(old: "variable: literate", new: "indicator: literacy_parity", found: ["R031 4"], detail: "is computed"),
    .init(
      old: "    value: 812\n", new: "    value: 812\n    indicator: review\n", found: ["R031 3"], detail: "not both"),
    .init(old: "breakdown: sex=F", new: "breakdown: women", found: ["R031 5"], detail: "no breakdown"),
    .init(old: "breakdown: sex=F", new: "breakdown: sex=F;sex=M", found: ["R031 5"], detail: "no breakdown"),
    .init(old: "period: 2025", new: "period: soon", found: ["R031 6"], detail: "no period"),
    .init(old: "action: override", new: "action: mend", found: ["R031 7"], detail: "drop, override, scale, flag"),
    .init(old: "value: 812", new: "value: 8e400", found: ["R031 8"], detail: "expected a number"),
    .init(old: "    value: 812\n", new: "", found: ["R031 3"], detail: "`value` is missing"),
    .init(old: "value: 812", new: "factor: 10", found: ["R031 8", "R031 3"], detail: "goes with `action: scale`"),
    .init(
      old: "action: override\n    value: 812", new: "action: scale\n    factor: 0", found: ["R031 8"], detail: "not 0"),
    .init(
      old: "action: override\n    value: 812", new: "action: flag", found: ["R031 3"], detail: "`status` is missing"),
    .init(
      old: "action: override\n    value: 812", new: "action: drop\n    status: E", found: ["R031 8"],
      detail: "with a value; here it is one of H, K, L, M, O, Q"),
    .init(old: "value: 812", new: "value: 812\n    status: X", found: ["R031 9"], detail: "no status"),
    .init(old: "expect: 8120", new: "expect: 8,120", found: ["R031 9"], detail: "expected a number"),
    .init(old: "    expect: 8120\n", new: "", found: ["R031 3"], detail: "`expect` is missing"),
    .init(
      old: "    reason: {en: A digit too many, th: พิมพ์เกินหนึ่งหลัก}\n", new: "", found: ["R033 3"], detail: "reason"),
    .init(old: "authority: {th: สำนักงานประเมิน}", new: "authority: {th: \" \"}", found: ["R033 11"], detail: "authority"),
    .init(old: "    date: 2026-10-05", new: "    date: 5.10.2026", found: ["R031 13"], detail: "no date"),
    .init(
      old: "    date: 2026-10-05", new: "    date: 2026-10-05\n    expires: soon", found: ["R031 14"], detail: "no date"
    ),
    .init(
      old: "    date: 2026-10-05", new: "    date: 2026-10-05\n    submission: 7c41", found: ["R031 14"],
      detail: "SHA-256"),
    .init(old: "reference:", new: "referense:", found: ["R031 12"], detail: "unknown key `referense`"),
  ]

  /// Every fault has a code and a line, stops its own entry, and no other.
  @Test(arguments: cases) func faults(_ fault: Case) throws {
    #expect(Self.sound.contains(fault.old))
    let other = Self.sound.replacing("th-phayao", with: "th-satun")
    let file = try read(Self.sound.replacing(fault.old, with: fault.new) + "\n" + other)
    #expect(file.findings.map { "\($0.code) \(($0.origin.row ?? -1) + 1)" } == fault.found)
    #expect(file.findings.first?.details.values.contains { $0.contains(fault.detail) } == true)
    #expect(file.corrections.count == 1)
    #expect(file.findings.allSatisfy { $0.origin.city.isEmpty })
  }

  @Test func theSameFigureTwice() throws {
    let file = try read(Self.sound + "\n" + Self.sound.replacing("812", with: "813"))
    #expect(file.findings.map(\.code.description) == ["R034"])
    #expect(file.findings.first?.details == ["line": "3"])
    #expect(file.corrections.map(\.action) == [.override(812, nil)])
  }

  @Test(arguments: [
    ("corrections: [", "R030"), ("format: 2\ncorrections: []", "R030"), ("corrections: []", "R030"),
    ("format: 1\ncolour: red\ncorrections: []", "R030"), ("", "R030"), ("format: 1\ncorrections: [soon]", "R031"),
  ]) func aFileThatCannotBeRead(text: String, code: String) throws {
    let file = try read("", head: text)
    #expect(file.findings.map(\.code.description) == [code])
    #expect(file.corrections.isEmpty)
  }

  @Test func nothingToCorrect() throws {
    for text in ["format: 1", "format: 1\ncorrections: []", "format: 1\ncorrections:\n"] {
      let file = try read("", head: text)
      #expect(file.findings.isEmpty && file.corrections.isEmpty, "\(text)")
    }
  }

  /// An indicator that is reported stands for its variable.
  @Test func reportedIndicators() throws {
    let file = try read(
      Self.sound.replacing("variable: literate", with: "indicator: mean_schooling").replacing(
        "    breakdown: sex=F\n", with: ""))
    let sample = try Sample()
    #expect(file.corrections.first?.variable == sample.catalogue.variableID("schooling"))
  }

  /// The schema for editors knows the keys that the program knows, no more and no fewer.
  @Test func schemaHasTheSameKeys() throws {
    let data = try Data(
      contentsOf: URL(fileURLWithPath: Repository.path("Indicators/schema/corrections.schema.json")))
    let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: Any])
    let entry = try #require(definitions["correction"] as? [String: Any])
    #expect(Set(try #require(entry["properties"] as? [String: Any]).keys) == Set(CorrectionFile.keys))
    #expect(entry["additionalProperties"] as? Bool == false)
  }

  /// The guide shows every key.
  @Test func guideShowsEveryKey() throws {
    let guide = try String(contentsOfFile: Repository.path("Documentation/corrections.md"), encoding: .utf8)
    for key in CorrectionFile.keys { #expect(guide.contains("`\(key)`"), "\(key)") }
  }
}
