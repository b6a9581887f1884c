import Foundation

/// A form in which two writings of one text are equal: compatibility composition, SARA AM in one spelling, single spaces, lower
/// case, without the characters that nobody sees.
enum FoldedText {
  static func of(_ text: String) -> String {
    let visible = text.unicodeScalars.filter { !isInvisible($0) }
    var composed = String(String.UnicodeScalarView(visible)).precomposedStringWithCompatibilityMapping
    // Most texts have none, and looking for it as a text takes longer than all the rest.
    if composed.unicodeScalars.contains("\u{0E4D}") {
      composed = composed.replacingOccurrences(of: "\u{0E4D}\u{0E32}", with: "\u{0E33}")
    }
    return composed.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    (0x200B...0x200F).contains(scalar.value) || scalar.value == 0xFEFF || scalar.value == 0x2060
  }

  /// Whether a character alone makes a cell a filled one.
  static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    !isInvisible(scalar) && !scalar.properties.isWhitespace
  }

  /// The years that a text names, in the Common Era, in order.
  static func years(in text: String) -> [Int] {
    fourDigits(in: text).map { (2400...2700).contains($0) ? $0 - 543 : $0 }
  }

  /// Whether a year is written in the Buddhist Era.
  static func isBuddhistYear(_ text: String) -> Bool { fourDigits(in: text).contains { (2400...2700).contains($0) } }

  private static func fourDigits(in text: String) -> [Int] {
    let digits = text.unicodeScalars.map { scalar -> Character in
      if (0x0E50...0x0E59).contains(scalar.value), let digit = UnicodeScalar(scalar.value - 0x0E50 + 0x30) {
        return Character(digit)
      }
      return Character(scalar)
    }
    return digits.split { !($0.isASCII && $0.isNumber) }.filter { $0.count == 4 }.compactMap { Int(String($0)) }
  }
}
