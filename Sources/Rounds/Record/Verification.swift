import Foundation
import Vocabulary

/// Compares what is published with what was recorded of it. Needs no network and changes nothing.
public struct Verification: Encodable, Sendable {
  /// Something that is not as it was recorded.
  public struct Problem: Encodable, Sendable, Equatable {
    /// Below the workspace; with the line where it is one of the log.
    public var place: String
    public var problem: String
  }

  /// Files whose bytes were compared.
  public private(set) var filesCompared = 0
  /// Lines of the log whose chain holds.
  public private(set) var linesCompared = 0
  public private(set) var problems: [Problem] = []

  /// - Throws: `noInput` where the round is not published.
  public init(_ name: RoundName, in workspace: Workspace) throws(RoundsError) {
    let reports = "Reports/\(name.programme)"
    let folder = "\(reports)/\(name.round)"
    guard workspace.exists(folder) else {
      throw RoundsError(
        .noInput, "\(name) is not published", cure: "gnlc run \(name)")
    }
    try Manifest.refuseNewer(folder, in: workspace)
    let log = compareLog(reports, in: workspace)
    guard let manifest = Manifest.read(workspace.absolute(folder)) else {
      report("\(folder)/\(Manifest.name)", "is missing or cannot be read")
      return
    }
    let digest = Digest.sha256(ofFile: workspace.absolute("\(folder)/\(Manifest.name)"))
    if let recorded = log.manifest(ofRun: manifest.run) {
      if recorded != digest { report("\(folder)/\(Manifest.name)", "is not the manifest that the log recorded") }
    } else {
      report(folder, "the log knows no run \(manifest.run)")
    }
    compareOutputs(manifest, folder, in: workspace)
    try compareInputs(manifest, name, in: workspace)
  }

  private mutating func report(_ place: String, _ problem: String) {
    problems.append(Problem(place: place, problem: problem))
  }

  private mutating func compareLog(_ reports: String, in workspace: Workspace) -> AuditLog {
    let log = AuditLog(workspace.absolute(reports))
    linesCompared = log.entries.count
    for found in log.breaks { report("\(reports)/\(AuditLog.name):\(found.line)", found.problem) }
    return log
  }

  private mutating func compareOutputs(_ manifest: Manifest, _ folder: String, in workspace: Workspace) {
    let root = workspace.absolute(folder)
    let listed = Dictionary(manifest.outputs.map { ($0.path, $0.sha256) }, uniquingKeysWith: { $1 })
    let present = ManifestWriter.files(below: root).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let digests = present.concurrentMap { Digest.sha256(ofFile: "\(root)/\($0)") }
    for (path, digest) in zip(present, digests) where path != Manifest.name && path != Checksums.name {
      filesCompared += 1
      guard let known = listed[path] else {
        report("\(folder)/\(path)", "is not of this release")
        continue
      }
      if digest != known { report("\(folder)/\(path)", "was changed after it was published") }
    }
    for output in manifest.outputs where !present.contains(output.path) {
      report("\(folder)/\(output.path)", "is missing")
    }
    let expected = Checksums(
      manifest.outputs.map { ($0.path, $0.sha256) }
        + [(Manifest.name, Digest.sha256(ofFile: "\(root)/\(Manifest.name)") ?? "")]
    ).text
    if (try? workspace.text(of: "\(folder)/\(Checksums.name)")) != expected {
      report("\(folder)/\(Checksums.name)", "does not list what the manifest lists")
    }
  }

  private mutating func compareInputs(
    _ manifest: Manifest, _ name: RoundName, in workspace: Workspace
  ) throws(RoundsError) {
    let now = try InputTree(name, in: workspace)
    filesCompared += now.files.count
    for change in RoundStatus.changes(since: manifest, now) {
      report(change.path, "was \(change.kind.rawValue) after the release was made")
    }
    let places = RoundPlaces(name, in: workspace)
    do throws(RoundsError) {
      for fault in try Pins(of: places, in: workspace)?.faults() ?? []
      where !problems.contains(where: { $0.place == fault.path }) {
        report(fault.path, "\(fault.problem) since the round was frozen")
      }
    } catch {
      report(places.frozen, error.message)
    }
  }
}
