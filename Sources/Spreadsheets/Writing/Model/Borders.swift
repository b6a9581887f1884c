/// One line at a side of a cell.
public struct Border: Hashable, Sendable {
  /// The kinds of line that all programs draw alike.
  public enum Style: UInt8, Sendable {
    case thin = 1
    case medium = 2
  }

  public var style: Style
  public var colour: Colour

  public init(_ style: Style = .thin, _ colour: Colour = .black) {
    self.style = style
    self.colour = colour
  }
}

/// The lines around a cell; a side without a line is nil.
public struct Borders: Hashable, Sendable {
  public var top: Border?
  public var bottom: Border?
  public var left: Border?
  public var right: Border?

  public init(top: Border? = nil, bottom: Border? = nil, left: Border? = nil, right: Border? = nil) {
    self.top = top
    self.bottom = bottom
    self.left = left
    self.right = right
  }

  /// The same line on all four sides.
  public static func box(_ border: Border) -> Borders {
    Borders(top: border, bottom: border, left: border, right: border)
  }

  public static let none = Borders()
}
