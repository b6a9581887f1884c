import Foundation

/// A folder below `Reports/`, made with the rights that the user's umask leaves.
enum OutputFolder {
  /// Makes the folder, and those above it that are missing.
  /// - Parameter mode: Before the umask takes its part.
  /// - Throws: `cannotCreate`, also where a link stands in its place: what is written is never led elsewhere.
  static func make(_ path: String, mode: mode_t = 0o750) throws(RoundsError) {
    guard !isFolder(path) else { return }
    if mkdir(path, mode) == 0 { return }
    let reason = errno
    if reason == ENOENT, let end = path.lastIndex(of: "/"), end > path.startIndex {
      try make(String(path[..<end]), mode: mode)
      if mkdir(path, mode) == 0 { return }
    }
    if isFolder(path) { return }
    guard status(path).map({ $0.st_mode & S_IFMT == S_IFLNK }) != true else {
      throw RoundsError(
        .cannotCreate, "\(path) is a symbolic link, and nothing is written through one",
        cure: "move the link away; Reports itself may be one")
    }
    throw RoundsError(
      .cannotCreate, "\(path) cannot be created: \(String(cString: strerror(reason)))",
      cure: "check that Reports exists and may be written")
  }

  /// Whether a folder itself, no link to one, is there.
  static func isFolder(_ path: String) -> Bool { status(path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return lstat(path, &status) == 0 ? status : nil
  }
}
