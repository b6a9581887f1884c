import Foundation

/// One run of a programme at a time: two would publish over each other.
///
/// The kernel holds the lock for the process and lets it go when the process ends, however it ends: there is nothing to clean up.
final class RunLock {
  private let descriptor: Int32

  /// - Parameter folder: The programme's folder of reports; made where it is missing.
  /// - Throws: `locked` while another run has it; `cannotCreate` where the folder cannot be written.
  init(folder: String) throws(RoundsError) {
    try OutputFolder.make(folder)
    let path = "\(folder)/.lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else {
      throw RoundsError(
        .cannotCreate, "\(path) cannot be created: \(String(cString: strerror(errno)))",
        cure: "check that Reports exists and may be written")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw RoundsError(
        .locked, "another run of this programme is at work (\(path) is locked)",
        cure: "wait until it ends, and run again; nothing needs to be removed")
    }
  }

  deinit { close(descriptor) }
}
