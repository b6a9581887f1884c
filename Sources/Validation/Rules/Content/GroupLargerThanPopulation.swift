import Catalogue
import Vocabulary

/// An age group, or another group of residents, larger than the population it lives in.
///
/// Finds: groups named in `rules.yaml` under `population_groups`, for everyone and for women and men.
/// Leaves alone: years in which one of the two is missing.
struct GroupLargerThanPopulation: CityRule {
  static let code: FindingCode = "C024"
  static let passing: [RuleExample] = ["population 1000 | population_15plus 800 | population_15_24 150"]
  static let failing: [RuleExample] = [
    "population 1000 | population_15plus 1100", "population_15plus 800 | population_15_24 900",
  ]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for group in city.plan.groups {
      for part in group.parts {
        for series in city.series(of: part) {
          for index in series.range {
            guard let value = city.value(index),
              let whole = city.reported(group.whole, series.breakdown, city.period(index)), value > whole.value
            else { continue }
            report.add(
              self, at: index, in: city.round, holding: [index, whole.index],
              [
                "part": shown(value), "whole": shown(whole.value), "part_label": city.label(part),
                "whole_label": city.label(group.whole),
              ])
          }
        }
      }
    }
  }
}
