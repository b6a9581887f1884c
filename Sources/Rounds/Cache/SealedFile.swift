import Crypto
import Foundation

/// A file that tells whether it is as it was written: the digest of its content comes first. For what may be lost, not for what is
/// published: nobody waits for the disk, and a file that cannot be written is not there.
enum SealedFile {
  private static let sealSize = SHA256.byteCount

  /// - Returns: nil where there is no such file, or something else than was written.
  static func read(_ path: String) -> [UInt8]? {
    guard let bytes = PlainFile.contents(path), bytes.count >= sealSize else { return nil }
    let content = Array(bytes[sealSize...])
    return SHA256.hash(data: content).elementsEqual(bytes[..<sealSize]) ? content : nil
  }

  /// Only for the eyes of its owner.
  static func write(_ content: [UInt8], to path: String) {
    let temporary = "\(path).new"
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let isWritten =
      PlainFile.write(Array(SHA256.hash(data: content)), to: descriptor)
      && PlainFile.write(content, to: descriptor)
    guard close(descriptor) == 0, isWritten, rename(temporary, path) == 0 else {
      unlink(temporary)
      return
    }
  }
}
