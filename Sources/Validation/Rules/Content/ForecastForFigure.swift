import Catalogue
import Vocabulary

/// A forecast where a figure was asked for.
///
/// Finds: values of status F.
/// Leaves alone: estimates and provisional figures, which describe what has been.
struct ForecastForFigure: CityRule {
  static let code: FindingCode = "C015"
  static let passing: [RuleExample] = ["population 120000 !E"]
  static let failing: [RuleExample] = ["population 120000 !F"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for index in city.indices where city[index].status == .forecast {
      guard let value = city.value(index) else { continue }
      report.add(self, at: index, in: city.round, ["value": shown(value), "period": "\(city.period(index))"])
    }
  }
}
