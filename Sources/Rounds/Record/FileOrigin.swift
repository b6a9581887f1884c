import Foundation

/// Which release a file is from, told by its bytes alone, wherever it came from.
public struct FileOrigin: Encodable, Sendable {
  public var sha256: String
  /// `demo/2026`, the run and its day, and the file's name in the release; nil where no release of the workspace has such a file.
  public var release: Release?
  /// The rounds that read it: the release that each shows, else the last of its releases by name.
  public var received: [Received] = []

  /// A file that a city sent, as a round's release accounts for it.
  public struct Received: Encodable, Sendable, Equatable {
    public var programme: String
    public var round: String
    public var run: String
    public var date: String
    /// Below the workspace.
    public var file: String
    public var city: String
    public var outcome: String
    public var read: Int
    public var observations: Int
    public var isShown: Bool
  }

  /// The release that a file is from, and what that was made from.
  public struct Release: Encodable, Sendable {
    public var programme: String
    public var round: String
    public var run: String
    public var date: String
    public var version: String
    public var method: String
    public var file: String
    /// Whether it is the release that the round shows now.
    public var isShown: Bool
    /// What it was made from: the submissions and sources with their digests.
    public var inputs: [String]
  }

  /// - Throws: `noInput` where the file cannot be read.
  public init(of path: String, in workspace: Workspace) throws(RoundsError) {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard let sha256 = Digest.sha256(ofFile: target) else {
      throw RoundsError(.noInput, "\(path) cannot be read", cure: "check the name and the permissions")
    }
    self.sha256 = sha256
    for programme in try workspace.names(in: "Reports") where workspace.isFolder("Reports/\(programme)") {
      let store = workspace.absolute("Reports/\(programme)/.releases")
      let runs = ((try? FileManager.default.contentsOfDirectory(atPath: store)) ?? []).sorted()
      for run in runs where !run.hasPrefix(".") {
        guard let manifest = Manifest.read("\(store)/\(run)") else { continue }
        let output = manifest.outputs.first { $0.sha256 == sha256 }
        let input = manifest.inputs.first { $0.sha256 == sha256 && $0.account != nil }
        guard output != nil || input != nil else { continue }
        let shown = Manifest.read(workspace.absolute("Reports/\(programme)/\(manifest.round)"))?.run
        if let input, let account = input.account {
          receive(
            Received(
              programme: programme, round: manifest.round, run: run, date: manifest.date, file: input.path,
              city: account.city, outcome: account.outcome, read: account.read, observations: account.observations,
              isShown: shown == run))
        }
        guard let output else { continue }
        release = Release(
          programme: programme, round: manifest.round, run: run, date: manifest.date, version: manifest.version,
          method: manifest.method, file: output.path, isShown: shown == run,
          inputs: manifest.inputs.filter { $0.account != nil }.map { "\($0.sha256)  \($0.path)" })
        if shown == run { return }
      }
    }
  }

  /// Of each round one release.
  private mutating func receive(_ found: Received) {
    let known = received.firstIndex { $0.programme == found.programme && $0.round == found.round }
    guard let known else { return received.append(found) }
    if !received[known].isShown { received[known] = found }
  }
}
