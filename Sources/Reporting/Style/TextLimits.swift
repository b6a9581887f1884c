import Spreadsheets

/// How much text a line of a page holds, and what a text of strangers may begin with.
enum TextLimits {
  /// A title of 18 points on a landscape page.
  static let title = 75
  /// A line of 9 points.
  static let line = 110

  /// Characters that take room; Thai marks above and below do not.
  static func length(_ text: String) -> Int { TextMeasure.visibleCount(text) }

  /// The text, cut to so many characters with an ellipsis.
  static func shortened(_ text: String, to limit: Int) -> String {
    guard length(text) > limit else { return text }
    var result = ""
    var room = limit - 1
    for character in text {
      room -= max(0, TextMeasure.visibleCount(String(character)))
      if room < 0 { break }
      result.append(character)
    }
    return result + "…"
  }

  /// A text of others, such as a city's name or a file's. A program that takes text apart could read a leading `=`, `+`, `-` or
  /// `@` as a formula, so an apostrophe goes before it.
  static func harmless(_ text: String) -> String {
    guard let first = text.utf8.first, "=+-@".utf8.contains(first) else { return text }
    return "'" + text
  }
}
