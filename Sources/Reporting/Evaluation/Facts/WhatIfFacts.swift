import Catalogue
import Measurement
import Normalisation
import Vocabulary

/// The figures of one city as the framework asks for them, with every step from a value to the overall score: what a reader needs who
/// wants to see what another value would do.
struct WhatIfFacts: Sendable {
  let city: CityID
  /// The overall score first, then each node with its own indicators and what is under it.
  let rows: [WhatIfRow]

  /// - Parameter city: nil for the one that the round names, else the one nearest the network's mean.
  /// - Returns: nil where the method looks at other cities, or no city has figures.
  init?(_ results: RoundResults, city: CityID? = nil) {
    guard results.catalogue.method.isRecalculable, let city = city ?? Self.chosen(results) else { return nil }
    self.city = city
    rows = WhatIfRows(results, city).rows
    guard rows.contains(where: { $0.indicator != nil }) else { return nil }
  }

  /// The overall score.
  var overall: WhatIfRow { rows[0] }

  /// Neither the best nor the worst, so that nobody is singled out: nearest the mean of what is published, the first of several; without
  /// any score the first city that reports.
  private static func chosen(_ results: RoundResults) -> CityID? {
    let cities = results.reportingCities
    if let named = results.round.whatIf.flatMap(results.registry.id(of:)), cities.contains(named) { return named }
    let scored = cities.compactMap { city in
      results.current.overall(city, framework: results.framework).score.map { (city: city, score: $0) }
    }
    let mean = scored.reduce(0) { $0 + $1.score } / Double(max(1, scored.count))
    return scored.min { (abs($0.score - mean), $0.city) < (abs($1.score - mean), $1.city) }?.city ?? cities.first
  }
}

/// The overall score, a node or an indicator of the framework.
struct WhatIfRow: Sendable {
  /// Nodes above it; the overall score has none.
  var depth: Int
  /// `overall`, `area`, …, `indicator`.
  var level: String
  var code: String
  var name: LocalizedText
  /// Among what stands directly under the same node; nil for the overall score.
  var weight: Double?
  /// Rows that the score is a mean of.
  var parts: [Int] = []
  /// As computed; nil for nodes below the minimum coverage and indicators without a value.
  var score: Double?
  /// Of a node before the question whether enough is there.
  var mean: Double?
  /// Share of what has a score, by weight; 0 to 1.
  var coverage: Double?
  var indicator: WhatIfIndicator?
}

/// What an indicator's row has beyond.
struct WhatIfIndicator: Sendable {
  var id: IndicatorID
  /// As computed, before it is rounded for print.
  var value: Double?
  /// Why there is none.
  var status: ObservationStatus?
  var year: Int?
  var zero: Double
  var best: Double
  /// The row in which the same indicator stands before, under another node.
  var first: Int?
}
