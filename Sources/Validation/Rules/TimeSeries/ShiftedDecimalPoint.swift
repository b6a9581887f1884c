import Catalogue
import Vocabulary

/// A value ten, a hundred or a thousand times the one before, or that part of it: persons for thousands of persons.
///
/// Finds: ratios within `shift_tolerance` of 10, 100 or 1000 whose larger value is at least `shift_from`.
/// Leaves alone: yes and no, ratings, and new series after a break.
struct ShiftedDecimalPoint: CityRule {
  static let code: FindingCode = "T004"
  static let passing: [RuleExample] = [
    "population @2024 120000 | population 123000", "ca_graduates @2024 3 | ca_graduates 30",
  ]
  static let failing: [RuleExample] = [
    "population @2024 120000 | population 12300", "domestic_waste @2024 51 | domestic_waste 52000",
    "population @2024 120000 earlier | population 12300",
  ]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for series in city.series {
      let kind = city.plan.kinds[series.variable.index]
      guard kind != .flag, kind != .rating else { continue }
      for step in city.steps(series) where city[step.later].status != .breakInSeries {
        guard let factor = step.shift(city.thresholds.series) else { continue }
        report.add(
          self, at: step.later, in: city.round,
          [
            "from": shown(step.from), "to": shown(step.to), "factor": shown(factor),
            "previous": "\(city.period(step.earlier))",
          ])
      }
    }
  }
}
