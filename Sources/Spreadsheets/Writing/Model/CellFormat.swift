/// Everything about a cell but its content.
///
/// Equal formats become one format of the file, so pages may make them freely. There is no indent, no italics and no
/// rotation on purpose: the library writes an indent wrongly, and our pages use neither of the others.
public struct CellFormat: Hashable, Sendable {
  /// Where a cell's content stands between left and right.
  public enum HorizontalAlignment: Sendable {
    /// Text left, numbers right.
    case general
    case left
    case centre
    case right
  }

  /// Where a cell's content stands between top and bottom.
  public enum VerticalAlignment: Sendable {
    case top
    case centre
    case bottom
  }

  public var font: Font
  /// The background; nil leaves the cell unfilled.
  public var fill: Colour?
  /// A spreadsheet format code such as `+0.0;-0.0;0.0`, at most 127 bytes; nil is "General".
  public var numberFormat: String?
  public var horizontal: HorizontalAlignment
  public var vertical: VerticalAlignment
  /// Breaks lines at the column's edge and at line feeds.
  public var wraps: Bool
  public var borders: Borders
  /// Whether the cell resists typing once its sheet is protected.
  public var locked: Bool

  public init(
    font: Font = Font(), fill: Colour? = nil, numberFormat: String? = nil, horizontal: HorizontalAlignment = .general,
    vertical: VerticalAlignment = .centre, wraps: Bool = false, borders: Borders = .none, locked: Bool = true
  ) {
    self.font = font
    self.fill = fill
    self.numberFormat = numberFormat
    self.horizontal = horizontal
    self.vertical = vertical
    self.wraps = wraps
    self.borders = borders
    self.locked = locked
  }

  // Each cell's format is looked up while it is written. These properties tell most formats of a workbook apart; hashing all of
  // them takes longer than writing a number.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(font.size)
    hasher.combine((font.bold ? 1 : 0) | (wraps ? 2 : 0) | (locked ? 4 : 0))
    hasher.combine(UInt64(font.colour.rgb) << 32 | UInt64(fill?.rgb ?? .max))
    hasher.combine(numberFormat?.utf8.count ?? -1)
  }

  /// A copy with one or more properties changed.
  ///
  ///     let head = body.with { $0.font.bold = true }
  public func with(_ change: (inout CellFormat) -> Void) -> CellFormat {
    var copy = self
    change(&copy)
    return copy
  }
}
