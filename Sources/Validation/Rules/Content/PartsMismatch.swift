import Catalogue
import Vocabulary

/// A total that is not the sum of its parts along a dimension that leaves nothing out.
///
/// Finds: differences above half a unit for each part, in education levels, zones, urban and rural, and the like.
/// Leaves alone: women and men (`C012`), overlapping groups, and totals of which a part is missing.
struct PartsMismatch: CityRule {
  static let code: FindingCode = "C022"
  static let passing: [RuleExample] = ["population 900 | population location=URBAN 600 | population location=RURAL 300"]
  static let failing: [RuleExample] = ["population 950 | population location=URBAN 600 | population location=RURAL 300"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for series in city.series where city.plan.kinds[series.variable.index] == .count {
      for family in city.plan.breakdowns.families[series.breakdown.index]
      where family.addsUp && family.dimension != "sex" {
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
