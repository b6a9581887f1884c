/// How text looks, in cells, comments, footers and charts.
///
/// A workbook names one font for all scripts; the reading program finds another for a script which the font lacks.
public struct Font: Hashable, Sendable {
  public var name: String
  /// In points, 1 to 409.
  public var size: Double
  public var bold: Bool
  public var colour: Colour
  /// Single line; cells only.
  public var underlined: Bool

  public init(
    name: String = "Arial", size: Double = 10, bold: Bool = false, colour: Colour = .black, underlined: Bool = false
  ) {
    self.name = name
    self.size = size
    self.bold = bold
    self.colour = colour
    self.underlined = underlined
  }
}
