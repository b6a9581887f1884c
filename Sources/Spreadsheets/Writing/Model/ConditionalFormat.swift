/// A look that a cell takes while a condition holds; for cells that a person changes.
///
/// Reports colour their cells themselves.
public struct ConditionalFormat: Equatable, Sendable {
  /// When the format applies.
  public enum Condition: Hashable, Sendable {
    /// A formula relative to the range's first cell: `=LEFT($L7,1)="!"`. At most 255 characters.
    case formula(String)
    case textBegins(String)
    /// Upper and lower case differ.
    case textContains(String)
  }

  public var range: CellRange
  public var condition: Condition
  public var colour: Colour?
  public var fill: Colour?
  public var bold: Bool
  /// Later conditions on the same cells are not looked at once this one holds.
  public var stops: Bool

  public init(
    range: CellRange, condition: Condition, colour: Colour? = nil, fill: Colour? = nil, bold: Bool = false,
    stops: Bool = false
  ) {
    self.range = range
    self.condition = condition
    self.colour = colour
    self.fill = fill
    self.bold = bold
    self.stops = stops
  }
}
