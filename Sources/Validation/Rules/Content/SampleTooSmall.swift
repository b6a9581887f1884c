import Catalogue
import Vocabulary

/// A survey of so few that its margin of error hides what it should show.
///
/// Finds: numbers of persons asked below `minimum_sample`, for everyone.
/// Leaves alone: women and men of a sample that is large enough as a whole.
struct SampleTooSmall: CityRule {
  static let code: FindingCode = "C034"
  static let passing: [RuleExample] = ["volunteering_asked 100 | volunteering_yes 40"]
  static let failing: [RuleExample] = ["volunteering_asked 60 | volunteering_yes 40"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for sample in city.plan.samples {
      guard let series = city.series(sample, .total) else { continue }
      for index in series.range {
        guard let asked = city.value(index), asked < city.thresholds.content.minimumSample else { continue }
        report.add(
          self, at: index, in: city.round,
          ["asked": shown(asked), "minimum": shown(city.thresholds.content.minimumSample)])
      }
    }
  }
}
