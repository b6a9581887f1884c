import Spreadsheets
import Vocabulary

/// The fonts, colours and formats of a template.
struct TemplateLook: Sendable {
  enum Palette {
    static let ink: Colour = 0x1B2A38
    static let text: Colour = 0x2B3A47
    static let muted: Colour = 0x5F6B76
    static let hair: Colour = 0xE3E8EC
    static let navy: Colour = 0x1F3A52
    static let link: Colour = 0x0B5C94
    static let input: Colour = 0xFFFBE8
    static let inputBorder: Colour = 0xB8A35A
    static let locked: Colour = 0xF3F5F7
    static let group: Colour = 0xE6EBF0
    static let synthetic: Colour = 0x8A3600
  }

  let fontName: String

  /// - Parameter font: The programme's. The font of Thai offices is drawn small, and a form that two languages share would need
  ///   two sizes: Arial stands in for it.
  init(font: String) {
    fontName = font.contains("Sarabun") ? "Arial" : font
  }

  func font(_ size: Double, bold: Bool = false, _ colour: Colour = Palette.text) -> Font {
    Font(name: fontName, size: size, bold: bold, colour: colour)
  }

  func cell(
    _ size: Double = 10, bold: Bool = false, _ colour: Colour = Palette.text, fill: Colour? = nil,
    align: CellFormat.HorizontalAlignment = .left, wraps: Bool = false, borders: Borders = .none
  ) -> CellFormat {
    CellFormat(
      font: font(size, bold: bold, colour), fill: fill, horizontal: align, wraps: wraps, borders: borders)
  }

  static let hairline = Borders(bottom: Border(.thin, Palette.hair))
  static let headRule = Borders(bottom: Border(.thin, Palette.navy))

  /// A cell that resists typing.
  func locked(
    _ size: Double = 10, bold: Bool = false, _ colour: Colour = Palette.text,
    align: CellFormat.HorizontalAlignment = .left
  ) -> CellFormat {
    cell(size, bold: bold, colour, fill: Palette.locked, align: align, wraps: true, borders: Self.hairline)
  }

  /// A cell to fill: the only boxes of a sheet, and the only cream.
  func entry(_ size: Double = 10.5, align: CellFormat.HorizontalAlignment = .left, wraps: Bool = false) -> CellFormat {
    var format = cell(
      size, Palette.ink, fill: Palette.input, align: align, wraps: wraps,
      borders: .box(Border(.thin, Palette.inputBorder)))
    format.locked = false
    return format
  }

  /// A cell for a number. One that came back is shown as the last one beside it: with separators.
  func numberEntry(_ content: CellContent?) -> CellFormat {
    var format = entry(align: .right)
    if case .number(let number) = content, number == number.rounded(), (1000..<1e15).contains(abs(number)) {
      format.numberFormat = "#,##0"
    }
    return format
  }

  /// The head of a column; that of a column to fill is cream, too.
  func head(entry: Bool, align: CellFormat.HorizontalAlignment) -> CellFormat {
    cell(
      9, bold: true, Palette.ink, fill: entry ? Palette.input : nil, align: align, wraps: true,
      borders: Borders(
        top: Border(.medium, entry ? Palette.inputBorder : Palette.navy), bottom: Border(.thin, Palette.navy)))
  }

  /// A text with the other language small and grey, behind it or under it.
  func pair(
    _ first: String, _ second: String?, size: Double = 10, secondSize: Double = 8.5, bold: Bool = true,
    colour: Colour = Palette.ink, stacked: Bool = false
  ) -> CellContent {
    guard let second, !second.isEmpty, second != first else {
      return .richText([TextRun(first, font: font(size, bold: bold, colour))])
    }
    return .richText([
      TextRun(first + (stacked ? "\n" : "  "), font: font(size, bold: bold, colour)),
      TextRun(second, font: font(secondSize, Palette.muted)),
    ])
  }

  /// The height of a row whose cells wrap.
  func height(_ texts: [(text: String, width: Double, size: Double)], minimum: Double) -> Double {
    let needed = texts.map { text, width, size in
      // Running English is narrower than its digits; Thai is not.
      let scale = text.utf8.count > text.unicodeScalars.count * 2 ? 1 : 0.9
      let lines = TextMeasure.lineCount(of: text, width: width, font: font(size * scale))
      return Double(lines) * size * 1.42 + 6
    }
    return min(409, max(minimum, needed.max() ?? 0).rounded(.up))
  }

  func footer(_ left: String) -> Footer {
    Footer(
      left: [.text(left)], right: [.pageNumber, .text(" / "), .pageCount],
      font: Font(name: fontName, size: 8, colour: Palette.muted))
  }
}

/// How a finding looks, wherever it stands: sign, word and colour together.
struct SeverityLook {
  var sign: String
  var text: Colour
  var tint: Colour
  var border: Colour
  var key: String

  init(_ severity: Finding.Severity) {
    switch severity {
    case .error: (sign, text, tint, border, key) = ("×", 0x7A2F00, 0xFADCCB, 0xD55E00, "template.error")
    case .warning: (sign, text, tint, border, key) = ("!", 0x6B4A00, 0xFDF1D6, 0xE69F00, "template.warning")
    case .info: (sign, text, tint, border, key) = ("i", 0x00517F, 0xE4F0F8, 0x0072B2, "template.info")
    }
  }

  static let passed: Colour = 0x004A75
}
