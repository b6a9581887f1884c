import Catalogue
import Vocabulary

/// A rate reported ready-made that differs from the one its own numerator and denominator give.
///
/// Finds: differences above the rounding of one decimal.
/// Leaves alone: rates whose numerator or denominator is missing or zero.
struct RateMismatch: CityRule {
  static let code: FindingCode = "C030"
  static let passing: [RuleExample] = ["population_15plus 1000 | literate_15plus 754 | adult_literacy_rate 75.4"]
  static let failing: [RuleExample] = ["population_15plus 1000 | literate_15plus 754 | adult_literacy_rate 78"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for ratio in city.plan.ratios {
      for series in city.series(of: ratio.ready) {
        for index in series.range {
          let period = city.period(index)
          guard let reported = city.value(index), let above = city.sum(ratio.numerator, series.breakdown, period),
            let below = city.sum(ratio.denominator, series.breakdown, period), below.value > 0
          else { continue }
          let computed = ratio.factor * above.value / below.value
          guard abs(computed - reported) > city.thresholds.rateTolerance + 1e-9 else { continue }
          report.add(
            self, at: index, in: city.round, ["reported": shown(reported), "computed": shown(computed)])
        }
      }
    }
  }
}
