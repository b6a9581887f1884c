import Catalogue
import Vocabulary

/// A count that has been the same for years.
///
/// Finds: `flat_years` or more equal values in a row, from `flat_from` on; told at the last of them.
/// Leaves alone: small counts, and figures that are not made every year, such as samples of surveys.
struct FlatSeries: CityRule {
  static let code: FindingCode = "T014"
  static let passing: [RuleExample] = [
    "population @2022 5000 | population @2023 5000 | population @2024 5000 | population @2025 5001",
    "council_seats @2022 24 | council_seats @2023 24 | council_seats @2024 24 | council_seats @2025 24",
  ]
  static let failing: [RuleExample] = [
    "population @2022 5000 | population @2023 5000 | population @2024 5000 | population @2025 5000"
  ]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    let least = city.thresholds.series.flatFrom
    for series in city.series
    where series.breakdown == .total && city.plan.kinds[series.variable.index] == .count
      && city.plan.frequencies[series.variable.index] == .annual
    {
      var run = 1.0
      var end: (index: Int, value: Double, years: Double)?
      for step in city.steps(series) {
        run = step.from == step.to && step.to >= least ? run + 1 : 1
        if run >= city.thresholds.series.flatYears { end = (step.later, step.to, run) }
      }
      guard let end else { continue }
      report.add(self, at: end.index, in: city.round, ["value": shown(end.value), "years": shown(end.years)])
    }
  }
}
