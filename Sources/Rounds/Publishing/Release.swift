import Foundation

/// The folder of one run's outputs, put together out of sight and shown by one switch of a link.
///
///     Reports/demo/2026 → .releases/2026-7c41e09ab2d5
///
/// A reader of `Reports/demo/2026` sees the old release or the new one, never half of either.
struct Release {
  let root: String
  let round: String
  let runID: String

  private var store: String { "\(root)/.releases" }
  /// Where the files are put together.
  var staging: String { "\(store)/.staging-\(runID)" }
  private var final: String { "\(store)/\(runID)" }
  private var link: String { "\(root)/\(round)" }

  /// Makes an empty staging folder; what an earlier run left there goes.
  func prepare() throws(RoundsError) {
    do {
      try FileManager.default.createDirectory(
        atPath: store, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
      if FileManager.default.fileExists(atPath: staging) { try FileManager.default.removeItem(atPath: staging) }
      try FileManager.default.createDirectory(
        atPath: staging, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o750])
    } catch {
      throw RoundsError(
        .cannotCreate, "\(staging) cannot be created: \(error.localizedDescription)",
        cure: "check that Reports exists and may be written")
    }
  }

  /// Makes a folder inside the staging one, for files of one kind; it is shown and removed with the release.
  static func makeFolder(_ name: String, in staging: String) throws(RoundsError) {
    do {
      try FileManager.default.createDirectory(
        atPath: "\(staging)/\(name)", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
    } catch {
      throw RoundsError(
        .cannotCreate, "\(staging)/\(name) cannot be created: \(error.localizedDescription)",
        cure: "check that Reports may be written")
    }
  }

  /// Shows the release and removes the round's earlier ones.
  func publish() throws(RoundsError) {
    if FileManager.default.fileExists(atPath: final) {
      // The same run again: its files are equal, byte by byte.
      try? FileManager.default.removeItem(atPath: final)
    }
    try move(staging, final)
    let target = ".releases/\(runID)"
    let temporary = "\(store)/.link-\(runID)"
    unlink(temporary)
    guard symlink(target, temporary) == 0 else { throw failure("\(link) cannot be linked") }
    try move(temporary, link)
    removeEarlier()
  }

  /// Removes the staging folder after a failure; the published release is untouched.
  func abandon() { try? FileManager.default.removeItem(atPath: staging) }

  private func move(_ from: String, _ to: String) throws(RoundsError) {
    guard rename(from, to) == 0 else { throw failure("\(to) cannot be put in place") }
  }

  private func failure(_ message: String) -> RoundsError {
    RoundsError(
      .cannotCreate, "\(message): \(String(cString: strerror(errno)))",
      cure: "move away what stands at \(link) if it is no link, and check the permissions")
  }

  private func removeEarlier() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: store)) ?? []
    for name in names where name != runID && (name.hasPrefix("\(round)-") || name.hasPrefix(".staging-\(round)-")) {
      try? FileManager.default.removeItem(atPath: "\(store)/\(name)")
    }
  }
}
