import Catalogue
import Vocabulary

/// A figure of an election in a year without one: the last election's, carried on.
///
/// Finds: figures of elections less than `election_years` after the ones before.
/// Leaves alone: the first figure of a series.
struct ElectionEveryYear: CityRule {
  static let code: FindingCode = "T008"
  static let passing: [RuleExample] = ["voters_who_voted @2021 51000 | voters_who_voted @2025 53000"]
  static let failing: [RuleExample] = ["voters_who_voted @2024 51000 | voters_who_voted @2025 51000"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for series in city.series
    where series.breakdown == .total && city.plan.frequencies[series.variable.index] == .election {
      for step in city.steps(series) {
        let gap = Double(city.period(step.later).year - city.period(step.earlier).year)
        guard gap < city.thresholds.series.electionYears else { continue }
        report.add(
          self, at: step.later, in: city.round,
          ["value": shown(step.to), "previous": "\(city.period(step.earlier))"])
      }
    }
  }
}
