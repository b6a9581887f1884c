/// A worksheet of a workbook, before its cells are read.
public struct SheetReference: Hashable, Sendable {
  public let name: String
  /// Hidden or "very hidden": the person who filled it in did not see it.
  public let isHidden: Bool
  /// The sheet's part in the archive; empty if the workbook forgot to say.
  let part: String
}
