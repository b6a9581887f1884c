import Catalogue
import Vocabulary

/// A year whose large counts are all round thousands: estimates, or thousands typed with their zeros.
///
/// Finds: at least `round_values_from` counts of `round_to` or more, every one of them a multiple of it; told once, at the first.
/// Leaves alone: years with one count that is not round.
struct RoundNumbersOnly: CityRule {
  static let code: FindingCode = "C047"
  private static let variables = [
    "population", "population_15plus", "population_15_24", "population_25_64", "labour_force", "employed_persons",
    "literate_15plus", "eligible_voters",
  ]
  static let passing: [RuleExample] = [
    RuleExample(variables.enumerated().map { "\($1) \($0 == 7 ? 8123 : 8000 + 1000 * $0)" })
  ]
  static let failing: [RuleExample] = [
    RuleExample(variables.enumerated().map { "\($1) \(8000 + 1000 * $0)" })
  ]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for tally in city.years
    where tally.round == tally.large && Double(tally.large) >= city.thresholds.content.roundValuesFrom {
      report.add(
        self, at: tally.firstLarge, in: city.round,
        ["count": "\(tally.large)", "year": "\(tally.year)", "unit": shown(city.thresholds.content.roundTo)])
    }
  }
}
