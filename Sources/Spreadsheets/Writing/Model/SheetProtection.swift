/// What a person may still do on a protected sheet besides typing into unlocked cells.
public struct SheetProtection: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public static let formatCells = SheetProtection(rawValue: 1)
  public static let formatColumns = SheetProtection(rawValue: 2)
  public static let formatRows = SheetProtection(rawValue: 4)
  public static let insertRows = SheetProtection(rawValue: 8)
  public static let deleteRows = SheetProtection(rawValue: 16)
  public static let sort = SheetProtection(rawValue: 32)
  public static let autofilter = SheetProtection(rawValue: 64)
}
