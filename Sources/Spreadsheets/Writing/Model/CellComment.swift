/// A note at a cell, hidden until pointed at.
public struct CellComment: Equatable, Sendable {
  public var address: CellAddress
  /// Not empty, at most 32,767 characters.
  public var text: String
  public var author: String
  public var fill: Colour
  /// Name and size only.
  public var font: Font
  /// The size of the box, in multiples of 128 × 74 pixels.
  public var scaleX: Double
  public var scaleY: Double

  public init(
    _ address: CellAddress, text: String, author: String, fill: Colour = 0xFFFFE1, font: Font = Font(size: 9),
    scaleX: Double = 1, scaleY: Double = 1
  ) {
    self.address = address
    self.text = text
    self.author = author
    self.fill = fill
    self.font = font
    self.scaleX = scaleX
    self.scaleY = scaleY
  }
}
