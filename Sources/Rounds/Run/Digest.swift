import Crypto
import Foundation
import Vocabulary

/// SHA-256 as lower-case hexadecimal.
enum Digest {
  static func sha256(_ bytes: some DataProtocol) -> String {
    hexadecimal(SHA256.hash(data: bytes))
  }

  /// Of a regular file, read in pieces; nil where it can't be read.
  static func sha256(ofFile path: String) -> String? {
    var hash = SHA256()
    guard PlainFile.forEachPiece(of: path, { hash.update(bufferPointer: $0) }) else { return nil }
    return hexadecimal(hash.finalize())
  }

  static func hexadecimal(_ digest: some Sequence<UInt8>) -> String { digest.hexadecimal }
}
