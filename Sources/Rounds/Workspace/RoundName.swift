import Foundation

/// A round by name, `programme/round`, and where it lies in a workspace.
public struct RoundName: Hashable, Sendable, LosslessStringConvertible {
  public var programme: String
  public var round: String

  public init(programme: String, round: String) {
    self.programme = programme
    self.round = round
  }

  /// `demo/2026`; nil for anything that is no name, such as one that would lead out of a folder.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts.contains(""), !parts.contains("..") else { return nil }
    self.init(programme: parts[0], round: parts[1])
  }

  public var description: String { "\(programme)/\(round)" }

  /// The folder of what it reads, below the workspace.
  var inputs: String { "Inputs/\(self)" }
  /// Its definition, below the workspace.
  var file: String { "\(inputs)/round.yaml" }
  /// The folder that readers see, below the workspace.
  var reports: String { "Reports/\(self)" }

  /// Another round of the programme.
  func sibling(_ round: String) -> RoundName { RoundName(programme: programme, round: round) }
}

extension RoundName {
  /// The round in whose folder all of some files lie: `Inputs/demo/2026/submissions/xx-a.csv` is for `demo/2026`.
  public init?(holding files: [String], in workspace: Workspace) {
    let inputs = workspace.absolute("Inputs/")
    let names = files.map { file -> Self? in
      let path = URL(fileURLWithPath: file).standardizedFileURL.path
      guard path.hasPrefix(inputs) else { return nil }
      let folders = path.dropFirst(inputs.count).split(separator: "/").dropLast().map(String.init)
      guard folders.count > 1 else { return nil }
      let name = Self(programme: folders[0], round: folders[1])
      return workspace.exists(name.file) ? name : nil
    }
    guard let first = names.first, let name = first, names.allSatisfy({ $0 == name }) else { return nil }
    self = name
  }
}
