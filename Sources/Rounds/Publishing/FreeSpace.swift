import Foundation

/// Whether a round's reports have room on the disk: better said at the start than found out in the middle of the night.
struct FreeSpace {
  /// Four times what was sent, and something for the workbooks of few cities.
  static func needed(forInputs bytes: Int) -> UInt64 { UInt64(4 * bytes) + 32 << 20 }

  /// - Returns: nil where the system does not say.
  static func free(at path: String) -> UInt64? {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return nil }
    return UInt64(status.f_bavail) * UInt64(status.f_frsize)
  }

  /// - Throws: `inputOutput` where there is less than needed.
  static func check(_ free: UInt64?, needed: UInt64, at path: String) throws(RoundsError) {
    guard let free, free < needed else { return }
    throw RoundsError(
      .inputOutput, "\(path) has \(free >> 20) MB free, and this round wants \(needed >> 20) MB; nothing was begun",
      cure: "make room on that disk and run again; gnlc prune --dry-run tells what old releases take")
  }
}
