/// The three parts of the line at the foot of every printed page; together at most 255 characters with their marks.
///
///     Footer(left: [.text("Evaluation 2026")], right: [.pageNumber, .text(" / "), .pageCount])
public struct Footer: Equatable, Sendable {
  /// A text, or something that the program fills in when it prints.
  public enum Piece: Hashable, Sendable {
    /// Plain text; an ampersand stays an ampersand.
    case text(String)
    case pageNumber
    case pageCount
  }

  public var left: [Piece]
  public var centre: [Piece]
  public var right: [Piece]
  /// Bold and underline are not used here; the size is rounded to a whole point.
  public var font: Font

  public init(
    left: [Piece] = [], centre: [Piece] = [], right: [Piece] = [], font: Font = Font(size: 8, colour: 0x5F6B76)
  ) {
    self.left = left
    self.centre = centre
    self.right = right
    self.font = font
  }
}
