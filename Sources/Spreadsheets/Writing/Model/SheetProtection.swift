/// What a person may still do on a protected sheet besides typing into unlocked cells.
public struct SheetProtection: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public static let formatCells = SheetProtection(rawValue: 1)
  public static let formatColumns = SheetProtection(rawValue: 2)
  public static let formatRows = SheetProtection(rawValue: 4)
}
