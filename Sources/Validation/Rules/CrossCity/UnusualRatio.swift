import Catalogue
import Vocabulary

/// A change that is unusual among the cities' changes, for the size of the city (Hidiroglou and Berthelot, 1986).
///
/// Finds: ratios of the year to the one before whose size-weighted effect lies outside of the fences around the median effect.
/// Leaves alone: networks of fewer than `minimum_cities` with both years, zeros, and fields without spread.
struct UnusualRatio: NetworkRule {
  static let code: FindingCode = "X001"
  /// Twenty cities that grow by one to three per cent; the last one as told.
  private static func network(last: Int) -> RuleExample {
    RuleExample(
      (0..<20).flatMap { city in
        let before = 10_000 + 500 * city
        let after = city == 19 ? last : before + before * (1 + city % 3) / 100
        return ["c\(city + 10):population @2024 \(before)", "c\(city + 10):population \(after)"]
      })
  }
  static let passing = [network(last: 19_890)]
  static let failing = [network(last: 24_000)]

  func check(_ network: NetworkObservations, into report: inout RuleReport) {
    let thresholds = network.plan.thresholds.network
    for (variable, figures) in network.figures.enumerated() {
      let kind = network.plan.kinds[variable]
      guard kind == .count || kind == .amount, let year = network.year(of: variable) else { continue }
      var pairs: [(before: NetworkObservations.Figure, after: NetworkObservations.Figure)] = []
      for (before, after) in zip(figures, figures.dropFirst())
      where before.city == after.city && before.year == year - 1 && after.year == year {
        if before.value > 0, after.value > 0 { pairs.append((before, after)) }
      }
      guard Double(pairs.count) >= thresholds.minimumCities else { continue }
      let ratios = pairs.map { $0.after.value / $0.before.value }
      let middle = Quantiles(ratios).median
      let effects = zip(pairs, ratios).map { pair, ratio in
        let distance = ratio < middle ? 1 - middle / ratio : ratio / middle - 1
        return distance * raised(max(pair.before.value, pair.after.value), to: thresholds.sizeExponent)
      }
      let spread = Quantiles(effects)
      let floor = abs(thresholds.spreadFloor * spread.median)
      let below = max(spread.median - spread.lower, floor)
      let above = max(spread.upper - spread.median, floor)
      for (pair, effect) in zip(pairs, effects) {
        let distance = effect - spread.median
        let fence = thresholds.fenceFactor * (distance < 0 ? below : above)
        guard fence > 0, abs(distance) > fence else { continue }
        report.add(
          self, at: pair.after.index, in: network.round,
          [
            "from": shown(pair.before.value), "to": shown(pair.after.value),
            "ratio": shown((pair.after.value / pair.before.value * 1000).rounded() / 1000),
            "usual": shown((middle * 1000).rounded() / 1000), "cities": "\(pairs.count)",
          ])
      }
    }
  }
}
