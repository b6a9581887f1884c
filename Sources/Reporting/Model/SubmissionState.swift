import Vocabulary

/// How far a city is on its way to a complete submission, the most urgent first.
public enum SubmissionState: String, CaseIterable, Sendable, Comparable {
  /// Nothing came, and the round is closed.
  case overdue
  /// Nothing came yet.
  case awaited
  /// Nothing of the file could be taken.
  case notAccepted = "not_accepted"
  /// Errors hold figures back.
  case toMend = "to_mend"
  /// Only warnings are left.
  case toReview = "to_review"
  /// All figures come from data sources, in a round to which no city sends anything itself.
  case fromSources = "from_sources"
  case complete

  public static func < (a: SubmissionState, b: SubmissionState) -> Bool {
    (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
  }
}

extension RoundResults {
  /// From the day of the run to the round's last day; negative when that has passed, nil where the round names none.
  public var daysToClose: Int? { round.closes.map { run.date.days(to: $0) } }

  private static func remaining(_ outcome: CityOutcome) -> SubmissionState {
    if outcome.errors > 0 { return .toMend }
    return outcome.warnings > 0 ? .toReview : .complete
  }

  private var waiting: SubmissionState { daysToClose ?? 0 < 0 ? .overdue : .awaited }

  private var takesSubmissions: Bool { outcomes.contains { !$0.file.isEmpty } }

  /// How far a city has come with its submission.
  public func state(of outcome: CityOutcome) -> SubmissionState {
    switch outcome.kind {
    case .notReceived: waiting
    case .rejected: .notAccepted
    case .published, .partHeld:
      // Where others submit, figures of somebody else are no answer of the city's.
      !outcome.file.isEmpty ? Self.remaining(outcome) : takesSubmissions ? waiting : .fromSources
    }
  }
}
