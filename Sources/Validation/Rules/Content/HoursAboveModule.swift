import Catalogue
import Vocabulary

/// More hours of a course module than the module has.
///
/// Finds: hours of the City Administrator course above those of the module, which most often are hours times participants.
/// Leaves alone: modules taken in part.
struct HoursAboveModule: CityRule {
  static let code: FindingCode = "C027"
  static let passing: [RuleExample] = ["ca_hours_foundations 6", "ca_hours_foundations 2.5"]
  static let failing: [RuleExample] = ["ca_hours_foundations 72"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for module in city.plan.modules {
      for series in city.series(of: module.variable) {
        for index in series.range {
          guard let value = city.value(index), value > module.hours else { continue }
          report.add(
            self, at: index, in: city.round, ["value": shown(value), "hours": shown(module.hours)])
        }
      }
    }
  }
}
