import Catalogue
import Vocabulary

/// A year in which every figure is last year's.
///
/// Finds: at least `copied_forward_from` figures of which none differs from the year before; told once, at the first.
/// Leaves alone: answers of yes and no, ratings, hours of the course and zeros, which may well stay as they are.
struct CopiedForward: CityRule {
  static let code: FindingCode = "T002"
  private static let variables = [
    "population", "population_15plus", "population_15_24", "population_25_64", "labour_force", "employed_persons",
    "unemployed_persons", "literate_15plus", "tertiary_students", "eligible_voters",
  ]
  static let passing: [RuleExample] = [
    RuleExample(variables.enumerated().flatMap { ["\($1) @2024 \(5001 + $0)", "\($1) \($0 == 9 ? 4999 : 5001 + $0)"] })
  ]
  static let failing: [RuleExample] = [
    RuleExample(variables.enumerated().flatMap { ["\($1) @2024 \(5001 + $0)", "\($1) \(5001 + $0)"] })
  ]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    var years: [(year: Int, first: Int, same: Int, other: Int)] = []
    for series in city.series {
      let kind = city.plan.kinds[series.variable.index]
      guard kind != .flag, kind != .rating, !city.plan.modules.contains(where: { $0.variable == series.variable })
      else { continue }
      for step in city.steps(series) where step.from != 0 || step.to != 0 {
        let year = Int(city.period(step.later).year)
        guard Int(city.period(step.earlier).year) == year - 1 else { continue }
        let isSame = step.from == step.to
        if let known = years.firstIndex(where: { $0.year == year }) {
          if isSame { years[known].same += 1 } else { years[known].other += 1 }
        } else {
          years.append((year, step.later, isSame ? 1 : 0, isSame ? 0 : 1))
        }
      }
    }
    for entry in years.sorted(by: { $0.year < $1.year })
    where entry.other == 0 && Double(entry.same) >= city.thresholds.series.copiedForwardFrom {
      report.add(
        self, at: entry.first, in: city.round,
        ["count": "\(entry.same)", "year": "\(entry.year)", "previous": "\(entry.year - 1)"])
    }
  }
}
