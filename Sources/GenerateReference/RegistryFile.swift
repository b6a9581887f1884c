/// The Swift files that list the rules and carry their doc comments to `gnlc explain`.
enum RegistryFile {
  private static let heading =
    "// Written by GenerateReference from the files of the rules: `swift run GenerateReference` renews it.\n"

  /// The rules by what they are handed, in order of their codes.
  static func registry(_ rules: [RuleSource]) -> String {
    func list(_ name: String, _ kind: RuleSource.Kind) -> String {
      let names = rules.filter { $0.kind == kind }.sorted { $0.code < $1.code }.map { "    \($0.name)(),\n" }
      return "  static let \(name): [any \(kind.rawValue)] = [\n\(names.joined())  ]\n"
    }
    return heading + "\n/// Every rule there is.\nenum RuleRegistry {\n" + list("cityRules", .city)
      + list("revisionRules", .revision) + list("networkRules", .network) + "}\n"
  }

  /// The doc comments by code, their lines joined to paragraphs.
  static func documentation(_ rules: [RuleSource]) -> String {
    let entries = rules.sorted { $0.code < $1.code }.map { rule in
      "    \"\(rule.code)\": #\"\"\"\n" + paragraphs(rule.documentation).map { "    \($0)\n" }.joined()
        + "    \"\"\"#,\n"
    }
    return heading + "import Vocabulary\n\n/// What each rule says of itself.\nenum RuleDocumentation {\n"
      + "  static let texts: [FindingCode: String] = [\n" + entries.joined() + "  ]\n}\n"
  }

  /// Lines of a comment belong together up to an empty one, or to one that starts with `Finds:` or `Leaves alone:`.
  private static func paragraphs(_ lines: [String]) -> [String] {
    var paragraphs: [String] = []
    var isOpen = false
    for line in lines {
      if line.isEmpty {
        isOpen = false
      } else if isOpen, !line.hasPrefix("Finds:"), !line.hasPrefix("Leaves alone:") {
        paragraphs[paragraphs.count - 1] += " " + line
      } else {
        paragraphs.append(line)
        isOpen = true
      }
    }
    return paragraphs
  }
}
