import Catalogue
import Vocabulary

/// A value whose sign is not that of the year before: a minus forgotten, or a change for a level.
///
/// Finds: neighbours in a series of which one is negative and the other positive.
/// Leaves alone: zeros, and new series after a break.
struct SignChange: CityRule {
  static let code: FindingCode = "T005"
  static let passing: [RuleExample] = ["illiteracy_reduction_ten_years @2024 12 | illiteracy_reduction_ten_years 13"]
  static let failing: [RuleExample] = ["illiteracy_reduction_ten_years @2024 4 | illiteracy_reduction_ten_years -4"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for series in city.series {
      for step in city.steps(series) where step.from * step.to < 0 && city[step.later].status != .breakInSeries {
        report.add(self, at: step.later, in: city.round, city.details(of: step, series.variable))
      }
    }
  }
}
