import Catalogue
import Vocabulary

/// A total without a value although all its parts have one.
///
/// Finds: complete dimensions all of whose codes have a value in a year in which the total has none.
/// Leaves alone: totals that are suppressed on purpose.
struct TotalMissing: CityRule {
  static let code: FindingCode = "C016"
  static let passing: [RuleExample] = ["population 1210 | population sex=F 610 | population sex=M 600"]
  static let failing: [RuleExample] = ["population - !O | population sex=F 610 | population sex=M 600"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for series in city.series where city.plan.kinds[series.variable.index] == .count {
      let families = city.plan.breakdowns.families[series.breakdown.index]
      guard !families.isEmpty else { continue }
      for index in series.range where city.value(index) == nil && city[index].status != .suppressed {
        for family in families where family.addsUp {
          guard let parts = city.parts(of: index, family) else { continue }
          report.add(
            self, at: index, in: city.round, ["sum": shown(parts.sum), "dimension": family.dimension])
          break
        }
      }
    }
  }
}
