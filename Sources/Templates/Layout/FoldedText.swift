import Foundation

/// A form in which two writings of one text are equal: compatibility composition, SARA AM in one spelling, single spaces, lower
/// case, without the characters that nobody sees.
public enum FoldedText {
  /// The text without differences that no reader minds: case, width, spaces, characters that nobody sees.
  public static func of(_ text: String) -> String {
    if let plain = plain(text) { return plain }
    let visible = text.unicodeScalars.filter { !isInvisible($0) }
    var composed = String(String.UnicodeScalarView(visible)).precomposedStringWithCompatibilityMapping
    // Most texts have none, and looking for it as a text takes longer than all the rest.
    if composed.unicodeScalars.contains("\u{0E4D}") {
      composed = composed.replacingOccurrences(of: "\u{0E4D}\u{0E32}", with: "\u{0E33}")
    }
    return composed.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }

  /// Whether a character has no width and no ink.
  public static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    (0x200B...0x200F).contains(scalar.value) || scalar.value == 0xFEFF || scalar.value == 0x2060
  }

  /// The form of a text of ASCII and Thai letters, as nearly all codes, names and heads of columns are, which only need their
  /// spaces and capitals looked after; nil for others.
  private static func plain(_ text: String) -> String? {
    var scalars = String.UnicodeScalarView()
    var lastClass: UInt8 = 0
    var endsWithSpace = true
    for scalar in text.unicodeScalars {
      let order: UInt8
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20:
        if !endsWithSpace { scalars.append(" ") }
        endsWithSpace = true
        lastClass = 0
        continue
      case 0x41...0x5A: order = 0
      case 0x21...0x7E, 0xB7, 0x2013: order = 0
      // NIKHAHIT may be half of a SARA AM.
      case 0x0E4D: return nil
      // Marks above and below a letter stand in one order only, that of their combining classes.
      case 0x0E38, 0x0E39: order = 103
      case 0x0E3A: order = 9
      case 0x0E48...0x0E4B: order = 107
      case 0x0E01...0x0E3A, 0x0E3F...0x0E5B: order = 0
      default: return nil
      }
      if order > 0, order < lastClass { return nil }
      lastClass = order
      endsWithSpace = false
      scalars.append(0x41...0x5A ~= scalar.value ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
    }
    if endsWithSpace, !scalars.isEmpty { scalars.removeLast() }
    return String(scalars)
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
