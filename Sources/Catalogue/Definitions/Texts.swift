import Vocabulary

/// Every text that a reader sees and no definition holds: findings, labels of reports. A translator mends them in YAML.
public struct Texts: Sendable {
  /// The text of one finding code.
  public struct FindingText: Sendable {
    public var code: FindingCode
    /// The code as a word: `sum-mismatch`.
    public var slug: String
    public var severity: Finding.Severity
    /// The placeholders that message and fix may use.
    public var details: [String]
    public var message: LocalizedText
    public var fix: LocalizedText
  }

  public var findings: [FindingCode: FindingText]
  public var reports: [String: LocalizedText]

  public init(findings: [FindingCode: FindingText] = [:], reports: [String: LocalizedText] = [:]) {
    self.findings = findings
    self.reports = reports
  }

  /// The label of a key. A key without text shows itself, so that the hole is seen; a test finds every key that the code uses.
  public func label(_ key: String) -> LocalizedText { reports[key] ?? LocalizedText(same: "[\(key)]") }

  /// The label of a key with `{name}` replaced by its value.
  public func label(_ key: String, _ values: [String: String]) -> LocalizedText {
    let pattern = label(key)
    return LocalizedText(
      english: Self.fill(pattern.english, values), thai: Self.fill(pattern.thai, values))
  }

  /// The severity of a code, whatever became of the finding.
  public func severity(of code: FindingCode) -> Finding.Severity { findings[code]?.severity ?? .error }

  /// The severity of a finding: what the city has explained is information, whatever its code.
  public func severity(of finding: Finding) -> Finding.Severity {
    finding.isExplained ? .info : severity(of: finding.code)
  }

  /// What was found, with its details filled in; what a note explains says so.
  public func message(of finding: Finding) -> LocalizedText {
    let message = rendered(finding, \.message)
    guard finding.isExplained, let pattern = findings[Self.explained]?.message else { return message }
    return LocalizedText(
      english: Self.fill(pattern.english, ["message": message.english]),
      thai: Self.fill(pattern.thai, ["message": message.thai]))
  }

  /// What to do next, with the details filled in.
  public func fix(of finding: Finding) -> LocalizedText {
    if finding.isExplained, let fix = findings[Self.explained]?.fix { return fix }
    return rendered(finding, \.fix)
  }

  /// The words around the message of a finding that a note explains.
  private static let explained: FindingCode = "C049"

  private func rendered(_ finding: Finding, _ part: KeyPath<FindingText, LocalizedText>) -> LocalizedText {
    guard let text = findings[finding.code] else { return LocalizedText(same: finding.code.description) }
    var (finding, pattern) = (finding, text[keyPath: part])
    if let near = finding.details["near"] {
      pattern = LocalizedText(
        english: Self.pattern(pattern.english, withProposal: !near.isEmpty),
        thai: Self.pattern(pattern.thai, withProposal: !near.isEmpty))
      // A text of somebody's own may name it outside of brackets.
      if near.isEmpty { finding.details["near"] = "–" }
    }
    return LocalizedText(
      english: Self.fill(pattern.english, finding.details), thai: Self.fill(pattern.thai, Self.inThai(finding.details)))
  }

  /// What stands in square brackets proposes something, and is left out where nothing is near.
  private static func pattern(_ pattern: String, withProposal: Bool) -> String {
    guard let open = pattern.firstIndex(of: "["), let close = pattern[open...].firstIndex(of: "]") else {
      return pattern
    }
    let proposal = withProposal ? pattern[pattern.index(after: open)..<close] : ""
    return "\(pattern[..<open])\(proposal)\(pattern[pattern.index(after: close)...])"
  }

  /// Replaces `{name}` by its value; braces without a value stay.
  public static func fill(_ pattern: String, _ values: [String: String]) -> String {
    // As bytes: hundreds of thousands of texts are filled in a round, and telling characters apart takes ten times as long.
    let bytes = pattern.utf8
    var result = ""
    var rest = pattern.startIndex
    while let open = bytes[rest...].firstIndex(of: UInt8(ascii: "{")),
      let close = bytes[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      result += pattern[rest..<open]
      let after = bytes.index(after: close)
      if let value = values[String(pattern[bytes.index(after: open)..<close])] {
        result += value
      } else {
        result += pattern[open..<after]
      }
      rest = after
    }
    return rest == pattern.startIndex ? pattern : result + pattern[rest...]
  }
}
