import Foundation
import Ingestion
import Spreadsheets
import Vocabulary

/// `Reports/<programme>/.cache/<round>/`: what the last run of a round understood and wrote, found again by the digest of all that
/// it came from. A run without it, or with one that is damaged or of another program, makes the same files and takes longer.
///
/// It holds figures as cities sent them, before any is kept back: it is its owner's alone and no part of what is published.
final class RoundCache: Sendable {
  static let name = ".cache"

  private let workspace: Workspace
  private let reports: String
  let folder: String
  private let inputs: InputTree
  /// The program and everything that defines a round, but for what cities sent.
  let definitions: String
  /// Names of parsed files that this run has use for.
  private let used = Guarded<Set<String>>([])
  private let known: WorkbookIndex
  /// Whether its folder is there and no link: a run does without rather than fail.
  private let isUsable: Bool

  init(_ name: RoundName, inputs: InputTree, in workspace: Workspace) {
    self.workspace = workspace
    self.inputs = inputs
    let reports = workspace.absolute("Reports/\(name.programme)")
    let folder = "\(reports)/\(Self.name)/\(name.round)"
    let program = Self.program
    self.reports = reports
    self.folder = folder
    definitions = Digest.sha256(Array((program + "\n" + inputs.definitionsDigest).utf8))
    isUsable = ["\(reports)/\(Self.name)", folder, "\(folder)/\(Self.parsedName)"].allSatisfy {
      (try? OutputFolder.make($0, mode: 0o700)) != nil
    }
    let index = isUsable ? WorkbookIndex.read("\(folder)/\(WorkbookIndex.name)", program: program) : nil
    known = index ?? WorkbookIndex(program: program)
  }

  /// Other versions may understand or write otherwise, and so may the next build of this one.
  private static var program: String {
    var status = stat()
    let build =
      stat("/proc/self/exe", &status) == 0
      ? "\(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)" : ""
    let libraries = LoadedLibraries.versions.map { "\($0.name) \($0.version)" }.joined(separator: ", ")
    return "gnlc \(programVersion), \(libraries), build \(build)"
  }

  // MARK: Parsed files

  private static let parsedName = "parsed"
  private var parsed: String { "\(folder)/\(Self.parsedName)" }

  /// What a file gives: known from the last run, or read.
  /// - Parameters:
  ///   - catalogue: Tells catalogues apart, where another than the round's is read by.
  ///   - read: Reads the file.
  func ingested(_ input: InputFile, round: String, catalogue: String, read: () -> IngestedFile) -> IngestedFile {
    guard isUsable, let file = inputs[input.path] else { return read() }
    let captures = input.captures.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let key = Digest.sha256(
      Array(
        ([definitions, catalogue, round, input.path, file.sha256, input.mapping.id] + captures).joined(separator: "\n")
          .utf8))
    let path = "\(parsed)/\(key)"
    used.withLock { _ = $0.insert(key) }
    if let bytes = SealedFile.read(path) {
      var reader = ByteReader(bytes)
      if let known = try? IngestedFile(path: input.path, mapping: input.mapping.id, from: &reader) { return known }
    }
    let result = read()
    // What was read may be another file than the one whose digest is known.
    if Digest.sha256(ofFile: workspace.absolute(input.path)) == file.sha256 {
      var writer = ByteWriter()
      result.write(to: &writer)
      SealedFile.write(writer.bytes, to: path)
    }
    return result
  }

  // MARK: Workbooks

  /// Puts a workbook of the last run that was made from the same into a new release.
  /// - Parameter key: The digest of all that decides its bytes.
  /// - Returns: nil where there is none, or it is not as it was written: then it has to be made.
  func reuse(_ key: String, as path: String, in folder: String) throws(RoundsError) -> Manifest.Output? {
    guard let entry = known.workbooks[key],
      let bytes = PlainFile.contents("\(reports)/.releases/\(entry.release)/\(entry.path)"),
      Digest.sha256(bytes) == entry.sha256
    else { return nil }
    var file = try OutputFile(path: "\(folder)/\(path)")
    try file.write(bytes)
    let written = try file.finish()
    return Manifest.Output(path: path, bytes: written.bytes, sha256: written.sha256)
  }

  /// Remembers what a release that is published now consists of, and forgets what its run had no use for.
  /// - Parameter keys: By the path of a workbook in the release, the digest of all that decided its bytes.
  func keep(_ keys: [String: String], of manifest: Manifest) {
    guard isUsable else { return }
    var index = WorkbookIndex(program: known.program)
    // A run that leaves the workbooks of single cities out forgets none.
    if keys.isEmpty { index = known }
    for output in manifest.outputs {
      guard let key = keys[output.path] else { continue }
      index.workbooks[key] = .init(release: manifest.run, path: output.path, sha256: output.sha256)
    }
    index.write("\(folder)/\(WorkbookIndex.name)")
    let used = self.used.withLock { $0 }
    for name in (try? FileManager.default.contentsOfDirectory(atPath: parsed)) ?? [] where !used.contains(name) {
      unlink("\(parsed)/\(name)")
    }
  }
}
