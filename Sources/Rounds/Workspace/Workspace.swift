import Catalogue
import Foundation
import Vocabulary

/// A folder with `Indicators/`, `Inputs/` and `Reports/`.
public struct Workspace: Sendable {
  public let root: String

  /// - Throws: `noInput` where the folder has no `Indicators/`.
  public init(root: String) throws(RoundsError) {
    let path = URL(fileURLWithPath: root).standardizedFileURL.path
    self.root = path
    guard isFolder("Indicators") else {
      throw RoundsError(
        .noInput, "\(root) is no workspace: it has no folder Indicators",
        cure: "run gnlc in a workspace, or name one with --workspace")
    }
  }

  /// The absolute path of a path below the workspace.
  public func absolute(_ path: String) -> String { root + "/" + path }

  /// Where to read a file: a link is followed in what an administrator set up, such as a catalogue that several workspaces share,
  /// and stays one in `Inputs/`, where others put files.
  func readable(_ path: String) -> String {
    let absolute = absolute(path)
    return path.hasPrefix(Self.guarded) ? absolute : URL(fileURLWithPath: absolute).resolvingSymlinksInPath().path
  }

  /// Inside `Inputs/` a link to a folder is none: it would lead out of the workspace. `Inputs` itself may be one.
  func isFolder(_ path: String) -> Bool {
    if path.hasPrefix(Self.guarded) { return OutputFolder.isFolder(absolute(path)) }
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: absolute(path), isDirectory: &isDirectory) && isDirectory.boolValue
  }

  /// Where others put files.
  private static let guarded = "Inputs/"

  /// Whether a programme adds to the catalogue, or replaces parts of it.
  public func hasOwnCatalogue(_ programme: String) -> Bool { exists("Inputs/\(programme)/catalogue") }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: absolute(path)) }

  /// Names in a folder in byte order, hidden ones and editors' lock files left out; none where there is no folder.
  /// - Throws: `noInput` where there is one that cannot be listed: it must not pass for an empty one.
  func names(in folder: String) throws(RoundsError) -> [String] {
    guard isFolder(folder) else { return [] }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: absolute(folder)) else {
      throw RoundsError(.noInput, "the folder \(folder) cannot be listed", cure: "check its permissions and the disk")
    }
    return names.filter { !$0.hasPrefix(".") && !$0.hasPrefix("~$") }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  /// Files anywhere below a folder, as paths below that folder, in byte order.
  /// - Throws: As ``names(in:)``.
  func files(below folder: String) throws(RoundsError) -> [String] {
    var files: [String] = []
    for name in try names(in: folder) {
      let path = "\(folder)/\(name)"
      files += isFolder(path) ? try self.files(below: path).map { "\(name)/\($0)" } : [name]
    }
    return files
  }

  func text(of path: String) throws(RoundsError) -> String {
    guard let bytes = PlainFile.contents(readable(path)) else {
      throw RoundsError(
        .noInput, "\(path) cannot be read", cure: "check that the file exists, may be read and is no symbolic link")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw RoundsError(.configuration, "\(path) is not UTF-8", cure: "save the file as UTF-8")
    }
    return text
  }

  // MARK: Programmes and rounds

  /// Ids of the programmes under `Inputs/`; none where it cannot be listed.
  public var programmes: [String] { ((try? names(in: "Inputs")) ?? []).filter { isFolder("Inputs/\($0)") } }

  /// Links inside `Inputs/`, which are not followed: a file that is one is refused, a folder that is one is not there.
  var links: [String] {
    ((try? files(below: "Inputs")) ?? []).map { "Inputs/\($0)" }.filter { path in
      var status = stat()
      return lstat(absolute(path), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }
  }

  /// Ids of a programme's rounds: the folders that have a `round.yaml`.
  /// - Throws: `noInput` where the programme's folder cannot be listed.
  public func rounds(of programme: String) throws(RoundsError) -> [String] {
    try names(in: "Inputs/\(programme)").filter {
      isFolder("Inputs/\(programme)/\($0)") && exists("Inputs/\(programme)/\($0)/round.yaml")
    }
  }

  /// Whether there is anything to run: an installed catalogue alone has no `Inputs/`.
  public var hasInputs: Bool { isFolder("Inputs") }

  /// Ids of a programme's cities, in the order of its registry.
  public func cities(of programme: String) throws(RoundsError) -> [String] {
    try CityFile.load("Inputs/\(programme)/cities.csv", in: self).cities.map(\.id)
  }

  /// Whether a round has a release that readers see.
  public func isPublished(_ name: RoundName) -> Bool { exists(name.reports) }

  // MARK: Catalogue

  /// The files of the catalogue and of a programme's own additions to it.
  public func catalogueFiles(programme: String? = nil) throws(RoundsError) -> [CatalogueFile] {
    try catalogueFiles(in: ["Indicators"] + (programme.map { ["Inputs/\($0)/catalogue"] } ?? []))
  }

  func catalogueFiles(in folders: [String]) throws(RoundsError) -> [CatalogueFile] {
    var files: [CatalogueFile] = []
    for folder in folders {
      for name in try self.files(below: folder) where name.hasSuffix(".yaml") {
        files.append(CatalogueFile(path: "\(folder)/\(name)", text: try text(of: "\(folder)/\(name)")))
      }
    }
    return files
  }

  /// A catalogue without faults.
  public func catalogue(programme: String? = nil) throws(RoundsError) -> Catalogue {
    try catalogue(try catalogueFiles(programme: programme))
  }

  func catalogue(_ files: [CatalogueFile]) throws(RoundsError) -> Catalogue {
    let outcome = CatalogueLoader.load(files)
    guard let catalogue = outcome.catalogue, outcome.faults.isEmpty else {
      throw Self.configurationError(outcome.faults)
    }
    return catalogue
  }

  static func configurationError(_ faults: [CatalogueFault]) -> RoundsError {
    let shown = faults.prefix(20).map(\.description).joined(separator: "\n")
    let more = faults.count > 20 ? "\n… and \(faults.count - 20) more" : ""
    return RoundsError(
      .configuration, shown + more,
      cure: "mend the lines named above; gnlc catalogue check lists every fault of the catalogue")
  }
}
