import CXlsxWriter

/// The library's formats of one workbook; equal ones are made once.
final class FormatStore {
  typealias Pointer = UnsafeMutablePointer<lxw_format>

  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var cellFormats: [CellFormat: Pointer] = [:]
  private var fonts: [Font: Pointer] = [:]

  /// - Parameter workbook: Owns the formats; must outlive this object.
  init(workbook: UnsafeMutablePointer<lxw_workbook>) { self.workbook = workbook }

  /// - Parameter sheet: For the error.
  func pointer(for format: CellFormat, sheet: String) throws(WorkbookFault) -> Pointer {
    if let known = cellFormats[format] { return known }
    try TextRules.check(format.font, numberFormat: format.numberFormat, sheet: sheet)
    let pointer = add()
    apply(format.font, to: pointer)
    apply(format, to: pointer)
    cellFormats[format] = pointer
    return pointer
  }

  /// A format that carries a font only, for a run of rich text.
  func pointer(for font: Font, sheet: String) throws(WorkbookFault) -> Pointer {
    if let known = fonts[font] { return known }
    try TextRules.check(font, sheet: sheet)
    let pointer = add()
    apply(font, to: pointer)
    fonts[font] = pointer
    return pointer
  }

  /// A format that lies over a cell's own while a condition holds.
  func conditional(colour: Colour?, fill: Colour?, bold: Bool) -> Pointer {
    let pointer = add()
    if let colour { format_set_font_color(pointer, colour.libraryColour) }
    if let fill { format_set_bg_color(pointer, fill.libraryColour) }
    if bold { format_set_bold(pointer) }
    return pointer
  }

  private func add() -> Pointer {
    guard let pointer = workbook_add_format(workbook) else { fatalError("out of memory") }
    return pointer
  }

  private func apply(_ font: Font, to pointer: Pointer) {
    format_set_font_name(pointer, font.name)
    format_set_font_size(pointer, font.size)
    format_set_font_color(pointer, font.colour.libraryColour)
    if font.bold { format_set_bold(pointer) }
    if font.underlined { format_set_underline(pointer, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
  }

  private func apply(_ format: CellFormat, to pointer: Pointer) {
    if let fill = format.fill { format_set_bg_color(pointer, fill.libraryColour) }
    if let numberFormat = format.numberFormat { format_set_num_format(pointer, numberFormat) }
    switch format.horizontal {
    case .general: break
    case .left: format_set_align(pointer, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .centre: format_set_align(pointer, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: format_set_align(pointer, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    switch format.vertical {
    case .top: format_set_align(pointer, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .centre: format_set_align(pointer, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    case .bottom: break
    }
    if format.wraps { format_set_text_wrap(pointer) }
    if !format.locked { format_set_unlocked(pointer) }
    if let top = format.borders.top {
      format_set_top(pointer, top.style.rawValue)
      format_set_top_color(pointer, top.colour.libraryColour)
    }
    if let bottom = format.borders.bottom {
      format_set_bottom(pointer, bottom.style.rawValue)
      format_set_bottom_color(pointer, bottom.colour.libraryColour)
    }
    if let left = format.borders.left {
      format_set_left(pointer, left.style.rawValue)
      format_set_left_color(pointer, left.colour.libraryColour)
    }
    if let right = format.borders.right {
      format_set_right(pointer, right.style.rawValue)
      format_set_right_color(pointer, right.colour.libraryColour)
    }
  }
}
