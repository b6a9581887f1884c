import Foundation
import Vocabulary

/// `Reports/<programme>/audit.jsonl`: what was done to a programme's rounds, a line each, never rewritten. Every line holds the digest
/// of the one before, so that none can be changed or taken away without a trace.
struct AuditLog {
  static let name = "audit.jsonl"

  enum Event: String, Codable {
    case published, frozen, opened, pruned
  }

  struct Entry: Codable, Equatable {
    var number: Int
    var event: Event
    var round: String
    var run: String
    /// The day of the run that did it, as given.
    var date: String
    /// Of the program.
    var version: String
    /// SHA-256 of the release's manifest; empty where there is none.
    var manifest: String
    /// Why, in the words of who did it.
    var reason: String
    /// SHA-256 of the line before; empty in the first.
    var previous: String
  }

  /// A place where the chain does not hold.
  struct Break: Equatable {
    var line: Int
    var problem: String
  }

  let path: String
  private(set) var entries: [Entry] = []
  private(set) var breaks: [Break] = []
  private var last = ""
  private var lines = 0
  /// Bytes up to the end of the last whole line: what follows is a line that was never finished.
  private var wholeBytes = 0
  private let hasTail: Bool

  /// - Parameter root: The programme's folder of reports.
  init(_ root: String) {
    path = "\(root)/\(Self.name)"
    let data = FileManager.default.contents(atPath: path) ?? Data()
    hasTail = !data.isEmpty && data.last != UInt8(ascii: "\n")
    for (index, line) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let end = line.endIndex
      guard end < data.endIndex else { break }
      wholeBytes = end - data.startIndex + 1
      read(line, index + 1)
    }
  }

  private mutating func read(_ line: Data, _ number: Int) {
    defer { last = Digest.sha256(line) }
    lines = number
    guard let entry = try? JSONDecoder().decode(Entry.self, from: line) else {
      breaks.append(Break(line: number, problem: "is no entry"))
      return
    }
    if entry.previous != last { breaks.append(Break(line: number, problem: "does not follow from the line before")) }
    if entry.number != number { breaks.append(Break(line: number, problem: "has the number \(entry.number)")) }
    entries.append(entry)
  }

  /// Appends a line and waits until the disk has it. A line that an interrupted run left unfinished goes.
  /// - Throws: `inputOutput` where the file cannot be written.
  mutating func append(
    _ event: Event, round: String, run: String = "", manifest: String = "", reason: String = "", date: CalendarDate
  ) throws(RoundsError) {
    let entry = Entry(
      number: lines + 1, event: event, round: round, run: run, date: "\(date)", version: programVersion,
      manifest: manifest, reason: reason, previous: last)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let line = try? encoder.encode(entry) else { return }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    guard !hasTail || ftruncate(descriptor, off_t(wholeBytes)) == 0, lseek(descriptor, 0, SEEK_END) >= 0 else {
      throw failure()
    }
    // In one call, so that a line is there or not.
    let bytes = Array(line) + [UInt8(ascii: "\n")]
    guard Foundation.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      let failure = failure()
      _ = ftruncate(descriptor, off_t(wholeBytes))
      throw failure
    }
    entries.append(entry)
    last = Digest.sha256(line)
    lines += 1
    wholeBytes += bytes.count
  }

  /// The manifest's digest that stands for a run; nil where the log does not know it.
  func manifest(ofRun run: String) -> String? {
    entries.last { $0.event == .published && $0.run == run }?.manifest
  }

  private func failure() -> RoundsError {
    RoundsError(
      .inputOutput, "\(path) cannot be written: \(String(cString: strerror(errno)))",
      cure: "make room on the disk, check the permissions, and run again")
  }
}
