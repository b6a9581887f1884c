import Spreadsheets

/// The colours of all workbooks. Hue means status, lightness means time; nothing is told by colour alone.
enum Palette {
  /// Titles, names, current values.
  static let ink: Colour = 0x1B2A38
  static let text: Colour = 0x2B3A47
  /// The second language, previous values, notes.
  static let muted: Colour = 0x5F6B76
  static let rule: Colour = 0xC9D1D8
  /// The line between two rows.
  static let hair: Colour = 0xE3E8EC
  /// Group rows and total columns.
  static let band: Colour = 0xF3F6F8
  /// The bar on top, the line under heads, the current year.
  static let navy: Colour = 0x1F3A52
  static let previousYear: Colour = 0xB4C1CC
  static let link: Colour = 0x0B5C94
  static let axis: Colour = 0x9AA7B2
  static let grid: Colour = 0xDDE3E8
  static let chartText: Colour = 0x3C4A57
  static let evidence: Colour = 0x41525F
  static let synthetic: Colour = 0x8A3600
  static let coverageBar: Colour = 0xB4C9DA
  static let women: Colour = 0x5B3F8C
  static let men: Colour = 0xB9A6D6
  static let gain: Colour = 0x7FB2D6
  static let loss: Colour = 0xE58B5B
  /// Cells that a reader may change, as in the templates.
  static let input: Colour = 0xFFFBE8
  static let inputBorder: Colour = 0xB8A35A

  /// The fills of scores from under 40 to 70 and over. Ink is readable on all of them.
  static let heat: [Colour] = [0xFFFFFF, 0xEAF0F5, 0xCBDBE7, 0xA3C1D6, 0x76A3C2]
  /// Where fewer than the required measures were reported.
  static let heatNoScore: Colour = 0xF6F6F6

  /// The class of a score as printed, without decimals: 0 for under 40, then steps of ten up to 4.
  static func heatClass(_ score: Double) -> Int { max(0, min(4, (Int(score.rounded()) - 30) / 10)) }

  /// Pure hues, for signs that stand alone.
  static let good: Colour = 0x0072B2
  static let caution: Colour = 0xE69F00
  static let bad: Colour = 0xD55E00
}
