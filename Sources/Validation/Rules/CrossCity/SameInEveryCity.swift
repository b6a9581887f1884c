import Catalogue
import Vocabulary

/// A count that every city reports alike: an example in the template that nobody replaced.
///
/// Finds: one value of at least `flat_from` in all of at least `minimum_cities` cities; told at the first city.
/// Leaves alone: answers, ratings, rates and small counts.
struct SameInEveryCity: NetworkRule {
  static let code: FindingCode = "X004"
  private static func network(last: Int) -> RuleExample {
    RuleExample((0..<20).map { "c\($0 + 10):learning_place_users \($0 == 19 ? last : 1250)" })
  }
  static let passing = [network(last: 1251)]
  static let failing = [network(last: 1250)]

  func check(_ network: NetworkObservations, into report: inout RuleReport) {
    for (variable, all) in network.figures.enumerated() where network.plan.kinds[variable] == .count {
      guard let year = network.year(of: variable) else { continue }
      let figures = all.filter { $0.year == year }
      guard let first = figures.first, first.value >= network.plan.thresholds.series.flatFrom,
        Double(figures.count) >= network.plan.thresholds.network.minimumCities,
        figures.allSatisfy({ $0.value == first.value })
      else { continue }
      report.add(
        self, at: first.index, in: network.round, ["value": shown(first.value), "cities": "\(figures.count)"])
    }
  }
}
