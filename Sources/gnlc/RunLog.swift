import ArgumentParser
import Foundation
import Rounds

/// What is told on standard error while rounds run: to people, or a JSON object a line for programs. Times and durations stand here
/// and in no output.
struct RunLog: Sendable {
  enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text
    case json
  }

  let format: Format
  /// Whether people are told how far a run is.
  let showsProgress: Bool
  private let started = ContinuousClock.now

  init(_ format: Format, showsProgress: Bool) {
    self.format = format
    self.showsProgress = showsProgress
  }

  /// One line. Keys are in order; those that do not apply are left out. It holds codes and counts, never what a city wrote.
  struct Entry: Encodable {
    enum Event: String, Encodable {
      case started, stage, finished, failed, interrupted
    }

    var time: String
    var seconds: Double
    var event: Event
    var version: String?
    /// `demo/2026`.
    var round: String?
    /// The day that the run is made for.
    var date: String?
    var stage: String?
    var summary: RunSummary?
    var error: String?
    var cure: String?
    var signal: String?
    var exit: Int32?
  }

  func started(_ round: RoundName, date: String) {
    log(.started) {
      $0.round = "\(round)"
      $0.version = programVersion
      $0.date = date
    }
  }

  func stage(_ stage: RunStage, of round: RoundName) {
    let name = "\(round)"
    if showsProgress, format == .text { Console.progress("\(name): \(stage.rawValue)") }
    log(.stage) {
      $0.round = name
      $0.stage = stage.rawValue
    }
  }

  func finished(_ summary: RunSummary) {
    Console.clearProgress()
    log(.finished) {
      $0.round = "\(summary.programme)/\(summary.round)"
      $0.summary = summary.withoutFiles
    }
  }

  /// - Parameter round: Where others may be at work beside it.
  func failed(_ error: RoundsError, of round: RoundName? = nil) {
    Console.clearProgress()
    let name = round?.description
    guard format == .json else {
      return Console.message("gnlc: \(name.map { "\($0): " } ?? "")\(error.message)\n  \(error.cure)")
    }
    log(.failed) {
      $0.round = name
      $0.error = error.message
      $0.cure = error.cure
      $0.exit = ExitCode(error.kind).rawValue
    }
  }

  /// What is said when a signal ends the run.
  func interruption(_ name: String, _ code: Int32) -> String {
    let message = "stopped by \(name); what is published is whole"
    let cure = "run again: the next run clears away what this one left and begins anew"
    guard format == .json else { return "\ngnlc: \(message)\n  \(cure)\n" }
    return line(.interrupted) {
      $0.error = message
      $0.cure = cure
      $0.signal = name
      $0.exit = code
    } + "\n"
  }

  private func log(_ event: Entry.Event, _ fill: (inout Entry) -> Void) {
    if format == .json { Console.message(line(event, fill)) }
  }

  private func line(_ event: Entry.Event, _ fill: (inout Entry) -> Void) -> String {
    let (whole, part) = (ContinuousClock.now - started).components
    let seconds = Double(whole) + Double(part / 1_000_000_000_000_000) / 1000
    var entry = Entry(time: Date().formatted(.iso8601), seconds: seconds, event: event)
    fill(&entry)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(entry) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }
}

extension RunSummary {
  /// Counts alone: hundreds of names of files make no line of a log.
  fileprivate var withoutFiles: RunSummary {
    var copy = self
    copy.outputs = []
    copy.returned = []
    copy.refused = []
    return copy
  }
}
