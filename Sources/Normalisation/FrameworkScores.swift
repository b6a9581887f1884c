import Catalogue
import Vocabulary

/// The nodes of one framework for all cities.
struct FrameworkScores {
  let catalogue: Catalogue
  let framework: Framework
  let entries: Entries
  let peers: Peers
  private let aggregation: Aggregation

  init(catalogue: Catalogue, framework: Framework, entries: Entries, peers: Peers) {
    self.catalogue = catalogue
    self.framework = framework
    self.entries = entries
    self.peers = peers
    aggregation = Aggregation(choice: catalogue.method.aggregation)
  }

  /// City by city: every node, then the whole framework as one more.
  func partials() -> [[Aggregation.Partial]] {
    var all = Array(
      repeating: Array(repeating: Aggregation.Partial.empty, count: framework.nodes.count + 1), count: entries.cities)
    // Children stand after their parents, so the list is worked from its end.
    for node in framework.nodes.indices.reversed() {
      let (children, indicators) = (framework.nodes[node].children, framework.nodes[node].indicators)
      let weights = framework.nodes[node].indicatorWeights
      for city in all.indices {
        all[city][node] = aggregation.combine(
          children.map { (framework.nodes[$0].weight, all[city][$0]) },
          own: indicators.indices.map { leaf(indicators[$0], weight: weights[$0], city) })
      }
      if aggregation.choice.name == .copeland { compare(node, children, indicators, weights, &all) }
    }
    let roots = framework.nodes.indices.filter { framework.nodes[$0].depth == 0 }
    let whole = framework.nodes.count
    for city in all.indices {
      all[city][whole] = aggregation.combine(roots.map { (framework.nodes[$0].weight, all[city][$0]) }, own: [])
    }
    if aggregation.choice.name == .copeland { compare(whole, roots, [], [], &all) }
    return all
  }

  private func leaf(_ id: IndicatorID, weight: Double, _ city: Int) -> Aggregation.Leaf {
    let entry = entries[city, id]
    let imputed = entries.imputed(city, id)
    return Aggregation.Leaf(
      score: entry?.score ?? imputed?.score, isScored: catalogue[id].scale != .none, isReported: entry != nil,
      isImputed: entry == nil && imputed != nil, weight: weight)
  }

  /// A node by comparing its cities in pairs; the best possible score is the upper end of the scale, the worst the lower.
  private func compare(
    _ node: Int, _ children: [Int], _ indicators: [IndicatorID], _ indicatorWeights: [Double],
    _ all: inout [[Aggregation.Partial]]
  ) {
    let cities = all.indices.filter { peers.members[$0] }
    let rows = cities.map { city in
      children.map { all[city][$0].mean }
        + indicators.map { entries[city, $0]?.score ?? entries.imputed(city, $0)?.score }
    }
    let weights = children.map { framework.nodes[$0].weight } + indicatorWeights
    let present = Double(rows.count { $0.contains { $0 != nil } })
    guard present > 1 else { return }
    let scale = catalogue.method.normalisation
    for (city, score) in zip(cities, Outranking.copeland(rows, weights: weights)) {
      all[city][node].mean = score.map {
        scale.lower + (scale.upper - scale.lower) * ($0 / (present - 1) + 1) / 2
      }
    }
  }
}
