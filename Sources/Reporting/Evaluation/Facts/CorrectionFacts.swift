import Vocabulary

/// What those who evaluate decided about reported figures, and what became of it.
struct CorrectionFacts: Sendable {
  struct Row: Sendable {
    let record: CorrectionRecord
    /// As it is used; nil where the correction was not applied.
    let figure: Observation?
  }

  let rows: [Row]
  let applied: Int

  /// - Returns: nil where nothing was corrected: then the notes say so, and there is no page.
  init?(_ results: RoundResults) {
    guard !results.corrections.isEmpty else { return nil }
    rows = results.corrections.map { Row(record: $0, figure: results.figure(of: $0)) }
    applied = results.corrections.count { $0.outcome == .applied }
  }
}
