/// A rectangle of cells, both corners included.
public struct CellRange: Hashable, Sendable, CustomStringConvertible {
  public var topLeft: CellAddress
  public var bottomRight: CellAddress

  public init(topLeft: CellAddress, bottomRight: CellAddress) {
    self.topLeft = topLeft
    self.bottomRight = bottomRight
  }

  /// Whether an address lies within, edges included.
  public func contains(_ address: CellAddress) -> Bool {
    (topLeft.row...bottomRight.row).contains(address.row)
      && (topLeft.column...bottomRight.column).contains(address.column)
  }

  public var description: String { "\(topLeft):\(bottomRight)" }
}
