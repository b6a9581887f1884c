import Catalogue
import Vocabulary

/// A parity index that more often comes from a mistake than from the city: one sex at half or double the other's rate.
///
/// Finds: women's over men's rate outside of `parity_plausible`, of rates that a parity index is made of.
/// Leaves alone: rates of fewer persons than `minimum_denominator`, and disparity within the bounds, which is a result.
struct ImplausibleParity: CityRule {
  static let code: FindingCode = "C046"
  static let passing: [RuleExample] = [
    "population_15plus sex=F 400 | literate_15plus sex=F 300 | population_15plus sex=M 400 | literate_15plus sex=M 350"
  ]
  static let failing: [RuleExample] = [
    "population_15plus sex=F 400 | literate_15plus sex=F 150 | population_15plus sex=M 400 | literate_15plus sex=M 350",
    "adult_literacy_rate sex=F 30 | adult_literacy_rate sex=M 90",
  ]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    let plausible = city.thresholds.parityPlausible
    for ratio in city.plan.parityRatios {
      // The rate stands under its own name or under its numerator's, wherever the city put it.
      let variables = [ratio.ready] + ratio.numerator.prefix(1)
      for pair in variables.flatMap({ city.pairsOfSexes(of: $0) }) {
        let isReady = city[pair.female].key.variable == ratio.ready
        guard let women = isReady ? city.value(pair.female) : rate(ratio, at: pair.female, in: city),
          let men = isReady ? city.value(pair.male) : rate(ratio, at: pair.male, in: city), men > 0,
          !plausible.contains(women / men)
        else { continue }
        report.add(
          self, at: pair.female, in: city.round,
          ["women": shown(women), "men": shown(men), "parity": shown((women / men * 1000).rounded() / 1000)])
      }
    }
  }

  private func rate(_ ratio: RulePlan.Ratio, at index: Int, in city: CityObservations) -> Double? {
    let key = city[index].key
    guard let above = city.sum(ratio.numerator, key.breakdown, key.period),
      let below = city.sum(ratio.denominator, key.breakdown, key.period),
      below.value >= city.thresholds.minimumDenominator
    else { return nil }
    return ratio.factor * above.value / below.value
  }
}
