import Catalogue
import Vocabulary

/// An answer to a yes-or-no question that is neither 1 nor 0.
///
/// Finds: values between the two, such as 0.5 for "in part".
/// Leaves alone: values outside of 0 to 1, which `C010` reports.
struct AnswerNeitherYesNorNo: CityRule {
  static let code: FindingCode = "C026"
  static let passing: [RuleExample] = ["mechanism_committee 1", "mechanism_committee 0"]
  static let failing: [RuleExample] = ["mechanism_committee 0.5"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for series in city.series where city.plan.kinds[series.variable.index] == .flag {
      for index in series.range {
        guard let value = city.value(index), value > 0, value < 1 else { continue }
        report.add(self, at: index, in: city.round, ["value": shown(value)])
      }
    }
  }
}
