import Catalogue
import Vocabulary

/// A rate reported ready-made that differs from the one its own numerator and denominator give.
struct RateMismatch: CityRule {
  static let code: FindingCode = "C030"

  private let rates: [(ready: VariableID, numerator: [VariableID], denominator: [VariableID], factor: Double)]

  init(catalogue: Catalogue) {
    rates = catalogue.indicators.compactMap { indicator in
      guard case .ratio(let numerator, let denominator, let factor, let ready) = indicator.computation else { return nil }
      return (ready, numerator, denominator, factor)
    }
  }

  func check(_ city: CityObservations, into report: inout RuleReport) {
    let ranges = Dictionary(uniqueKeysWithValues: city.byVariable.map { ($0.variable, $0.range) })
    for rate in rates {
      guard let range = ranges[rate.ready] else { continue }
      for index in range {
        let key = city[index].key
        func sum(_ variables: [VariableID]) -> Double? {
          let values = variables.compactMap { city.index($0, key.breakdown, key.period).flatMap { city[$0].value } }
          return values.count == variables.count ? values.reduce(0, +) : nil
        }
        guard let reported = city[index].value, let above = sum(rate.numerator), let below = sum(rate.denominator),
          below > 0
        else { continue }
        let computed = rate.factor * above / below
        guard abs(computed - reported) > city.catalogue.rules.rateTolerance + 1e-9 else { continue }
        report.add(
          Self.code, at: index, in: city,
          ["reported": CityObservations.shown(reported), "computed": CityObservations.shown(computed)])
      }
    }
  }
}
