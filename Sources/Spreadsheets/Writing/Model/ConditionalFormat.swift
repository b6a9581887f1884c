/// A look that a cell takes while a condition holds; for cells that a person changes.
///
/// Reports colour their cells themselves.
public struct ConditionalFormat: Equatable, Sendable {
  public var range: CellRange
  /// When the format applies, relative to the range's first cell: `=LEFT($L7,1)="!"`. At most 255 characters.
  ///
  /// The library's own conditions on texts are no choice: it derives wrong formulas from them, names the range's last
  /// column, and counts bytes where the text has characters, so that a condition on a Thai word or on "○" never holds.
  public var formula: String
  public var colour: Colour?
  public var fill: Colour?
  public var bold: Bool
  /// Later conditions on the same cells are not looked at once this one holds.
  public var stops: Bool

  public init(
    range: CellRange, formula: String, colour: Colour? = nil, fill: Colour? = nil, bold: Bool = false,
    stops: Bool = false
  ) {
    self.range = range
    self.formula = formula
    self.colour = colour
    self.fill = fill
    self.bold = bold
    self.stops = stops
  }
}
