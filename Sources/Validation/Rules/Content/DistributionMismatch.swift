import Catalogue
import Vocabulary

/// Categories of a distribution that do not add up to its total: expenditure by level against expenditure.
///
/// Finds: differences above half a unit for each category, where all categories were reported.
/// Leaves alone: counts, which `C022` compares, and distributions that are not complete.
struct DistributionMismatch: CityRule {
  static let code: FindingCode = "C023"
  private static let levels =
    "education_expenditure education_level=ECE 10 | education_expenditure education_level=PRI 30 "
    + "| education_expenditure education_level=LSEC 20 | education_expenditure education_level=USEC 15 "
    + "| education_expenditure education_level=TVET 10 | education_expenditure education_level=TER 10 "
    + "| education_expenditure education_level=ADULT_OTHER 5"
  static let passing: [RuleExample] = [RuleExample("education_expenditure 100 | \(levels)")]
  static let failing: [RuleExample] = [RuleExample("education_expenditure 130 | \(levels)")]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for distribution in city.plan.distributions where city.plan.kinds[distribution.variable.index] != .count {
      for series in city.series(of: distribution.variable) {
        guard
          let family = city.plan.breakdowns.families[series.breakdown.index].first(where: {
            $0.dimension == distribution.dimension && $0.addsUp
          })
        else { continue }
        let tolerance = city.thresholds.sumTolerance * Double(family.members.count)
        for index in series.range {
          guard let total = city.value(index), let parts = city.parts(of: index, family),
            abs(total - parts.sum) > tolerance
          else { continue }
          report.add(
            self, at: index, in: city.round, holding: [index] + parts.indices,
            ["total": shown(total), "sum": shown(parts.sum), "dimension": family.dimension])
        }
      }
    }
  }
}
