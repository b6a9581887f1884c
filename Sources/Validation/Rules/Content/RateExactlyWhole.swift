import Catalogue
import Vocabulary

/// A percentage of exactly 100 or 0 for women, men and everyone.
///
/// Finds: percentages whose three figures are all 100, or all 0.
/// Leaves alone: percentages that were not reported by sex.
struct RateExactlyWhole: CityRule {
  static let code: FindingCode = "C045"
  static let passing: [RuleExample] = [
    "adult_literacy_rate 99.9 | adult_literacy_rate sex=F 99.8 | adult_literacy_rate sex=M 100"
  ]
  static let failing: [RuleExample] = [
    "adult_literacy_rate 100 | adult_literacy_rate sex=F 100 | adult_literacy_rate sex=M 100"
  ]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for pair in city.pairsOfSexes where city.plan.isPercent[city[pair.female].key.variable.index] {
      guard let women = city.value(pair.female), women == 100 || women == 0, city.value(pair.male) == women,
        let total = city.reported(city[pair.female].key.variable, .total, city.period(pair.female)),
        total.value == women
      else { continue }
      report.add(self, at: total.index, in: city.round, ["value": shown(women)])
    }
  }
}
