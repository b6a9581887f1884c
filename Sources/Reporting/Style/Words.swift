import Catalogue
import Vocabulary

/// The texts of the catalogue for one file: its own language first, the other as a second voice.
struct Words: Sendable {
  let texts: Texts
  let language: Language

  /// A label in the file's language.
  func callAsFunction(_ key: String) -> String { texts.label(key)[language] }

  /// The same in the other language.
  func other(_ key: String) -> String { texts.label(key)[language.other] }

  /// A sentence in the file's language, with `{name}` filled.
  func callAsFunction(_ key: String, _ values: [String: LocalizedText]) -> String { both(key, values)[language] }

  /// A sentence in both languages; each is filled with the values of its own language.
  func both(_ key: String, _ values: [String: LocalizedText] = [:]) -> LocalizedText {
    let pattern = texts.label(key)
    return LocalizedText(
      english: Texts.fill(pattern.english, values.mapValues(\.english)),
      thai: Texts.fill(pattern.thai, values.mapValues(\.thai)))
  }

  /// Names in a row: `A, B and C`; of a long list the first ones and the number of the rest.
  func list(_ names: [LocalizedText], atMost limit: Int = 6, rest: String = "list.rest") -> LocalizedText {
    let shown = names.count > limit ? Array(names.prefix(limit)) : names
    guard var result = shown.first else { return LocalizedText(same: "") }
    let isWhole = shown.count == names.count
    for (index, name) in shown.enumerated().dropFirst() {
      let isLast = isWhole && index == shown.count - 1
      result = both(isLast ? "list.last" : "list.next", ["list": result, "name": name])
    }
    return isWhole ? result : both(rest, ["list": result, "count": .count(names.count - shown.count)])
  }

  /// The first of some sentences that is short enough in the file's language, else the last. The second voice is smaller and
  /// has the room of a line.
  func fitting(_ sentences: [LocalizedText], limit: Int = TextLimits.title) -> LocalizedText {
    sentences.first {
      TextLimits.length($0[language]) <= limit
        && TextLimits.length($0[language.other]) <= max(limit, TextLimits.line * limit / TextLimits.title)
    } ?? sentences.last ?? LocalizedText(same: "")
  }
}

extension LocalizedText {
  /// A whole number, with separators from a thousand on.
  static func count(_ number: Int) -> LocalizedText { LocalizedText(same: grouped(number)) }

  /// `2026-11-22`; in Thai as it is written there, `22/11/2569`.
  static func day(_ date: CalendarDate) -> LocalizedText {
    let parts = date.description.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return LocalizedText(same: date.description) }
    return LocalizedText(english: date.description, thai: "\(parts[2])/\(parts[1])/\(parts[0] + 543)")
  }

  /// A year: of the Common Era in English, of the Buddhist Era in Thai.
  static func year(_ year: Int) -> LocalizedText { LocalizedText(english: "\(year)", thai: "\(year + 543)") }

  /// `17,967`.
  static func grouped(_ number: Int) -> String {
    let digits = Array("\(number.magnitude)".utf8)
    var result: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(UInt8(ascii: ",")) }
      result.append(digit)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A number in a text that somebody else made: `5,305.5` for `5305.5`. What is no plain number stays as it is.
  static func grouped(_ text: String) -> String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count < 3, whole.count > 3, whole.first != "0",
      whole.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let number = Int(whole)
    else { return text }
    return ([grouped(number)] + parts.dropFirst().map(String.init)).joined(separator: ".")
  }

  /// A name inside a sentence: without a capital, unless the word is an abbreviation.
  var lowercasedStart: LocalizedText {
    guard let first = english.first, let second = english.dropFirst().first, second.isLowercase else { return self }
    return LocalizedText(english: first.lowercased() + english.dropFirst(), thai: thai)
  }
}
