import Catalogue
import Foundation
import Vocabulary

/// Every file that a run's reports depend on, with its digest, taken before any is understood: what names the run, what its manifest
/// lists, and what is compared at the end, so that nothing changes while it is read.
struct InputTree: Sendable {
  struct File: Sendable, Equatable {
    /// Below the workspace.
    var path: String
    var bytes: Int
    var sha256: String
    /// When the file was last written, to see cheaply whether it was since; no part of any output.
    fileprivate var changed: Int64

    /// Whether it is one of many that hold what was reported: a submission, data of a source, figures that were published. All
    /// others count as definitions, a mapping of a source too.
    fileprivate var isReported: Bool {
      let parts = path.split(separator: "/")
      guard parts.first == "Inputs", parts.count > 4 else { return parts.first == "Reports" }
      return parts[3] == "submissions" || (parts[3] == "sources" && !path.hasSuffix(".yaml"))
    }
  }

  /// In byte order of their paths.
  let files: [File]

  /// - Throws: `noInput` where the round is not there, `configuration` where an earlier round's file has faults.
  init(_ name: RoundName, in workspace: Workspace) throws(RoundsError) {
    let places = RoundPlaces(name, in: workspace)
    for folder in ["Inputs/\(name.programme)", places.folder] where !workspace.isFolder(folder) {
      throw RoundsError(
        .noInput, "\(folder) is no folder", cure: "make it; a symbolic link inside Inputs is not followed")
    }
    let round = try Round.load(CatalogueFile(path: places.roundFile, text: try workspace.text(of: places.roundFile)))
    var paths = try Self.definitions(places, in: workspace) + Self.contents(places.folder, in: workspace)
    for other in try workspace.rounds(before: round, of: name.programme) {
      let earlier = RoundPlaces(name.sibling(other.id), in: workspace)
      paths += try Self.contents(earlier.folder, in: workspace)
      // What an earlier round published cannot be untold: it decides what this one keeps back.
      paths.append("Reports/\(name.programme)/\(other.id)/observations.csv")
    }
    var known: Set<String> = []
    let unique = paths.filter { known.insert($0).inserted }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var files: [File] = []
    for file in unique.concurrentMap({ path in Result { () throws(RoundsError) in try Self.file(path, in: workspace) } }
    ) {
      if let file = try file.get() { files.append(file) }
    }
    self.files = files
  }

  private static func definitions(_ places: RoundPlaces, in workspace: Workspace) throws(RoundsError) -> [String] {
    var paths = [places.programmeFile, places.registry, places.targets]
    for folder in places.catalogue { paths += try contents(folder, in: workspace).filter { $0.hasSuffix(".yaml") } }
    return paths
  }

  private static func contents(_ folder: String, in workspace: Workspace) throws(RoundsError) -> [String] {
    try workspace.files(below: folder).map { "\(folder)/\($0)" }
  }

  /// - Returns: nil where there is no such file: some need not be there.
  private static func file(_ path: String, in workspace: Workspace) throws(RoundsError) -> File? {
    let absolute = workspace.readable(path)
    guard let (bytes, changed, isRegular) = status(absolute) else { return nil }
    // A link or a pipe is never read; that it is there, and where it leads, decides what is found about it.
    guard isRegular else {
      let target = (try? FileManager.default.destinationOfSymbolicLink(atPath: absolute)) ?? ""
      return File(path: path, bytes: bytes, sha256: Digest.sha256(Array("no file → \(target)".utf8)), changed: changed)
    }
    guard let sha256 = Digest.sha256(ofFile: absolute) else {
      throw RoundsError(.noInput, "\(path) cannot be read", cure: "check its permissions and the disk")
    }
    return File(path: path, bytes: bytes, sha256: sha256, changed: changed)
  }

  private static func status(_ path: String) -> (bytes: Int, changed: Int64, isRegular: Bool)? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    // The time of the inode's change: no program can set it back, unlike that of the content.
    return (
      Int(status.st_size), Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec),
      status.st_mode & S_IFMT == S_IFREG
    )
  }

  subscript(path: String) -> File? {
    var low = 0
    var high = files.count
    while low < high {
      let middle = (low + high) / 2
      if files[middle].path.utf8.lexicographicallyPrecedes(path.utf8) { low = middle + 1 } else { high = middle }
    }
    return low < files.count && files[low].path == path ? files[low] : nil
  }

  /// - Throws: `inputOutput` that names the first file that is not what it was.
  func checkUnchanged(in workspace: Workspace) throws(RoundsError) {
    for file in files { try checkUnchanged(file, in: workspace) }
  }

  private func checkUnchanged(_ file: File, in workspace: Workspace) throws(RoundsError) {
    let absolute = workspace.readable(file.path)
    if let status = Self.status(absolute), (status.bytes, status.changed) == (file.bytes, file.changed) { return }
    guard Digest.sha256(ofFile: absolute) != file.sha256 else { return }
    throw RoundsError(
      .inputOutput, "\(file.path) was changed while it was read; nothing is published",
      cure: "run again when nobody works on the inputs")
  }

  /// - Throws: `inputOutput` where a file is not what it was.
  func checkUnchanged(_ path: String, in workspace: Workspace) throws(RoundsError) {
    if let file = self[path] { try checkUnchanged(file, in: workspace) }
  }

  /// Of the files of a folder.
  func bytes(below folder: String) -> Int {
    files.reduce(0) { $0 + ($1.path.hasPrefix("\(folder)/") ? $1.bytes : 0) }
  }

  /// Over everything but what cities sent and sources hold: the definitions of this round and of those before.
  var definitionsDigest: String {
    let lines = files.filter { !$0.isReported }.map { "\($0.path) \($0.sha256)" }
    return Digest.sha256(Array(lines.joined(separator: "\n").utf8))
  }

  /// The name of a run over these files: `2026-7c41e09ab2d5`, and the whole digest.
  /// - Parameter choices: What else decides the outputs.
  func identity(round: String, choices: [String]) -> (id: String, digest: String) {
    let lines = files.map { "\($0.path) \($0.sha256)" } + choices
    let digest = Digest.sha256(Array(lines.joined(separator: "\n").utf8))
    return ("\(round)-\(digest.prefix(12))", digest)
  }
}
