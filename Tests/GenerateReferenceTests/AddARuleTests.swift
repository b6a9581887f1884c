import Foundation
import GNLCTestSupport
import Testing

@testable import GenerateReference

/// The steps of `Documentation/Guides/add-a-rule.md`, taken with the very blocks that stand there.
@Suite struct AddARuleTests {
  /// What the guide shows of a file.
  private func block(of path: String) throws -> String {
    let guide = try String(contentsOfFile: Repository.path("Documentation/Guides/add-a-rule.md"), encoding: .utf8)
    let start = try #require(guide.range(of: " of=\(path)\n"))
    return try #require(guide[start.upperBound...].components(separatedBy: "\n```").first) + "\n"
  }

  /// A rule of the guide under a code of its own: it is listed, explained and on the page, and nothing else was edited.
  @Test func aNewRuleIsOneFileAndItsTexts() throws {
    let manager = FileManager.default
    let root = manager.temporaryDirectory.appendingPathComponent("gnlc-rule-\(UUID().uuidString)")
    defer { try? manager.removeItem(at: root) }
    let rules = "Sources/Validation/Rules"
    let texts = "Indicators/texts/findings.yaml"
    try manager.createDirectory(
      at: root.appendingPathComponent("Sources/Validation"), withIntermediateDirectories: true)
    for path in [rules, "Indicators"] {
      try manager.copyItem(atPath: Repository.path(path), toPath: root.appendingPathComponent(path).path)
    }
    func renamed(_ text: String) -> String {
      text.replacing("C045", with: "C099").replacing("RateExactlyWhole", with: "RateWholeOnceMore")
        .replacing("rate-exactly-whole", with: "rate-whole-once-more")
    }
    let rule = renamed(try block(of: "\(rules)/Content/RateExactlyWhole.swift"))
    try rule.write(
      to: root.appendingPathComponent("\(rules)/Content/RateWholeOnceMore.swift"), atomically: true, encoding: .utf8)
    let file = root.appendingPathComponent(texts)
    let more = try String(contentsOf: file, encoding: .utf8) + "\n" + renamed(try block(of: texts))
    try more.write(to: file, atomically: true, encoding: .utf8)

    let before = try Reference(root: Repository.root).files()
    let after = try Reference(root: root).files()
    #expect(after.map(\.path) == before.map(\.path))
    for (old, new) in zip(before, after) { #expect(old.text != new.text, "\(new.path) does not know the rule") }
    #expect(after[0].text.contains("    RateWholeOnceMore(),\n"))
    #expect(
      after[1].text.contains("\"C099\": #\"\"\"\n    A percentage of exactly 100 or 0 for women, men and everyone.\n"))
    #expect(after[2].text.contains("### C099 rate-whole-once-more\n"))
  }
}
