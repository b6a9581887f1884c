import Catalogue
import Vocabulary

/// A total that is not the sum of female and male.
///
/// Leaves alone: rows where one of the three is missing.
struct SumMismatch: CityRule {
  static let code: FindingCode = "C012"

  func check(_ city: CityObservations, into report: inout RuleReport) {
    let table = city.set.breakdowns
    let tolerance = city.catalogue.rules.sumTolerance * 2
    for (variable, range) in city.byVariable where city.catalogue.unit(of: variable).kind == .count {
      for female in range {
        let breakdown = table[city[female].key.breakdown]
        guard breakdown["sex"] == "F", let femaleValue = city[female].value,
          let male = table.id(of: breakdown.setting("sex", to: "M")).flatMap({
            city.index(variable, $0, city[female].key.period)
          }), let maleValue = city[male].value,
          let total = table.id(of: breakdown.setting("sex", to: nil)).flatMap({
            city.index(variable, $0, city[female].key.period)
          }), let totalValue = city[total].value, abs(totalValue - femaleValue - maleValue) > tolerance
        else { continue }
        report.add(
          Self.code, at: total, in: city, holding: [total, female, male],
          [
            "total": CityObservations.shown(totalValue), "female": CityObservations.shown(femaleValue),
            "male": CityObservations.shown(maleValue),
          ])
      }
    }
  }
}
