import Vocabulary

/// Cuts a text into lines at its spaces, for text that runs over empty neighbours: a cell would wrap at its own edge.
enum LineBreaks {
  /// - Parameter limit: Characters of a line, Thai marks not counted. A word without a space may exceed it.
  static func lines(of text: String, limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words(of: text) {
      if line.isEmpty {
        line = word
      } else if TextLimits.length(line) + 1 + TextLimits.length(word) <= limit {
        line += " " + word
      } else {
        lines.append(line)
        line = word
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// A line never begins with a sign that a program could take for a formula: a signed number stays with the word before it.
  private static func words(of text: String) -> [String] {
    text.split(separator: " ").reduce(into: []) { words, word in
      if let first = word.first, "=+-@".contains(first), let last = words.popLast() {
        words.append("\(last) \(word)")
      } else {
        words.append(String(word))
      }
    }
  }

  /// The lines of a step, large in the file's language or small in the other: each language as it would stand there.
  static func lines(of text: LocalizedText, isFirst: Bool) -> (english: [String], thai: [String]) {
    (lines(of: text.english, limit: isFirst ? 116 : 136), lines(of: text.thai, limit: isFirst ? 104 : 122))
  }
}
