import Vocabulary

/// Who submitted, what is left to do, and how long there is for it.
struct DeadlineFacts: Sendable {
  struct Row: Sendable {
    var outcome: RoundResults.CityOutcome
    var state: SubmissionState
  }

  /// The most urgent first, then in the order of the registry.
  let rows: [Row]
  let daysToClose: Int?

  init(_ results: RoundResults) {
    daysToClose = results.daysToClose
    rows = results.outcomes.map { Row(outcome: $0, state: results.state(of: $0)) }
      .sorted { ($0.state, $0.outcome.city) < ($1.state, $1.outcome.city) }
  }

  func count(_ state: SubmissionState) -> Int { rows.count { $0.state == state } }
}
