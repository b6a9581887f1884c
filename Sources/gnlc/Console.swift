import Foundation
import Rounds

/// What goes to whom: results to standard output, everything about the work to standard error.
enum Console {
  static func output(_ text: String) { write(text + "\n") }

  /// Without a line's end of its own.
  static func write(_ text: String) { write(text, to: STDOUT_FILENO) }

  static func message(_ text: String) {
    write(text + "\n", to: STDERR_FILENO)
  }

  /// What cannot be told, since the disk of the log is full or the reader has gone, is not: the exit code still is.
  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Whether a person watches: a terminal, and one that can do more than print.
  static var isWatched: Bool {
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// A line that the next one replaces; nothing where nobody watches.
  static func progress(_ text: String) {
    guard isWatched else { return }
    write("\r\u{1B}[K\(text)", to: STDERR_FILENO)
  }

  static func clearProgress() { progress("") }

  /// One object on one line, keys in order.
  static func json(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    output(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}
