import Spreadsheets
import Vocabulary

/// The fonts and formats of one workbook.
///
/// `TH Sarabun New`, the font of Thai offices, is drawn small: Thai files in it have larger letters, and rows and columns that
/// grow with them, so that a page shrunk to A4 looks as in Arial. In files of another language Arial stands in for it, because
/// where the font is missing its sizes would overflow every cell.
struct Styles: Sendable {
  let fontName: String
  private let textScale: Double
  private let heightScale: Double
  private let widthScale: Double
  private let chartScale: Double

  init(font: String, language: Language) {
    let isSarabun = font.contains("Sarabun")
    let isThaiOffice = isSarabun && language == .thai
    fontName = isSarabun && !isThaiOffice ? "Arial" : font
    textScale = isThaiOffice ? 1.35 : 1
    heightScale = isThaiOffice ? 1.35 : 1
    widthScale = isThaiOffice ? 1.2 : 1
    // Less than the cells: a chart keeps its labels only while there is room for all of them.
    chartScale = isThaiOffice ? 10.0 / 9 : 1
  }

  func font(_ size: Double, bold: Bool = false, _ colour: Colour = Palette.text) -> Font {
    Font(name: fontName, size: (size * textScale * 2).rounded() / 2, bold: bold, colour: colour)
  }

  func chartFont(_ size: Double, bold: Bool = false, _ colour: Colour = Palette.chartText) -> Font {
    Font(name: fontName, size: (size * chartScale).rounded(), bold: bold, colour: colour)
  }

  /// A row's height in points, grown with the font.
  func height(_ points: Double) -> Double { points * heightScale }

  /// A column's width in digits, grown with the font.
  func width(_ digits: Double) -> Double { digits * widthScale }

  /// The pixels of a chart, grown as the columns and rows that it floats over.
  func chartSize(width: Int, height: Int) -> (width: Int, height: Int) {
    (Int(Double(width) * widthScale), Int(Double(height) * heightScale))
  }

  /// The height of a row whose text wraps, never less than `minimum`.
  func height(of texts: [(text: String, width: Double, font: Font)], minimum: Double) -> Double {
    let padding = 8.0
    let needed = texts.map { text, width, font in
      Double(lines(of: text, width: width, font: font)) * font.size * 1.4 + padding
    }
    return min(409, max(height(minimum), needed.max() ?? 0).rounded(.up))
  }

  /// Lines that a text takes in a column of so many digits.
  func lines(of text: String, width: Double, font: Font) -> Int {
    // The font of Thai offices is narrow for its size.
    let narrowing = textScale > 1 ? 0.75 : 1
    // Running English text is narrower than its digits; Thai takes more room in other programs than in the one at hand.
    let scale = narrowing * (text.utf8.count > text.unicodeScalars.count * 2 ? 1 : 0.9)
    return TextMeasure.lineCount(
      of: text, width: width * widthScale, font: Font(name: font.name, size: font.size * scale, bold: font.bold))
  }

  /// A format with the workbook's font.
  func cell(
    _ size: Double = 10, bold: Bool = false, _ colour: Colour = Palette.text, fill: Colour? = nil,
    number: String? = nil, align: CellFormat.HorizontalAlignment = .general,
    vertical: CellFormat.VerticalAlignment = .centre, wraps: Bool = false, top: Border? = nil, bottom: Border? = nil
  ) -> CellFormat {
    CellFormat(
      font: font(size, bold: bold, colour), fill: fill, numberFormat: number, horizontal: align, vertical: vertical,
      wraps: wraps, borders: Borders(top: top, bottom: bottom))
  }

  /// Of cells that nothing is written to.
  var empty: CellFormat { cell() }
  /// The head of a table; texts left, numbers right.
  func head(_ align: CellFormat.HorizontalAlignment = .left, ruled: Bool = true) -> CellFormat {
    cell(9, bold: true, Palette.ink, align: align, bottom: ruled ? Self.headRule : nil)
  }
  /// The head's second language, in the row under it.
  func secondHead(_ align: CellFormat.HorizontalAlignment = .left) -> CellFormat {
    cell(8, Palette.muted, align: align, bottom: Self.headRule)
  }
  var sectionHead: CellFormat { cell(12, bold: true, Palette.ink, bottom: Self.headRule) }

  static let headRule = Border(.thin, Palette.navy)
  static let hairline = Border(.thin, Palette.hair)
  static let gap = Border(.thin, .white)

  /// A status cell: tinted, with white lines around it.
  func status(_ look: StatusLook, size: Double = 9.5) -> CellFormat {
    var format = cell(size, bold: look.bold, look.text, fill: look.tint, align: .centre)
    format.borders = .box(Self.gap)
    return format
  }

  /// A name, with the other language small and grey behind it.
  func pair(_ first: String, _ second: String, size: Double = 10, secondSize: Double = 8.5, bold: Bool = true)
    -> CellContent
  {
    guard !second.isEmpty, second != first else {
      return .richText([TextRun(first, font: font(size, bold: bold, Palette.ink))])
    }
    return .richText([
      TextRun(first + "  ", font: font(size, bold: bold, Palette.ink)),
      TextRun(second, font: font(secondSize, Palette.muted)),
    ])
  }

  /// A name, with the other language on a line of its own under it.
  func stacked(
    _ first: String, _ second: String, size: Double = 10, secondSize: Double = 8.5, bold: Bool = false
  ) -> CellContent {
    let look = font(size, bold: bold, bold ? Palette.ink : Palette.text)
    guard !second.isEmpty, second != first else { return .richText([TextRun(first, font: look)]) }
    return .richText([
      TextRun(first + "\n", font: look), TextRun(second, font: font(secondSize, Palette.muted)),
    ])
  }
}
