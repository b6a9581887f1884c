/// A name for cells: what validation lists choose from, and what a reader finds cells by.
public struct DefinedName: Hashable, Sendable {
  /// ASCII letters, digits and underscores, a letter first, never like a cell (`A1`, `R1C1`); unique whatever its case.
  public var name: String
  public var target: SheetRange

  public init(_ name: String, _ target: SheetRange) {
    self.name = name
    self.target = target
  }
}
