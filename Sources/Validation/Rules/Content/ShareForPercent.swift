import Catalogue
import Vocabulary

/// A percentage between 0 and 1 in a series whose other values are above: 0.45 where 45 was meant.
///
/// Finds: values between 0 and 1 of a percentage that is above 5 elsewhere in the city's figures.
/// Leaves alone: percentages that live below 1 throughout.
struct ShareForPercent: CityRule {
  static let code: FindingCode = "C031"
  static let passing: [RuleExample] = ["adult_literacy_rate @2024 80 | adult_literacy_rate 81"]
  static let failing: [RuleExample] = ["adult_literacy_rate @2024 80 | adult_literacy_rate 0.81"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for total in city.series where city.plan.isPercent[total.variable.index] {
      let all = city.series(of: total.variable)
      // A variable's series lie together: the first one speaks for all.
      guard all.first?.range == total.range else { continue }
      let indices = (all.first?.range.lowerBound ?? 0)..<(all.last?.range.upperBound ?? 0)
      let isUsuallyAbove = indices.contains { city.value($0).map { $0 > 5 } ?? false }
      guard isUsuallyAbove else { continue }
      for index in indices {
        guard let value = city.value(index), value > 0, value < 1 else { continue }
        report.add(self, at: index, in: city.round, ["value": shown(value), "percent": shown(value * 100)])
      }
    }
  }
}
