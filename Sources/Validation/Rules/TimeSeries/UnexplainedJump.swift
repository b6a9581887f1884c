import Catalogue
import Vocabulary

/// A change so large that the figure is not published without a reason.
///
/// Finds: changes beyond the catalogue's error thresholds; a note on the row is the reason.
/// Leaves alone: new series after a break, and smaller changes (`T003`).
struct UnexplainedJump: CityRule {
  static let code: FindingCode = "T001"
  static let noteEffect = NoteEffect.explainsErrors
  static let passing: [RuleExample] = [
    "adult_literacy_rate @2024 60 | adult_literacy_rate 90", "adult_literacy_rate @2024 50 | adult_literacy_rate 90 !B",
  ]
  static let failing: [RuleExample] = [
    "adult_literacy_rate @2024 50 | adult_literacy_rate 90",
    "adult_literacy_rate @2024 50 earlier | adult_literacy_rate 90",
  ]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for series in city.series {
      let thresholds = city.plan.changes[series.variable.index]
      guard thresholds.errorAbsolute != nil || thresholds.errorRelative != nil else { continue }
      for step in city.steps(series) where city[step.later].status != .breakInSeries && thresholds.stops(step) {
        report.add(self, at: step.later, in: city.round, city.details(of: step, series.variable))
      }
    }
  }
}
