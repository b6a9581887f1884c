import Catalogue
import Vocabulary

/// A total that is not the sum of female and male.
///
/// Finds: differences above half a unit for each of the two parts.
/// Leaves alone: rows where one of the three is missing, and rates, which do not add up.
struct SumMismatch: CityRule {
  static let code: FindingCode = "C012"
  static let passing: [RuleExample] = ["population 1210 | population sex=F 610 | population sex=M 600"]
  static let failing: [RuleExample] = ["population 1250 | population sex=F 610 | population sex=M 600"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    let tolerance = city.thresholds.sumTolerance * 2
    for series in city.series where city.plan.kinds[series.variable.index] == .count {
      guard let sexes = city.plan.breakdowns.sexes[series.breakdown.index] else { continue }
      for total in series.range {
        guard let value = city.value(total),
          let female = city.reported(series.variable, sexes.female, city.period(total)),
          let male = city.reported(series.variable, sexes.male, city.period(total)),
          abs(value - female.value - male.value) > tolerance
        else { continue }
        report.add(
          self, at: total, in: city.round, holding: [total, female.index, male.index],
          ["total": shown(value), "female": shown(female.value), "male": shown(male.value)])
      }
    }
  }
}
