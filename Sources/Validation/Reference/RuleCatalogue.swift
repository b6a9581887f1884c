import Catalogue
import Vocabulary

/// Every finding there is, with what to say of it: for `gnlc rules`, `gnlc explain CODE` and the page of documentation.
public struct RuleCatalogue: Sendable {
  /// What a finding is about; the first letter of its code.
  public enum Level: String, CaseIterable, Sendable {
    case file = "F"
    case notation = "N"
    case content = "C"
    case time = "T"
    case network = "X"
    case round = "R"

    /// The key of its name among the texts.
    var key: String { "checks.level.\(self)" }
  }

  /// A finding with its texts and, where a rule makes it, the rule's own words and examples.
  public struct Entry: Sendable {
    public var code: FindingCode
    public var slug: String
    public var level: Level
    public var severity: Finding.Severity
    /// With the names of the details in braces.
    public var message: LocalizedText
    public var fix: LocalizedText
    /// What the rule finds and leaves alone, a paragraph a line; empty for findings made while files are read.
    public var documentation: String
    public var noteEffect: NoteEffect
    public var passing: [RuleExample]
    public var failing: [RuleExample]
  }

  /// In order of level and code.
  public let entries: [Entry]
  let texts: Texts

  public init(_ catalogue: Catalogue) {
    texts = catalogue.texts
    let rules = Dictionary(uniqueKeysWithValues: Self.rules.map { (type(of: $0).code, type(of: $0)) })
    entries = catalogue.texts.findings.values.compactMap { text -> Entry? in
      guard let level = Level(rawValue: String(text.code.description.prefix(1))) else { return nil }
      let rule = rules[text.code]
      return Entry(
        code: text.code, slug: text.slug, level: level, severity: text.severity, message: text.message, fix: text.fix,
        documentation: RuleDocumentation.texts[text.code] ?? "", noteEffect: rule?.noteEffect ?? .none,
        passing: rule?.passing ?? [], failing: rule?.failing ?? [])
    }
    .sorted { Self.order($0) < Self.order($1) }
  }

  /// The finding of a code, whatever its case, or of a slug.
  public func entry(_ name: String) -> Entry? {
    let code = name.uppercased()
    return entries.first { $0.code.description == code || $0.slug == name }
  }

  /// The name of a level of rules, in both languages.
  public func name(of level: Level) -> LocalizedText { texts.label(level.key) }
  /// The name of a severity, in both languages.
  public func name(of severity: Finding.Severity) -> LocalizedText {
    texts.label("checks.severity.\(severity.rawValue)")
  }

  /// One of every rule.
  static var rules: [any Rule] {
    RuleRegistry.cityRules as [any Rule] + RuleRegistry.revisionRules + RuleRegistry.networkRules
  }

  private static func order(_ entry: Entry) -> (Int, FindingCode) {
    (Level.allCases.firstIndex(of: entry.level) ?? 0, entry.code)
  }
}
