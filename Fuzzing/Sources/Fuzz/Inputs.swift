import Foundation

/// Takes an input apart into numbers and texts.
struct InputReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isAtEnd: Bool { rest.isEmpty }

  /// The next byte, 0 at the end.
  mutating func byte() -> Int { Int(rest.popFirst() ?? 0) }

  mutating func bytes(_ count: Int) -> [UInt8] {
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  /// Everything that is left.
  mutating func remainder() -> [UInt8] {
    defer { rest = [] }
    return Array(rest)
  }

  /// The pieces between bytes that no UTF-8 text has.
  mutating func pieces() -> [[UInt8]] {
    remainder().split(separator: pieceSeparator, omittingEmptySubsequences: false).map { Array($0) }
  }
}

/// Stands in no UTF-8 text.
let pieceSeparator: UInt8 = 0xFF

/// A file in memory under a name of its own, for readers that open what they read.
enum ScratchFile {
  static let path = "/dev/shm/gnlc-fuzz-\(getpid())"

  static func write(_ bytes: [UInt8], to path: String = path) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    precondition(descriptor >= 0, "no scratch file in /dev/shm")
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
      }
      precondition(count > 0, "no room in /dev/shm")
      written += count
    }
  }
}
