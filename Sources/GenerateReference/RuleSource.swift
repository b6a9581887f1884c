/// A rule as its file tells it: name, code, what it is handed, and the doc comment, which is the rule's manual.
struct RuleSource {
  enum Kind: String {
    case city = "CityRule"
    case revision = "RevisionRule"
    case network = "NetworkRule"
  }

  var name: String
  var code: String
  var kind: Kind
  var documentation: [String]

  /// The rule that a file declares, or nil where it declares none.
  init?(source: String) {
    var comment: [String] = []
    var found: (name: String, kind: Kind)?
    var code: String?
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      if found == nil {
        if line.hasPrefix("///") {
          comment.append(String(line.dropFirst(3).drop { $0 == " " }))
        } else if let declared = Self.declaration(line) {
          found = declared
        } else {
          comment = []
        }
      } else if code == nil, line.hasPrefix("  static let code: FindingCode = \"") {
        code = line.split(separator: "\"").dropFirst().first.map(String.init)
      }
    }
    guard let found, let code else { return nil }
    name = found.name
    kind = found.kind
    self.code = code
    documentation = comment
  }

  /// `struct Name: Kind {`
  private static func declaration(_ line: Substring) -> (name: String, kind: Kind)? {
    let words = line.split { " :{".contains($0) }
    guard words.count == 3, words[0] == "struct", let kind = Kind(rawValue: String(words[2])) else { return nil }
    return (String(words[1]), kind)
  }
}
