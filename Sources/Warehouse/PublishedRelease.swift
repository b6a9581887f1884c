/// A release as the warehouse takes it: its files, and what its manifest says.
public struct PublishedRelease: Sendable {
  /// What tells two releases of a round apart.
  public struct Stamp: Hashable, Sendable {
    public var round: String
    public var run: String
    /// SHA-256 of the release's manifest.
    public var manifest: String

    public init(round: String, run: String, manifest: String) {
      self.round = round
      self.run = run
      self.manifest = manifest
    }
  }

  /// A row as texts by the names of the columns; what is left out is unknown.
  public typealias Row = [String: String]

  public var stamp: Stamp
  /// Where its files are.
  public var folder: String
  public var facts: Row
  public var inputs: [Row]

  public init(stamp: Stamp, folder: String, facts: Row, inputs: [Row]) {
    self.stamp = stamp
    self.folder = folder
    self.facts = facts
    self.inputs = inputs
  }
}
