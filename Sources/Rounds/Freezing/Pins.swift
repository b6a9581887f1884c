import Foundation
import Vocabulary

/// The digests of a frozen round's files: `frozen/SHA256SUMS`, as `sha256sum` writes and checks it.
///
/// What is pinned cannot be changed unnoticed: every run that reads the round compares.
struct Pins {
  let places: RoundPlaces
  let workspace: Workspace
  /// Paths below the round's folder, in byte order, with their digests.
  let digests: [(path: String, sha256: String)]

  /// - Returns: nil where the round is not frozen.
  /// - Throws: `configuration` where it is, and its list is missing or broken.
  init?(of places: RoundPlaces, in workspace: Workspace) throws(RoundsError) {
    guard places.isFrozen else { return nil }
    self.places = places
    self.workspace = workspace
    let path = "\(places.frozen)/\(Checksums.name)"
    let (sums, fault) = Checksums.parse(try workspace.text(of: path))
    if let fault {
      throw RoundsError(
        .configuration, "\(path) is not what freezing the round wrote: \(fault)",
        cure: "take the file from a backup; without it nobody can tell whether the round was changed")
    }
    digests = sums.entries
  }

  /// Every file that was changed, added or removed since.
  /// - Throws: `noInput` where a folder cannot be listed.
  func faults() throws(RoundsError) -> [(path: String, problem: String)] {
    let known = Dictionary(digests.map { ($0.path, $0.sha256) }, uniquingKeysWith: { $1 })
    let present = try Self.files(of: places, in: workspace)
    let changed = present.concurrentMap { [workspace, places] path -> (path: String, problem: String)? in
      let file = "\(places.folder)/\(path)"
      guard let pinned = known[path] else { return (file, "was added") }
      return Digest.sha256(ofFile: workspace.absolute(file)) == pinned ? nil : (file, "was changed")
    }
    let there = Set(present)
    return changed.compactMap { $0 }
      + digests.filter { !there.contains($0.path) }.map { ("\(places.folder)/\($0.path)", "was removed") }
  }

  /// - Throws: `configuration` that names every fault.
  func verify() throws(RoundsError) {
    let faults = try faults().map { "\($0.path) \($0.problem)" }
    guard !faults.isEmpty else { return }
    let shown =
      faults.prefix(20).joined(separator: "\n") + (faults.count > 20 ? "\n… and \(faults.count - 20) more" : "")
    throw RoundsError(
      .configuration,
      "\(places.name) is frozen, and its files are not as they were\n\(shown)",
      cure:
        "put the files back, or open the round again: gnlc round open \(places.name) --reason \"…\""
    )
  }

  /// The files that a round's figures stand on: everything in its folder but the list itself.
  static func files(of places: RoundPlaces, in workspace: Workspace) throws(RoundsError) -> [String] {
    try workspace.files(below: places.folder).filter { $0 != "\(RoundPlaces.frozenName)/\(Checksums.name)" }
  }
}
