import Catalogue
import Vocabulary

/// The texts of a template: the first language large, the second, where there is one, small.
struct Voice: Sendable {
  let texts: Texts
  let language: TemplateLanguage

  func first(_ text: LocalizedText) -> String { text[language.first] }
  func second(_ text: LocalizedText) -> String? { language.second.map { text[$0] } }

  /// Both languages in one line: `เบื้องต้น · provisional`.
  func joined(_ text: LocalizedText, by separator: String = " · ") -> String {
    guard let second = second(text), second != first(text) else { return first(text) }
    return first(text) + separator + second
  }

  func text(_ key: String, _ values: [String: LocalizedText] = [:]) -> LocalizedText {
    let pattern = texts.label("template.\(key)")
    return LocalizedText(
      english: Texts.fill(pattern.english, values.mapValues(\.english)),
      thai: Texts.fill(pattern.thai, values.mapValues(\.thai)))
  }

  func joined(_ key: String, _ values: [String: LocalizedText] = [:]) -> String { joined(text(key, values)) }

  /// A status as the drop-down shows it: `p เบื้องต้น · provisional`.
  func status(_ letter: String) -> String { "\(letter) \(joined("status.\(letter)"))" }
}

extension LocalizedText {
  /// A year: of the Buddhist Era in Thai.
  static func year(_ year: Int) -> LocalizedText { LocalizedText(english: "\(year)", thai: "\(year + 543)") }

  static func number(_ number: Int) -> LocalizedText { LocalizedText(same: "\(number)") }

  /// A day: `2026-09-30` and `30 กันยายน 2569`.
  static func day(_ date: CalendarDate) -> LocalizedText {
    let months = [
      "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน",
      "ธันวาคม",
    ]
    return LocalizedText(
      english: date.description, thai: "\(date.day) \(months[date.month - 1]) \(date.year + 543)")
  }

  func joined(by separator: String, _ other: LocalizedText) -> LocalizedText {
    LocalizedText(english: english + separator + other.english, thai: thai + separator + other.thai)
  }
}
