/// Estimates how much room a text takes. Neither a font nor a screen is at hand: it counts characters.
///
/// The unit of a column's width is a digit of the default font, Calibri 11, of 7 pixels.
public enum TextMeasure {
  /// Characters that take room: Thai vowels and tone marks above and below, and joiners, take none.
  ///
  ///     TextMeasure.visibleCount("ศูนย์การเรียนรู้")   // 11 of 16 scalars
  public static func visibleCount(_ text: String) -> Int {
    text.unicodeScalars.count(where: takesRoom)
  }

  /// Latin and Thai, which nearly all texts are, without a look into the tables of Unicode.
  private static func takesRoom(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0xAD, 0xAE..<0x300: true
    case 0xE00..<0xE80: !(scalar.value == 0xE31 || 0xE34...0xE3A ~= scalar.value || 0xE47...0xE4E ~= scalar.value)
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: false
      default: true
      }
    }
  }

  /// The room of the longest line, in digits, with two more for the cell's margins.
  /// - Parameter limits: What a column may at least and at most have; beyond, the text is to wrap.
  public static func columnWidth(
    of text: String, font: Font = Font(), limits: ClosedRange<Double> = 8...48
  ) -> Double {
    let longest = lines(of: text).map(visibleCount).max() ?? 0
    let width = (Double(longest) * characterWidth(font) + 2).rounded(.up)
    return min(max(width, limits.lowerBound), limits.upperBound)
  }

  /// The room that the widest of some texts needs.
  public static func columnWidth(
    ofWidest texts: some Sequence<String>, font: Font = Font(), limits: ClosedRange<Double> = 8...48
  ) -> Double {
    texts.reduce(limits.lowerBound) { max($0, columnWidth(of: $1, font: font, limits: limits)) }
  }

  /// Lines that a text takes in a column of `width` digits when it wraps; at least one.
  public static func lineCount(of text: String, width: Double, font: Font = Font()) -> Int {
    let perLine = max(1, ((width - 1) / characterWidth(font)).rounded(.down))
    return text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { lines, line in
      lines + max(1, Int((Double(line.count(where: takesRoom)) / perLine).rounded(.up)))
    }
  }

  /// The pixels of a column of `width` digits.
  public static func pixels(ofWidth width: Double) -> Int { Int(7 * width + 5) }

  /// The pixels of neighbouring columns. A chart that is to fill them gets two less.
  public static func pixels(ofWidths widths: some Sequence<Double>) -> Int {
    widths.reduce(0) { $0 + pixels(ofWidth: $1) }
  }

  /// A character's room in digits. A digit of Arial, which few letters exceed, is 0.556 of the font's size wide.
  private static func characterWidth(_ font: Font) -> Double {
    let pixels = font.size * 96 / 72 * 0.556
    return pixels / 7 * (font.bold ? 1.07 : 1)
  }

  private static func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
