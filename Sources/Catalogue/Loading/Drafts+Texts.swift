import Vocabulary

extension Drafts {
  mutating func readFindings(_ root: YAMLValue) {
    root.checkFormat()
    root.allowOnly(["format", "findings"])
    for value in root.required("findings")?.items ?? [] {
      value.allowOnly(["code", "slug", "severity", "details", "message", "fix"])
      guard let code = value.required("code")?.string, let severity: Finding.Severity = value.choice("severity")
      else { continue }
      let text = Texts.FindingText(
        code: FindingCode(code), slug: value.required("slug")?.string ?? "", severity: severity,
        details: value.optional("details")?.items.compactMap(\.string) ?? [], message: value.text("message"),
        fix: value.text("fix"))
      if texts.findings.updateValue(text, forKey: text.code) != nil { value.report("the code \(code) stands twice") }
      checkPlaceholders(text, value)
    }
  }

  /// A placeholder that no detail fills would be printed as it stands.
  private func checkPlaceholders(_ text: Texts.FindingText, _ value: YAMLValue) {
    for language in Language.allCases {
      for pattern in [text.message[language], text.fix[language]] {
        for name in Texts.placeholders(in: pattern) where !text.details.contains(name) {
          value.report("\(text.code): the \(language) text uses {\(name)}, which is not among its details")
        }
        let brackets = pattern.filter { "[]".contains($0) }
        if !brackets.isEmpty, brackets != "[]" || !text.details.contains("near") {
          value.report("\(text.code): the \(language) text has square brackets that are no single proposal of {near}")
        }
      }
    }
  }

  mutating func readReports(_ root: YAMLValue) {
    root.checkFormat()
    root.allowOnly(["format", "texts"])
    for (key, value) in root.required("texts")?.entries ?? [] {
      let text = value.localized
      if Set(Texts.placeholders(in: text.english)) != Set(Texts.placeholders(in: text.thai)) {
        value.report("`\(key)`: the languages use different placeholders")
      }
      if texts.reports.updateValue(text, forKey: key) != nil { value.report("the text `\(key)` stands twice") }
    }
  }
}

extension Texts {
  /// The names in braces, in order.
  static func placeholders(in pattern: String) -> [String] {
    let pieces = pattern.utf8.split(separator: UInt8(ascii: "{"), omittingEmptySubsequences: false)
    return pieces.dropFirst().compactMap { piece in
      piece.firstIndex(of: UInt8(ascii: "}")).map { String(decoding: piece[..<$0], as: UTF8.self) }
    }
  }
}
