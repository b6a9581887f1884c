import Vocabulary

/// The whole way of one number, from the cells in which it was reported to its score and its verdict, as lines to be read.
public struct Derivation: Sendable {
  /// One step of the way of a number: its label and what is to be said.
  public struct Line: Sendable, Hashable {
    public var label: LocalizedText
    public var text: LocalizedText
    /// 0, or deeper for the values that a parity index or a gap compares.
    public var level: Int
  }

  public internal(set) var lines: [Line] = []

  /// Lines with their labels in a column.
  public func text(in language: Language) -> [String] {
    let width = lines.map { columns($0, language) }.max() ?? 0
    return lines.map { line in
      String(repeating: " ", count: 2 * line.level) + line.label[language]
        + String(repeating: " ", count: width - columns(line, language) + 2) + line.text[language]
    }
  }

  /// Thai vowels and tone marks above and below take no column of their own.
  private func columns(_ line: Line, _ language: Language) -> Int {
    line.label[language].unicodeScalars.count { $0.properties.generalCategory != .nonspacingMark } + 2 * line.level
  }
}
