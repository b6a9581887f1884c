import Normalisation
import Spreadsheets

/// A change of score as printed: its parts are differences of printed scores, so that they sum to the printed change.
struct PrintedScoreChange: Sendable {
  /// Decimals of every printed score.
  static let decimals = 1

  let before: Double?
  let after: Double?
  /// nil where either round has no score.
  let change: Double?
  let parts: [ScoreChange.Cause: Double]

  init(_ change: ScoreChange) {
    func scaled(_ score: Double) -> Int { Int(FixedDecimal(score, decimals: Self.decimals).scaled) }
    func points(_ scaled: Int) -> Double { Double(scaled) / 10 }
    before = change.before.map { points(scaled($0)) }
    after = change.after.map { points(scaled($0)) }
    let parts = change.parts(rounded: scaled)
    self.change = parts.map { points($0.values.reduce(0, +)) }
    self.parts = parts?.mapValues(points) ?? [:]
  }

  /// The cause of the largest part; of equal ones the first of the list. nil where nothing moved.
  var mainCause: ScoreChange.Cause? {
    let largest = ScoreChange.Cause.allCases.max { size($0) < size($1) }
    return largest.flatMap { cause in ScoreChange.Cause.allCases.first { size($0) == size(cause) && size($0) > 0 } }
  }

  private func size(_ cause: ScoreChange.Cause) -> Double { abs(parts[cause] ?? 0) }
}
