import Catalogue
import Vocabulary

/// A year in which every figure is provisional: a status copied down the column.
///
/// Finds: at least `provisional_from` values of one year, all of status P; told once, at the first.
/// Leaves alone: years with one final figure.
struct AllProvisional: CityRule {
  static let code: FindingCode = "C039"
  private static let variables = [
    "population", "population_15plus", "population_15_24", "population_25_64", "labour_force", "employed_persons",
    "unemployed_persons", "literate_15plus", "tertiary_students", "eligible_voters",
  ]
  static let passing: [RuleExample] = [
    RuleExample(variables.enumerated().map { "\($1) \(5000 + $0) \($0 == 0 ? "!A" : "!P")" })
  ]
  static let failing: [RuleExample] = [RuleExample(variables.enumerated().map { "\($1) \(5000 + $0) !P" })]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for tally in city.years
    where tally.provisional == tally.values && Double(tally.values) >= city.thresholds.content.provisionalFrom {
      report.add(self, at: tally.first, in: city.round, ["count": "\(tally.values)", "year": "\(tally.year)"])
    }
  }
}
