import Catalogue
import Vocabulary

/// A rate far from those of the other cities.
///
/// Finds: rates further from the median than `deviation_factor` robust deviations and `deviation_from` points.
/// Leaves alone: networks of fewer than `minimum_cities` with the rate.
struct UnusualRate: NetworkRule {
  static let code: FindingCode = "X002"
  /// Twenty cities between 80 and 89 per cent; the last one as told.
  private static func network(last: Int) -> RuleExample {
    RuleExample((0..<20).map { "c\($0 + 10):adult_literacy_rate \($0 == 19 ? last : 80 + $0 % 10)" })
  }
  static let passing = [network(last: 93)]
  static let failing = [network(last: 31)]

  func check(_ network: NetworkObservations, into report: inout RuleReport) {
    let thresholds = network.plan.thresholds.network
    for (variable, all) in network.figures.enumerated() {
      guard network.plan.isPercent[variable], let year = network.year(of: variable) else { continue }
      let figures = all.filter { $0.year == year }
      guard Double(figures.count) >= thresholds.minimumCities else { continue }
      let middle = Quantiles(figures.map(\.value)).median
      let deviation = 1.4826 * Quantiles(figures.map { abs($0.value - middle) }).median
      let fence = max(thresholds.deviationFactor * deviation, thresholds.deviationFrom)
      for figure in figures where abs(figure.value - middle) > fence {
        report.add(
          self, at: figure.index, in: network.round,
          [
            "value": shown(figure.value), "median": shown((middle * 10).rounded() / 10), "cities": "\(figures.count)",
          ])
      }
    }
  }
}
