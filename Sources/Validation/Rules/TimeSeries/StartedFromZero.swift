import Catalogue
import Vocabulary

/// A count that starts from zero: last year was not zero but unknown.
///
/// Finds: 0 followed by a count of `zero_flip_from` or more.
/// Leaves alone: small counts, which come and go, and new series after a break.
struct StartedFromZero: CityRule {
  static let code: FindingCode = "T007"
  static let passing: [RuleExample] = ["learning_place_users @2024 0 | learning_place_users 19"]
  static let failing: [RuleExample] = ["learning_place_users @2024 0 | learning_place_users 5200"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for series in city.series where city.plan.kinds[series.variable.index] == .count {
      for step in city.steps(series) where step.from == 0 && city[step.later].status != .breakInSeries {
        guard step.flipsZero(city.thresholds.series) else { continue }
        report.add(
          self, at: step.later, in: city.round,
          ["value": shown(step.to), "previous": "\(city.period(step.earlier))"])
      }
    }
  }
}
