import Crypto
import Foundation
import Vocabulary

/// The checksums that a template carries. They tell accidents; nobody's secrets hang on them.
enum Checksum {
  /// SHA-256 as 64 hexadecimal digits.
  static func of(_ text: String) -> String { SHA256.hash(data: Array(text.utf8)).hexadecimal }
}
