import Vocabulary

extension RoundResults {
  /// The corrections that figures rest on, by position in the observations.
  var correctionsOfFigures: [Int: CorrectionRecord] {
    corrections.reduce(into: [:]) { found, record in
      if record.outcome == .applied, let index = observations.index(record.correction) { found[index] = record }
    }
  }

  /// The figure as it is used; nil where the correction was not applied.
  func figure(of record: CorrectionRecord) -> Observation? {
    record.outcome == .applied ? observations.figure(record.correction) : nil
  }
}
