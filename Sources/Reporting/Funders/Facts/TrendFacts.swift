import Catalogue
import Normalisation
import Spreadsheets
import Vocabulary

/// The mean score over the years, of the cities that have one in every year shown: a city that joins moves no line.
struct TrendFacts: Sendable {
  struct Point: Sendable {
    var year: Int
    /// Of the cities with a score in every year shown.
    var mean: FixedDecimal
    /// Of all reporting cities with a score of that year.
    var meanOfAll: FixedDecimal
    var citiesOfAll: Int
  }

  /// In order of time; fewer than two are no trend.
  let points: [Point]
  /// Cities with a score in every year shown.
  let cities: Int

  private static let mostYears = 5

  init(_ results: RoundResults, _ cities: [CityID]) {
    let last = results.round.referenceYear
    let years = Array(last - Self.mostYears + 1...last)
    let assessor = Assessor(catalogue: results.catalogue, values: results.values)
    let peers = Peers(results.registry, method: results.catalogue.method)
    let scores = years.map { year -> [Double?] in
      let assessment =
        year == last
        ? results.current
        : year == results.round.comparisonYear
          ? results.previous
          : assessor.assess(
            cities: results.registry.cities.count, referenceYear: year, peers: peers)
      return cities.map { assessment.overall($0, framework: results.framework).score }
    }
    let scored = scores.last?.count { $0 != nil } ?? 0
    // As many years as at least half of today's scored cities have in common.
    var first = years.count
    var panel: [Int] = []
    for start in years.indices {
      let common = cities.indices.filter { city in scores[start...].allSatisfy { $0[city] != nil } }
      if !common.isEmpty, 2 * common.count >= scored {
        (first, panel) = (start, common)
        break
      }
    }
    self.cities = panel.count
    points = years.indices.dropFirst(first).map { index in
      let all = scores[index].compactMap { $0 }
      let common = panel.compactMap { scores[index][$0] }
      return Point(
        year: years[index], mean: Self.mean(common), meanOfAll: Self.mean(all), citiesOfAll: all.count)
    }
  }

  private static func mean(_ scores: [Double]) -> FixedDecimal {
    FixedDecimal(scores.reduce(0, +) / Double(max(1, scores.count)), decimals: 1)
  }

  /// How many years in a row, up to the last, the printed mean rose; negative where it fell.
  var run: Int {
    var length = 0
    for (earlier, later) in zip(points.dropLast(), points.dropFirst()).reversed() {
      let step = (later.mean.scaled - earlier.mean.scaled).signum()
      guard step != 0, length == 0 || length.signum() == step else { break }
      length += Int(step)
    }
    return length
  }
}
