import Catalogue
import Vocabulary

/// A figure of a year that the round is not about yet.
///
/// Finds: values of years after the reference year, once a variable.
/// Leaves alone: forecasts, which `C015` reports.
struct FigureOfTheFuture: CityRule {
  static let code: FindingCode = "T010"
  static let passing: [RuleExample] = ["population @2025 120000 | reference 2025"]
  static let failing: [RuleExample] = ["population @2027 120000 | reference 2025"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    guard let year = city.plan.referenceYear else { return }
    var told: VariableID?
    for index in city.indices where Int(city.period(index).year) > year && city.value(index) != nil {
      guard city[index].status != .forecast, told != city[index].key.variable else { continue }
      told = city[index].key.variable
      report.add(self, at: index, in: city.round, ["period": "\(city.period(index))", "year": "\(year)"])
    }
  }
}
