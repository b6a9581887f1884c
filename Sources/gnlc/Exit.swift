import ArgumentParser
import Rounds

/// The one place where errors become exit codes (sysexits, as in `gnlc --help`).
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

/// Runs `work`; what the environment refused is told and becomes the exit code.
func reportingErrors(_ log: RunLog = RunLog(.text, showsProgress: false), _ work: () throws -> Void) throws {
  do {
    try work()
  } catch let error as RoundsError {
    log.failed(error)
    throw ExitCode(error.kind)
  }
}
