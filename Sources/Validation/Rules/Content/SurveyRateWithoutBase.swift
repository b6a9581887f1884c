import Catalogue
import Vocabulary

/// A percentage of a survey that does not say how many were asked.
///
/// Finds: ready-made survey rates without the number of persons asked in the same year.
/// Leaves alone: rates of registers and accounts, and women's and men's rates beside a total.
struct SurveyRateWithoutBase: CityRule {
  static let code: FindingCode = "C035"
  static let passing: [RuleExample] = ["volunteering_rate 41.2 | volunteering_asked 640"]
  static let failing: [RuleExample] = ["volunteering_rate 41.2"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for ratio in city.plan.ratios where ratio.evidence == .survey {
      guard let series = city.series(ratio.ready, .total), let base = ratio.denominator.first else { continue }
      for index in series.range {
        guard let rate = city.value(index), city.sum(ratio.denominator, .total, city.period(index)) == nil
        else { continue }
        report.add(self, at: index, in: city.round, ["rate": shown(rate), "needed": city.label(base)])
      }
    }
  }
}
