import ArgumentParser
import Rounds

/// The one place where errors become exit codes: sysexits, as `gnlc --help` and gnlc(1) list them.
extension ExitCode {
  /// Published, but at least one input was rejected or held back.
  static let partial = ExitCode(65)

  init(_ kind: RoundsError.Kind) {
    switch kind {
    case .noInput: self.init(66)
    case .cannotCreate: self.init(73)
    case .inputOutput: self.init(74)
    case .locked: self.init(75)
    case .configuration: self.init(78)
    }
  }
}

/// An exit code and what it tells a script.
struct ExitStatus {
  var code: Int32
  var meaning: String

  static let all = [
    ExitStatus(code: 0, meaning: "done; warnings are allowed"),
    ExitStatus(code: 1, meaning: "round diff: something changed"),
    ExitStatus(code: 64, meaning: "wrong use of the command"),
    ExitStatus(code: 65, meaning: "published, but at least one input was rejected or held back"),
    ExitStatus(code: 66, meaning: "no input found or readable"),
    ExitStatus(code: 70, meaning: "a fault of this program; nothing published"),
    ExitStatus(code: 73, meaning: "an output cannot be created"),
    ExitStatus(code: 74, meaning: "an output cannot be written: the disk is full, for instance"),
    ExitStatus(code: 75, meaning: "another run is at work; try later"),
    ExitStatus(code: 78, meaning: "a catalogue or workspace file has faults"),
    ExitStatus(code: 130, meaning: "stopped by SIGINT; nothing half published"),
    ExitStatus(code: 143, meaning: "stopped by SIGTERM; nothing half published"),
  ]
}

/// Runs `work`; what the environment refused is told and becomes the exit code.
func reportingErrors(_ log: RunLog = RunLog(.text, showsProgress: false), _ work: () throws -> Void) throws {
  do {
    try work()
  } catch let error as RoundsError {
    log.failed(error)
    throw ExitCode(error.kind)
  }
}
