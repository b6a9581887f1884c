import Catalogue
import Vocabulary

/// A year left out between two others.
///
/// Finds: gaps in the totals of yearly figures without a row that says why.
/// Leaves alone: figures of surveys and elections, which are not made every year.
struct YearLeftOut: CityRule {
  static let code: FindingCode = "T013"
  static let passing: [RuleExample] = ["population @2023 118000 | population @2024 - !L | population @2025 120000"]
  static let failing: [RuleExample] = ["population @2023 118000 | population @2025 120000"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for series in city.series
    where series.breakdown == .total && city.plan.frequencies[series.variable.index] == .annual {
      var previous: TimePeriod?
      for index in series.range where city.period(index).isAnnual {
        let period = city.period(index)
        defer { previous = period }
        guard let previous, period.span == 1, period.year - previous.year > 1 else { continue }
        report.add(self, at: index, in: city.round, ["previous": "\(previous)", "period": "\(period)"])
      }
    }
  }
}
