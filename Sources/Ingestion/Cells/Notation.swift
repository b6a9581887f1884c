import Foundation
import Templates

/// How people write: digits of two scripts, spaces that can't be seen, two spellings of one Thai vowel.
enum Notation {
  /// A repair that changed nothing but the writing; each becomes a finding of severity info.
  enum Repair: Hashable {
    case thaiDigits
    case spaces
    case thousandsSeparators
    case percentSign
    case buddhistYear(Int)
  }

  /// Thai digits as Arabic ones; NFKC leaves them alone.
  static func westernDigits(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if (0x0E50...0x0E59).contains(scalar.value), let digit = UnicodeScalar(scalar.value - 0x0E50 + 0x30) {
        scalars.append(digit)
      } else {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// Without spaces at the ends, and without characters that nobody sees.
  static func trimmed(_ text: String) -> String {
    if isClean(text) { return text }
    let visible = text.unicodeScalars.filter { !FoldedText.isInvisible($0) }
    return String(String.UnicodeScalarView(visible)).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Whether the text is plain ASCII without a space or control at its ends, as codes are: nothing to trim.
  private static func isClean(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return true }
    return first > 0x20 && last > 0x20 && last != 0x7F && text.utf8.allSatisfy { $0 < 0x80 }
  }

  /// A form in which two writings of the same name are equal.
  static func comparable(_ text: String) -> String { isPlain(text) ? text : FoldedText.of(text) }

  /// Whether the text is small ASCII letters, digits and marks without spaces, as our codes are: already comparable.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { 0x21..<0x7F ~= $0 && !(UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0) }
  }

  /// Lower-case letters and digits joined by `_` (or another mark): a code for somebody else's label.
  ///
  /// Marks that tell labels apart (`<5` and `>5`, `5+`) become words. Latin letters lose their accents; Thai vowels and tone
  /// marks stay, since words differ by them alone.
  static func slug(_ text: String, separator: String = "_") -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in trimmed(text).lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      if (0x0300...0x036F).contains(scalar.value) { continue }
      if let word = symbolWords[scalar] {
        scalars.append(contentsOf: " \(word) ".unicodeScalars)
      } else {
        scalars.append(scalar)
      }
    }
    let plain = String(scalars).precomposedStringWithCanonicalMapping
    return plain.split { !($0.isLetter || $0.isNumber) }.joined(separator: separator)
  }

  private static let symbolWords: [UnicodeScalar: String] = [
    "<": "lt", ">": "gt", "+": "plus", "%": "percent", "£": "gbp",
  ]
}
