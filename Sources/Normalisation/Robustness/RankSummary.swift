import Catalogue

/// What the draws say of one city's place.
struct RankSummary {
  /// Draws in which the city has a place.
  var draws = 0
  var interval = RankGroups.Interval(low: 0, median: 0, high: 0)
  /// Shares of these draws in the first and in the last quarter of the cities.
  var top = 0.0
  var bottom = 0.0

  /// - Parameters:
  ///   - counts: By place, how many draws gave it; position 0 counts draws without a place.
  ///   - choice: Where the interval ends.
  ///
  /// An end is the first place that at least the asked share of the draws lies at or before (quantiles of type 1): it is a place
  /// that some draw gave, never one between two.
  init(counts: [Int], _ choice: Method.Robustness) {
    draws = counts.dropFirst().reduce(0, +)
    guard draws > 0 else { return }
    interval.low = Self.quantile(choice.lower, counts, draws)
    interval.median = Self.quantile(0.5, counts, draws)
    interval.high = Self.quantile(choice.upper, counts, draws)
    let cities = counts.count - 1
    var (first, last) = (0, 0)
    for place in 1...cities {
      if 4 * (place - 1) < cities { first += counts[place] }
      if 4 * (cities - place) < cities { last += counts[place] }
    }
    top = Double(first) / Double(draws)
    bottom = Double(last) / Double(draws)
  }

  private static func quantile(_ share: Double, _ counts: [Int], _ draws: Int) -> Int {
    // The leeway keeps 0.95 of 1,000 at 950 on every machine.
    let wanted = share * Double(draws) - 1e-9
    var sum = 0
    for place in counts.indices.dropFirst() {
      sum += counts[place]
      if Double(sum) >= wanted { return place }
    }
    return counts.count - 1
  }
}
