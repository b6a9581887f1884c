import Foundation

/// Which release a file is from, told by its bytes alone, wherever it came from.
public struct FileOrigin: Encodable, Sendable {
  public var sha256: String
  /// `demo/2026`, the run and its day, and the file's name in the release; nil where no release of the workspace has such a file.
  public var release: Release?

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
    for programme in workspace.names(in: "Reports") where workspace.isFolder("Reports/\(programme)") {
      let store = workspace.absolute("Reports/\(programme)/.releases")
      let runs = ((try? FileManager.default.contentsOfDirectory(atPath: store)) ?? []).sorted()
      for run in runs where !run.hasPrefix(".") {
        guard let manifest = Manifest.read("\(store)/\(run)"),
          let output = manifest.outputs.first(where: { $0.sha256 == sha256 })
        else { continue }
        let shown = Manifest.read(workspace.absolute("Reports/\(programme)/\(manifest.round)"))?.run
        release = Release(
          programme: programme, round: manifest.round, run: run, date: manifest.date, version: manifest.version,
          method: manifest.method, file: output.path, isShown: shown == run,
          inputs: manifest.inputs.filter { $0.account != nil }.map { "\($0.sha256)  \($0.path)" })
        if shown == run { return }
      }
    }
  }
}
