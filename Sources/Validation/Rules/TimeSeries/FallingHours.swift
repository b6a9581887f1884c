import Catalogue
import Vocabulary

/// Hours of the course that became fewer, although they are counted from the start.
///
/// Finds: module hours below those of an earlier year.
/// Leaves alone: hours that stay the same.
struct FallingHours: CityRule {
  static let code: FindingCode = "T015"
  static let passing: [RuleExample] = ["ca_hours_foundations @2024 4 | ca_hours_foundations 6"]
  static let failing: [RuleExample] = ["ca_hours_foundations @2024 6 | ca_hours_foundations 4"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for module in city.plan.modules {
      for series in city.series(of: module.variable) {
        for step in city.steps(series) where step.to < step.from {
          report.add(
            self, at: step.later, in: city.round,
            ["from": shown(step.from), "to": shown(step.to), "previous": "\(city.period(step.earlier))"])
        }
      }
    }
  }
}
