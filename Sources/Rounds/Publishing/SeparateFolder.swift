import Foundation

/// A folder outside of the published reports, filled out of sight and shown at once: all of a report is there, or none.
struct SeparateFolder {
  private let path: String
  let parent: String
  /// Where the files are put together: beside the folder, so that one renaming shows them.
  let staging: String

  /// - Throws: `cannotCreate` where something is there already, or where it would lie among the workspace's own files.
  init(_ folder: String, of workspace: Workspace) throws(RoundsError) {
    path = URL(fileURLWithPath: folder).standardizedFileURL.path
    parent = (path as NSString).deletingLastPathComponent
    staging = "\(parent)/.staging-\((path as NSString).lastPathComponent)"
    for name in ["Indicators", "Inputs", "Reports"] {
      // Compared as the system has them: a link must not lead in.
      let owned = URL(fileURLWithPath: workspace.absolute(name)).resolvingSymlinksInPath().path
      let place = URL(fileURLWithPath: parent).resolvingSymlinksInPath().path
      guard place != owned, !place.hasPrefix(owned + "/"), path != owned else {
        throw RoundsError(
          .cannotCreate, "\(folder) lies in the workspace's \(name)",
          cure: "name a folder elsewhere: what is published stays as it is")
      }
    }
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path))
    guard status.st_mode & S_IFMT == S_IFDIR, names?.isEmpty == true else {
      throw RoundsError(.cannotCreate, "\(folder) is not empty", cure: "name a folder that does not exist yet")
    }
  }

  /// - Throws: `cannotCreate` where the parent cannot be written.
  func prepare() throws(RoundsError) {
    do {
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      abandon()
      try FileManager.default.createDirectory(
        atPath: staging, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o750])
    } catch {
      throw RoundsError(
        .cannotCreate, "\(staging) cannot be created: \(error.localizedDescription)",
        cure: "check space and permissions")
    }
  }

  func show() throws(RoundsError) {
    try OutputFile.synchronise(folder: staging)
    // Onto an empty folder, or where there is none.
    guard rename(staging, path) == 0 else {
      throw RoundsError(
        .cannotCreate, "\(path) cannot be put in place: \(String(cString: strerror(errno)))",
        cure: "name a folder that does not exist yet")
    }
    try OutputFile.synchronise(folder: parent)
  }

  /// Removes what was put together.
  func abandon() { try? FileManager.default.removeItem(atPath: staging) }
}
