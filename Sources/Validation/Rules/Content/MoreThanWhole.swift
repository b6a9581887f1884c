import Catalogue
import Vocabulary

/// A numerator larger than its denominator: literate persons above the population they are counted in.
///
/// Finds: such a pair in every year and breakdown in which both sides were reported in full.
/// Leaves alone: gross ratios, whose plausible range goes above 100, and ratios of different things.
struct MoreThanWhole: CityRule {
  static let code: FindingCode = "C021"
  static let passing: [RuleExample] = ["population_15plus 800 | literate_15plus 800"]
  static let failing: [RuleExample] = ["population_15plus 800 | literate_15plus 801"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for ratio in city.plan.ratios where ratio.isShare {
      guard let first = ratio.numerator.first, let whole = ratio.denominator.first else { continue }
      for series in city.series(of: first) {
        for index in series.range {
          let period = city.period(index)
          guard let above = city.sum(ratio.numerator, series.breakdown, period),
            let below = city.sum(ratio.denominator, series.breakdown, period), above.value > below.value
          else { continue }
          report.add(
            self, at: index, in: city.round, holding: above.indices + below.indices,
            [
              "part": shown(above.value), "whole": shown(below.value), "part_label": city.label(first),
              "whole_label": city.label(whole),
            ])
        }
      }
    }
  }
}
