import Catalogue
import Vocabulary

/// A count that falls to zero: an empty cell typed as 0, or a service that closed.
///
/// Finds: counts of `zero_flip_from` or more followed by 0.
/// Leaves alone: small counts, which come and go, and new series after a break.
struct DroppedToZero: CityRule {
  static let code: FindingCode = "T006"
  static let passing: [RuleExample] = ["learning_place_users @2024 19 | learning_place_users 0"]
  static let failing: [RuleExample] = [
    "learning_place_users @2024 5200 | learning_place_users 0",
    "learning_place_users @2024 5200 earlier | learning_place_users 0",
  ]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for series in city.series where city.plan.kinds[series.variable.index] == .count {
      for step in city.steps(series) where step.to == 0 && city[step.later].status != .breakInSeries {
        guard step.flipsZero(city.thresholds.series) else { continue }
        report.add(
          self, at: step.later, in: city.round,
          ["value": shown(step.from), "previous": "\(city.period(step.earlier))"])
      }
    }
  }
}
