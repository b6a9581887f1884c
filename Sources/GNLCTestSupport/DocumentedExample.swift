import Foundation

/// A worked example of an article: a block marked `example`, of settings and, behind `=`, of what the program must compute.
public struct DocumentedExample: Sendable, CustomStringConvertible {
  public let article: String
  public let line: Int
  /// The word of the first line where it stands alone: `pace`, `copeland`.
  public let kind: String
  public let settings: [(name: String, value: String)]
  public let expected: [(name: String, value: String)]

  /// A setting as it stands there, or nil where the example has none of that name.
  public subscript(name: String) -> String? { settings.first { $0.name == name }?.value }

  /// The words of a setting.
  public func words(_ name: String) -> [String] { (self[name] ?? "").split(separator: " ").map(String.init) }

  /// The numbers of a setting; `-` is a missing one.
  public func numbers(_ name: String) -> [Double?] { words(name).map { Double($0) } }

  public var description: String { "\(article):\(line)" }

  /// Whether a number is the printed one, to the printed decimals.
  public static func isShown(_ value: Double?, as printed: String) -> Bool {
    guard let value, let number = Double(printed) else {
      return value == nil && (printed == "none" || printed == "-")
    }
    let decimals = printed.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
    return abs(value - number) <= 0.5 * pow(10, -Double(decimals)) + 1e-9
  }

  /// The examples of an article below `Documentation/Methods`.
  public static func of(_ article: String) -> [DocumentedExample] {
    let path = Repository.path("Documentation/Methods/\(article).md")
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
    var examples: [DocumentedExample] = []
    var block: [String]?
    var start = 0
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line == "```example" {
        (block, start) = ([], number + 1)
      } else if line == "```", let lines = block {
        examples.append(DocumentedExample(article: article, line: start, lines: lines))
        block = nil
      } else {
        block?.append(String(line))
      }
    }
    return examples
  }

  private init(article: String, line: Int, lines: [String]) {
    self.article = article
    self.line = line
    var (settings, expected): ([(String, String)], [(String, String)]) = ([], [])
    var kind = ""
    for line in lines {
      if line.hasPrefix("= ") {
        let parts = line.dropFirst(2).split(separator: " ", maxSplits: 1).map(String.init)
        expected.append((parts[0], parts.count > 1 ? parts[1] : ""))
      } else if let colon = line.firstIndex(of: ":") {
        settings.append(
          (String(line[..<colon]), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)))
      } else {
        kind = line
      }
    }
    self.kind = kind
    self.settings = settings.map { (name: $0.0, value: $0.1) }
    self.expected = expected.map { (name: $0.0, value: $0.1) }
  }
}
