import Vocabulary

/// What the environment refused: no file, a full disk, a bad configuration. Problems in submitted data are findings instead.
public struct RoundsError: Error, CustomStringConvertible, Sendable {
  /// What was refused; the command maps each to an exit code.
  public enum Kind: Sendable {
    /// A programme, round or folder that is not there, or can't be read.
    case noInput
    case cannotCreate
    case inputOutput
    /// Another run is at work.
    case locked
    /// A catalogue or workspace file with faults.
    case configuration
  }

  public var kind: Kind
  public var message: String
  /// What to do next.
  public var cure: String

  public init(_ kind: Kind, _ message: String, cure: String) {
    self.kind = kind
    self.message = message
    self.cure = cure
  }

  public var description: String { "\(message)\n  \(cure)" }
}

extension RoundsError {
  /// A name that leads nowhere, with the nearest that does.
  /// - Parameter cure: What helps where none is near; nil lists the first of those known.
  public static func unknown(
    _ kind: String, _ name: String, among known: [String], otherwise cure: String? = nil
  ) -> RoundsError {
    let all = known.isEmpty ? "there is none under Inputs" : "there are: \(known.prefix(20).joined(separator: ", "))"
    return RoundsError(
      .noInput, "no \(kind) is called \(name.isEmpty ? "(nothing)" : name)",
      cure: similar(to: name, among: known) ?? cure ?? all)
  }

  /// The cure of a slip of the keyboard; nil where no name is near.
  public static func similar(to name: String, among known: [String]) -> String? {
    name.nearest(in: known).map { "one with a similar name exists: \($0)" }
  }
}
