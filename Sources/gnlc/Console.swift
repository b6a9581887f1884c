import Foundation
import Rounds

/// What goes to whom: results to standard output, everything about the work to standard error.
enum Console {
  static func output(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
  }

  static func message(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// Whether a person watches: a terminal, and one that can do more than print.
  static var isWatched: Bool {
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// A line that the next one replaces; nothing where nobody watches.
  static func progress(_ text: String) {
    guard isWatched else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
  }

  static func clearProgress() { progress("") }

  /// One object on one line, keys in order.
  static func json(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    output(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}
