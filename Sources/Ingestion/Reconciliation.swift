/// What became of the value cells of a file: nothing vanishes.
///
///     read == observations + blanks + excluded + rejected
public struct Reconciliation: Hashable, Sendable {
  /// Value cells (rows, where a row holds one value) that the file has.
  public var read = 0
  /// Observations, with a value or with the reason for having none.
  public var observations = 0
  /// Cells declared empty: nothing there, and nothing said.
  public var blanks = 0
  /// Rows that the mapping declares to be none of ours.
  public var excluded = 0
  /// Cells that a finding tells about.
  public var rejected = 0

  public init() {}

  public var isBalanced: Bool { read == observations + blanks + excluded + rejected }

  public static func += (a: inout Reconciliation, b: Reconciliation) {
    a.read += b.read
    a.observations += b.observations
    a.blanks += b.blanks
    a.excluded += b.excluded
    a.rejected += b.rejected
  }
}
