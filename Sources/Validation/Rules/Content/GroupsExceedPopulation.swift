import Catalogue
import Vocabulary

/// Groups that share nobody and together are more than the population: 15 to 24 and 25 to 64 above 15 and over.
///
/// Finds: the sum of the `disjoint` groups of `rules.yaml` above their whole.
/// Leaves alone: years in which one of them is missing, and single groups that are too large (`C024`).
struct GroupsExceedPopulation: CityRule {
  static let code: FindingCode = "C025"
  static let passing: [RuleExample] = ["population_15plus 800 | population_15_24 150 | population_25_64 500"]
  static let failing: [RuleExample] = ["population_15plus 800 | population_15_24 350 | population_25_64 500"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for group in city.plan.groups where group.disjoint.count > 1 {
      for series in city.series(of: group.whole) {
        for index in series.range {
          guard let whole = city.value(index),
            let parts = city.sum(group.disjoint, series.breakdown, city.period(index)), parts.value > whole,
            !parts.indices.contains(where: { (city.value($0) ?? 0) > whole })
          else { continue }
          report.add(
            self, at: index, in: city.round, holding: [index] + parts.indices,
            [
              "sum": shown(parts.value), "whole": shown(whole), "whole_label": city.label(group.whole),
              "parts": group.disjoint.map { city.label($0) }.joined(separator: ", "),
            ])
        }
      }
    }
  }
}
