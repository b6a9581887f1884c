import Catalogue
import Vocabulary

extension RuleCatalogue {
  /// The page of all findings, in both languages.
  public func markdown() -> String {
    var lines = ["# \(both("checks.title"))", ""]
    lines.append("<!-- Written by GenerateReference from Indicators/texts/findings.yaml and Sources/Validation/Rules: ")
    lines[lines.count - 1] += "`swift run GenerateReference` renews it. -->"
    for level in Level.allCases {
      let members = entries.filter { $0.level == level }
      guard !members.isEmpty else { continue }
      lines += ["", "## \(both(level.key))", ""]
      lines.append("| \(both("checks.code")) | \(both("checks.severity")) | \(both("checks.what")) |")
      lines.append("|---|---|---|")
      for entry in members {
        let code = entry.code.description
        let anchor = "\(code.lowercased())-\(entry.slug)"
        let what = "\(Self.escaped(entry.message.english))<br>\(Self.escaped(entry.message.thai))"
        lines.append("| [\(code)](#\(anchor)) | \(both("checks.severity.\(entry.severity.rawValue)")) | \(what) |")
      }
      for entry in members { lines += section(entry) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One finding, as `gnlc explain` prints it too.
  public func section(_ entry: Entry) -> [String] {
    var lines = ["", "### \(entry.code) \(entry.slug)", ""]
    lines.append("**\(both("checks.severity.\(entry.severity.rawValue)"))**")
    if let effect = Self.key(of: entry.noteEffect, entry.severity) { lines[lines.count - 1] += " · \(both(effect))" }
    for language in Language.allCases {
      lines += [
        "", "- \(texts.label("checks.what")[language]): \(Self.escaped(entry.message[language]))",
        "- \(texts.label("checks.fix")[language]): \(Self.escaped(entry.fix[language]))",
      ]
    }
    for paragraph in entry.documentation.split(separator: "\n") { lines += ["", Self.escaped(String(paragraph))] }
    lines += examples(entry.failing, "checks.failing") + examples(entry.passing, "checks.passing")
    return lines
  }

  /// An error that a note does not touch says nothing of notes.
  private static func key(of effect: NoteEffect, _ severity: Finding.Severity) -> String? {
    switch (effect, severity) {
    case (.explainsErrors, _): "checks.note.explains_errors"
    case (.explainsWarnings, .warning): "checks.note.explains_warnings"
    default: nil
    }
  }

  private func examples(_ examples: [RuleExample], _ heading: String) -> [String] {
    examples.flatMap { ["", "\(both(heading)):", ""] + table($0) }
  }

  /// A network of cities is shown by its first and last rows.
  private static let longest = 12

  private func table(_ example: RuleExample) -> [String] {
    let columns = ["city", "variable", "breakdown", "year", "value", "status", "note"]
      .map { both("checks.column.\($0)") }
    var rows = example.rows.map { row in
      let note = row.isEarlier ? both("checks.earlier") : row.note
      let level = row.level == .city ? "" : " (\(row.level.code))"
      return [
        row.city + level, "`\(row.variable)`", row.breakdown.description, "\(row.year)", row.value.map(shown) ?? "",
        row.status?.code ?? "", Self.escaped(note),
      ]
    }
    var left = 0
    if rows.count > Self.longest, let last = rows.last {
      left = rows.count - Self.longest
      rows = rows.prefix(Self.longest - 1) + [last]
    }
    var lines = ["| \(columns.joined(separator: " | ")) |", "|" + String(repeating: "---|", count: columns.count)]
    lines += rows.map { "| \($0.joined(separator: " | ")) |" }
    if left > 0 {
      let more = texts.label("checks.rows", ["count": "\(left)"])
      lines.insert("| … \(more.english) · \(more.thai) | | | | | | |", at: lines.count - 1)
    }
    return lines
  }

  private func both(_ key: String) -> String {
    let text = texts.label(key)
    return "\(text.english) · \(text.thai)"
  }

  /// Bars end a cell of a table, and angle brackets begin HTML.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "|": result += "\\|"
      case "<": result += "&lt;"
      default: result.append(character)
      }
    }
    return result
  }
}
