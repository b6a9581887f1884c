import Catalogue
import Vocabulary

/// A rate over so few that one person more or less moves it by points.
///
/// Finds: denominators of rates below `minimum_denominator`, above 0, beside a numerator.
/// Leaves alone: samples of surveys, which `C034` judges.
struct SmallDenominator: CityRule {
  static let code: FindingCode = "C048"
  static let passing: [RuleExample] = ["population_15plus 30 | literate_15plus 28"]
  static let failing: [RuleExample] = ["population_15plus 20 | literate_15plus 18"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for ratio in city.plan.ratios where ratio.isShare && ratio.evidence != .survey {
      guard let first = ratio.denominator.first, let counted = ratio.numerator.first,
        let series = city.series(first, .total), city.plan.kinds[first.index] == .count
      else { continue }
      for index in series.range {
        guard let below = city.sum(ratio.denominator, .total, city.period(index)), below.value > 0,
          below.value < city.thresholds.minimumDenominator,
          city.reported(counted, .total, city.period(index)) != nil
        else { continue }
        report.add(
          self, at: index, in: city.round,
          [
            "value": shown(below.value), "minimum": shown(city.thresholds.minimumDenominator),
            "rate": city.plan.catalogue[ratio.indicator].id,
          ])
      }
    }
  }
}
