import Foundation
import Vocabulary

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

  /// The release's manifest where it was made before and is whole, as far as names and sizes tell; nil where there is work to do.
  func standing() -> Manifest? {
    guard let manifest = Manifest.read(final), manifest.run == runID,
      manifest.outputs.allSatisfy({ OutputFile.size("\(final)/\($0.path)") == $0.bytes }),
      OutputFile.size("\(final)/\(Checksums.name)") != nil
    else { return nil }
    return manifest
  }

  /// Notes in the programme's log that the release is shown, if that is not its last word on the round already: the run before may
  /// have ended between the two.
  func record(_ manifest: Manifest, date: CalendarDate) throws(RoundsError) {
    var log = AuditLog(root)
    guard log.entries.last(where: { $0.round == round && $0.event == .published })?.run != runID else { return }
    try log.append(
      .published, round: round, run: runID, manifest: Digest.sha256(ofFile: "\(final)/\(Manifest.name)") ?? "",
      date: date)
  }

  /// Makes an empty staging folder; what interrupted runs left goes, since the caller holds the programme's lock.
  func prepare() throws(RoundsError) {
    try OutputFolder.make(store)
    do {
      for name in try FileManager.default.contentsOfDirectory(atPath: store)
      where name.hasPrefix(".staging-") || name.hasPrefix(".link-") {
        try FileManager.default.removeItem(atPath: "\(store)/\(name)")
      }
    } catch {
      throw RoundsError(
        .cannotCreate, "what an interrupted run left in \(store) cannot be removed: \(error.localizedDescription)",
        cure: "remove \(store)/.staging-* by hand, and check whose it is")
    }
    try OutputFolder.make(staging)
  }

  /// Shows the release; the ones before stay until they are pruned.
  func publish() throws(RoundsError) {
    if FileManager.default.fileExists(atPath: final) {
      // Made from the same inputs, and not whole any more, or else there would be nothing to do.
      try? FileManager.default.removeItem(atPath: final)
    }
    try OutputFile.synchronise(folder: staging)
    try move(staging, final)
    try OutputFile.synchronise(folder: store)
    try show()
  }

  /// Lets the round's link point to the release, which is whole.
  func show() throws(RoundsError) {
    let target = ".releases/\(runID)"
    guard (try? FileManager.default.destinationOfSymbolicLink(atPath: link)) != target else { return }
    let temporary = "\(store)/.link-\(runID)"
    unlink(temporary)
    guard symlink(target, temporary) == 0 else { throw failure("\(link) cannot be linked") }
    try move(temporary, link)
    try OutputFile.synchronise(folder: root)
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
}
