/// What stands in a cell. The kind is always said, never guessed: the text `=1+1` stays a text.
public enum CellContent: Hashable, Sendable {
  /// Finite. Written with 16 significant digits; minus zero becomes zero.
  case number(Double)
  /// At most 32,767 characters (UTF-16 units). An empty text becomes a blank cell with the cell's format.
  case text(String)
  /// A text whose parts have fonts of their own. At least one run; empty runs are left out.
  case richText([TextRun])
  /// A jump to a cell of this workbook.
  case link(InternalLink, text: String)
  /// For templates and the what-if page only: reports hold values. The cached value is what a program shows that does not calculate.
  case formula(String, cached: CachedValue)
  /// Nothing, but formatted.
  case blank
}

/// A part of a text with its own font.
public struct TextRun: Hashable, Sendable {
  public var text: String
  public var font: Font

  public init(_ text: String, font: Font) {
    self.text = text
    self.font = font
  }
}

/// The target of a link inside the workbook.
public struct InternalLink: Hashable, Sendable {
  /// The name of a sheet of the same workbook.
  public var sheet: String
  public var cell: CellAddress

  public init(sheet: String, cell: CellAddress = CellAddress(row: 0, column: 0)) {
    self.sheet = sheet
    self.cell = cell
  }
}

/// The result of a formula as we computed it.
public enum CachedValue: Hashable, Sendable {
  case number(Double)
  case text(String)
}
