import Catalogue
import Vocabulary

/// A part larger than its whole: literate persons above the population they are counted in.
///
/// Leaves alone: gross ratios, whose plausible range goes above 100, and ratios of different things.
struct MoreThanWhole: CityRule {
  static let code: FindingCode = "C021"

  /// Indicators whose numerator is a part of their denominator.
  private let shares: [(numerator: [VariableID], denominator: [VariableID])]

  init(catalogue: Catalogue) {
    shares = catalogue.indicators.compactMap { indicator in
      guard case .ratio(let numerator, let denominator, _, let ready) = indicator.computation,
        catalogue.units[indicator.unit].id == "percent", catalogue[ready].range.upperBound <= 100
      else { return nil }
      return (numerator, denominator)
    }
  }

  func check(_ city: CityObservations, into report: inout RuleReport) {
    let ranges = Dictionary(uniqueKeysWithValues: city.byVariable.map { ($0.variable, $0.range) })
    for (numerator, denominator) in shares {
      guard let first = numerator.first, let range = ranges[first], let whole = denominator.first else { continue }
      for index in range {
        let key = city[index].key
        func total(_ variables: [VariableID]) -> (sum: Double, indices: [Int])? {
          let indices = variables.compactMap { city.index($0, key.breakdown, key.period) }
          let values = indices.compactMap { city[$0].value }
          return values.count == variables.count ? (values.reduce(0, +), indices) : nil
        }
        guard let above = total(numerator), let below = total(denominator), above.sum > below.sum else { continue }
        report.add(
          Self.code, at: index, in: city, holding: above.indices + below.indices,
          [
            "part": CityObservations.shown(above.sum), "whole": CityObservations.shown(below.sum),
            "part_label": city.catalogue[first].id, "whole_label": city.catalogue[whole].id,
          ])
      }
    }
  }
}
