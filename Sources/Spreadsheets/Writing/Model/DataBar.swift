/// Bars in cells, as long as their numbers; solid, without border, on a fixed scale so that pages compare.
public struct DataBar: Equatable, Sendable {
  public var range: CellRange
  public var colour: Colour
  /// For numbers under zero.
  public var negativeColour: Colour
  /// The ends of the scale; a longer bar is cut there.
  public var minimum: Double
  public var maximum: Double
  /// Hides the number.
  public var barOnly: Bool
  /// The zero in the middle of the cell, drawn in this colour; nil puts it where the scale has it.
  public var middleAxis: Colour?

  public init(
    range: CellRange, colour: Colour, negativeColour: Colour? = nil, minimum: Double, maximum: Double,
    barOnly: Bool = false, middleAxis: Colour? = nil
  ) {
    self.range = range
    self.colour = colour
    self.negativeColour = negativeColour ?? colour
    self.minimum = minimum
    self.maximum = maximum
    self.barOnly = barOnly
    self.middleAxis = middleAxis
  }
}
