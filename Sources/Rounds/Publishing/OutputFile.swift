import Crypto
import Foundation

/// A file of a release while it is written: created new, hashed on the way, on disk for certain when closed.
struct OutputFile {
  let path: String
  private let descriptor: Int32
  private var hash = SHA256()
  private(set) var bytes = 0

  /// - Throws: `cannotCreate`; a file or link that is already there is never touched.
  init(path: String) throws(RoundsError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else {
      throw RoundsError(
        .cannotCreate, "\(path) cannot be created: \(Self.reason)", cure: "check the permissions of the folder")
    }
  }

  /// - Throws: `inputOutput`, for instance where the disk is full.
  mutating func write(_ data: [UInt8]) throws(RoundsError) {
    hash.update(data: data)
    bytes += data.count
    var offset = 0
    while offset < data.count {
      let written = data.withUnsafeBytes { buffer in
        Foundation.write(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        let reason = Self.reason
        close(descriptor)
        throw RoundsError(
          .inputOutput, "\(path) cannot be written: \(reason)", cure: "make room on the disk and run again")
      }
      offset += written
    }
  }

  /// Closes the file and tells what it holds.
  consuming func finish() throws(RoundsError) -> (bytes: Int, sha256: String) {
    let synced = fsync(descriptor) == 0
    let closed = close(descriptor) == 0
    guard synced, closed else {
      throw RoundsError(
        .inputOutput, "\(path) cannot be written: \(Self.reason)", cure: "make room on the disk and run again")
    }
    return (bytes, Digest.hexadecimal(hash.finalize()))
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
