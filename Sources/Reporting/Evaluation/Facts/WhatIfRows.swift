import Catalogue
import Measurement
import Normalisation
import Vocabulary

/// Lays a framework out in rows: each node, its own indicators, then the nodes under it. What has no scale has no row.
struct WhatIfRows {
  private let results: RoundResults
  private let city: CityID
  private let framework: Framework
  private let nodes: [Recalculation.Node]
  private let words: FormulaWords
  private var seen: [IndicatorID: Int] = [:]
  private(set) var rows: [WhatIfRow] = []

  init(_ results: RoundResults, _ city: CityID) {
    self.results = results
    self.city = city
    let catalogue = results.catalogue
    framework = catalogue.frameworks[results.framework]
    words = FormulaWords(catalogue: catalogue, words: Words(texts: catalogue.texts, language: .english))
    let scores = catalogue.indicators.indices.map { results.current.entry(city, IndicatorID($0))?.score }
    nodes = Recalculation(catalogue, framework: results.framework).nodes(scores)
    let whole = nodes[framework.nodes.count]
    rows = [
      WhatIfRow(
        depth: 0, level: "overall", code: "all", name: words.words.both("overall"), score: whole.score,
        mean: whole.mean, coverage: whole.coverage)
    ]
    rows[0].parts = framework.nodes(atDepth: 0).compactMap { append($0) }
  }

  /// - Returns: The node's row; nil where nothing under it has a scale.
  private mutating func append(_ node: Int) -> Int? {
    let definition = framework.nodes[node]
    guard framework.indicators(under: node).contains(where: { results.catalogue[$0].scale != .none }) else {
      return nil
    }
    let row = rows.count
    let level = framework.levels.indices.contains(definition.depth) ? framework.levels[definition.depth] : ""
    rows.append(
      WhatIfRow(
        depth: definition.depth + 1, level: level, code: definition.code, name: definition.shortName,
        weight: definition.weight, score: nodes[node].score, mean: nodes[node].mean, coverage: nodes[node].coverage))
    var parts: [Int] = []
    for (indicator, weight) in zip(definition.indicators, definition.indicatorWeights)
    where results.catalogue[indicator].scale != .none {
      parts.append(append(indicator, weight: weight, depth: definition.depth + 2))
    }
    for child in definition.children {
      if let part = append(child) { parts.append(part) }
    }
    rows[row].parts = parts
    return row
  }

  private mutating func append(_ id: IndicatorID, weight: Double, depth: Int) -> Int {
    let definition = results.catalogue[id]
    let ends = words.goalposts(definition)
    let entry = results.current.entry(city, id)
    let value = entry.map { results.values.values[Int($0.value)] } ?? missing(id)
    let row = rows.count
    rows.append(
      WhatIfRow(
        depth: depth, level: "indicator", code: definition.code, name: definition.label, weight: weight,
        score: entry?.score,
        indicator: WhatIfIndicator(
          id: id, value: entry == nil ? nil : value?.value, status: value?.status,
          year: entry == nil ? nil : value.map { Int($0.key.period.year) }, zero: ends.zero ?? 0, best: ends.best ?? 0,
          first: seen[id])))
    if seen[id] == nil { seen[id] = row }
    return row
  }

  /// No value, but perhaps a stated reason.
  private func missing(_ id: IndicatorID) -> IndicatorValue? {
    TimePeriod.year(results.round.referenceYear).flatMap {
      results.values[.init(city: city, indicator: id, period: $0)]
    }
  }
}
