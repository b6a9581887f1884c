import Catalogue
import Vocabulary

/// The published scores with one indicator less, for every indicator.
struct InfluenceAnalysis {
  let tree: ScoreTree
  /// The method's own normalisation and aggregation.
  let alternative: Alternative
  /// Cities by row.
  let rows: [Int]
  /// Rows with a place.
  let ranked: [Int]
  let standings: Robustness.Ranking

  /// City by city, indicator by indicator.
  var influences: [Robustness.Influence] {
    guard !ranked.isEmpty else { return [] }
    var indicators: [IndicatorID] = []
    for leaf in tree.leaves where !indicators.contains(leaf) { indicators.append(leaf) }
    let intervals = Dictionary(
      uniqueKeysWithValues: standings.standings.compactMap { standing in
        standing.interval.map { (standing.city, $0) }
      })
    let full = scores(without: nil)
    let places = RankDraws.places(full)
    let columns = indicators.concurrentMap { id -> [Robustness.Influence?] in
      let scores = scores(without: id)
      let moved = RankDraws.places(scores)
      return ranked.indices.map { position in
        guard let before = full[position], let after = scores[position] else { return nil }
        let city = CityID(rows[ranked[position]])
        let place = Int(moved[position])
        return Robustness.Influence(
          city: city, indicator: id, score: before, without: after, move: place - Int(places[position]),
          leavesInterval: intervals[city].map { place < $0.low || place > $0.high } ?? false)
      }
    }
    return ranked.indices.flatMap { position in columns.compactMap { $0[position] } }
  }

  private func scores(without left: IndicatorID?) -> [Double?] {
    var scorer = TreeScorer(tree, cities: rows.count)
    scorer.score(alternative, weights: tree.weights, without: left)
    return ranked.map { scorer.score(tree.whole, city: $0, alternative) }
  }

  /// Indicator by indicator, the most influential first.
  static func summaries(of influences: [Robustness.Influence]) -> [Robustness.Summary] {
    var order: [IndicatorID] = []
    var byIndicator: [IndicatorID: [Robustness.Influence]] = [:]
    for influence in influences {
      if byIndicator[influence.indicator] == nil { order.append(influence.indicator) }
      byIndicator[influence.indicator, default: []].append(influence)
    }
    let summaries = order.compactMap { id -> Robustness.Summary? in
      // The first of several equals, so that the answer does not depend on who is asked first.
      guard let all = byIndicator[id], var largest = all.first else { return nil }
      for influence in all where abs(influence.change) > abs(largest.change) { largest = influence }
      let count = Double(all.count)
      return Robustness.Summary(
        indicator: id, cities: all.count, meanChange: all.reduce(0) { $0 + abs($1.change) } / count,
        largestChange: largest.change, largestCity: largest.city, moved: all.count { $0.move != 0 },
        meanMove: Double(all.reduce(0) { $0 + abs($1.move) }) / count, largestMove: all.map { abs($0.move) }.max() ?? 0,
        leaving: all.count { $0.leavesInterval })
    }
    return summaries.enumerated().sorted {
      ($1.element.meanChange, $0.offset) < ($0.element.meanChange, $1.offset)
    }.map(\.element)
  }
}
