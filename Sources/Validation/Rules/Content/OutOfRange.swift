import Catalogue
import Vocabulary

/// A value outside of what the catalogue calls plausible for its variable.
///
/// Finds: values below or above the variable's `range`.
/// Leaves alone: hours above those of a module, which `C027` reports.
struct OutOfRange: CityRule {
  static let code: FindingCode = "C010"
  static let passing: [RuleExample] = ["mean_years_of_schooling_25plus 11.4", "population 120000"]
  static let failing: [RuleExample] = ["mean_years_of_schooling_25plus 114", "council_seats_women -3"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for series in city.series {
      let plausible = city.plan.ranges[series.variable.index]
      for index in series.range {
        guard let value = city.value(index), !plausible.contains(value) else { continue }
        if value > plausible.upperBound, city.plan.modules.contains(where: { $0.variable == series.variable }) {
          continue
        }
        report.add(
          self, at: index, in: city.round,
          [
            "value": shown(value), "low": shown(plausible.lowerBound), "high": shown(plausible.upperBound),
            "unit": city.plan.catalogue.unit(of: series.variable).id,
          ])
      }
    }
  }
}
