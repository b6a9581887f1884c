import Catalogue
import Vocabulary

/// A count of whole things with decimals: a rate in the wrong row, or a unit of thousands.
///
/// Finds: decimals in variables whose unit counts persons, schools, events and the like.
/// Leaves alone: amounts such as tonnes, hours and money.
struct FractionalCount: CityRule {
  static let code: FindingCode = "C013"
  static let passing: [RuleExample] = ["population 120000", "domestic_waste 5120.5"]
  static let failing: [RuleExample] = ["population 120.5"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for series in city.series where city.plan.kinds[series.variable.index] == .count {
      for index in series.range {
        guard let value = city.value(index), value != value.rounded() else { continue }
        report.add(self, at: index, in: city.round, ["value": shown(value)])
      }
    }
  }
}
