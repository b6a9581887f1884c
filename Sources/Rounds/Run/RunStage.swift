/// What a run is doing, told to whoever watches.
public enum RunStage: String, Sendable, CaseIterable {
  case loading
  case reading
  case checking
  case measuring
  case reporting
  case returning
  case publishing
  /// Into the warehouse, after the release is shown.
  case storing
}

/// What a run left behind, for the message to people, for `--json` and for the exit code.
public struct RunSummary: Sendable, Encodable {
  public var programme: String
  public var round: String
  public var runID: String
  /// Below the workspace.
  public var folder: String
  /// Below ``folder``.
  public var outputs: [String]
  /// The workbooks that go back to cities, below ``folder``.
  public var returned: [String]
  public var citiesReporting: Int
  public var citiesExpected: Int
  public var files: Int
  public var read: Int
  public var observations: Int
  public var blanks: Int
  public var excluded: Int
  public var rejected: Int
  public var errors: Int
  public var warnings: Int
  public var infos: Int
  /// How many submissions nothing was taken of.
  public var refusedFiles: Int
  /// Their names, below the workspace.
  public var refused: [String]
  /// Whether the release was there already, made from the same inputs.
  public var isUnchanged: Bool
  /// What became of the programme's warehouse, after the release was shown.
  public var warehouse: ProgrammeWarehouse.Outcome?

  /// Whether at least one input was rejected or held back (exit code 65).
  public var isPartial: Bool { errors > 0 }
}
