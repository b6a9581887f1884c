/// Lines of a manual page in mdoc(7), which man and mandoc read.
///
///     ManualText.escaped("-n .5")   // \-n .5
struct ManualText {
  private(set) var lines: [String] = []

  mutating func macro(_ name: String, _ words: String...) {
    lines.append(([".\(name)"] + words.map(Self.word)).joined(separator: " "))
  }

  mutating func lines(_ more: String...) { lines += more }

  mutating func section(_ title: String) { lines.append(".Sh \(title)") }

  /// Text that is filled. A sentence begins on a line of its own, as mdoc wants it, and none is wider than a terminal.
  mutating func text(_ text: String) {
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, line.count + word.count >= Self.width || line.hasSuffix(".") {
        lines.append(Self.line(line))
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    if !line.isEmpty { lines.append(Self.line(line)) }
  }

  /// Escapes make a line longer.
  private static let width = 66

  /// Text as it stands.
  mutating func literal(_ block: [String]) {
    lines.append(".Bd -literal -offset indent")
    lines += block.map(Self.line)
    lines.append(".Ed")
  }

  /// Paragraphs as help texts have them: filled, or, after a line that ends with a colon, indented lines as they stand.
  /// - Parameter leaves: Headings whose blocks stand elsewhere on the page.
  mutating func discussion(_ text: String, without left: Set<String> = []) {
    for paragraph in HelpParagraph.all(of: text) where !left.contains(paragraph.heading ?? "") {
      macro("Pp")
      if let heading = paragraph.heading {
        self.text(heading)
        literal(paragraph.lines)
      } else {
        self.text(paragraph.lines.joined(separator: "\n"))
      }
    }
  }

  /// Words, each as a macro without its point, and what they mean.
  mutating func table(_ rows: [(words: String, meaning: String)]) {
    list { page in for row in rows { page.item(row.words, row.meaning) } }
  }

  mutating func list(_ items: (inout ManualText) -> Void) {
    lines(".Bl -tag -width Ds")
    items(&self)
    lines(".El")
  }

  mutating func item(_ words: String, _ meaning: String) {
    lines.append(".It \(words)")
    text(meaning)
  }

  /// A word of a macro's line: one that means something to it is set off.
  static func word(_ text: some StringProtocol) -> String {
    let inside = escaped(text)
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "/-_".contains($0) } && text.count > 2
    return isPlain ? inside : "\"\(inside.replacing("\"", with: "\\(dq"))\""
  }

  /// A leading point or quote would be a request.
  private static func line(_ text: some StringProtocol) -> String {
    let inside = escaped(text)
    return inside.hasPrefix(".") || inside.hasPrefix("'") ? "\\&\(inside)" : inside
  }

  static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "~": result += "\\(ti"
      case "^": result += "\\(ha"
      case "`": result += "\\(ga"
      case "'": result += "\\(aq"
      case "–": result += "\\(en"
      case "→": result += "\\(->"
      case "…": result += "..."
      case "×": result += "\\(mu"
      case "·": result += "\\(bu"
      default: result.append(character)
      }
    }
    return result
  }
}

/// A paragraph of a help text.
struct HelpParagraph {
  /// A line that ends with a colon, over indented lines.
  var heading: String?
  var lines: [String]

  static func all(of text: String) -> [HelpParagraph] {
    text.split(separator: "\n\n", omittingEmptySubsequences: true).map { paragraph in
      let lines = paragraph.split(separator: "\n").map(String.init)
      guard let first = lines.first, first.hasSuffix(":"), lines.count > 1,
        lines.dropFirst().allSatisfy({ $0.hasPrefix("  ") })
      else { return HelpParagraph(lines: lines) }
      return HelpParagraph(heading: first, lines: lines.dropFirst().map { String($0.dropFirst(2)) })
    }
  }
}
