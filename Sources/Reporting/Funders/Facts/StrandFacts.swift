import Catalogue
import Normalisation
import Spreadsheets
import Vocabulary

/// A strand of the Cork Call to Action: the plain mean of its measures' scores, of the cities that have enough of them.
struct StrandFacts: Sendable {
  struct Measure: Sendable {
    var indicator: IndicatorID
    var scores: NodeFacts
  }

  let code: CodeList.Code
  let scores: NodeFacts
  /// nil where too few cities have a score for a distribution.
  let quartiles: PeerFacts.Quartiles?
  /// Measures of the round's framework with a scale, the lowest mean first; those without any score last.
  let measures: [Measure]

  static func all(_ results: RoundResults, _ cities: [CityID]) -> [StrandFacts] {
    guard let list = results.catalogue.list("strands") else { return [] }
    let framework = results.catalogue.frameworks[results.framework].allIndicators
    return list.codes.compactMap { code in
      let own = framework.filter { results.catalogue[$0].strand == code.id && results.catalogue[$0].scale != .none }
      return own.isEmpty ? nil : StrandFacts(code, own, results, cities)
    }
  }

  private init(_ code: CodeList.Code, _ indicators: [IndicatorID], _ results: RoundResults, _ cities: [CityID]) {
    self.code = code
    let minimum = results.catalogue.method.minimumCoverage - 1e-9
    func score(_ assessment: Assessment, _ city: CityID) -> Double? {
      let scores = indicators.compactMap { assessment.entry(city, $0)?.score }
      guard !scores.isEmpty, Double(scores.count) / Double(indicators.count) >= minimum else { return nil }
      return scores.reduce(0, +) / Double(scores.count)
    }
    let own = cities.map { city in
      NodeFacts.CityScore(
        now: score(results.current, city), before: score(results.previous, city),
        reported: indicators.count { results.current.entry(city, $0) != nil }, expected: indicators.count)
    }
    scores = NodeFacts(node: nil, own)
    quartiles = PeerFacts.Quartiles(own.compactMap(\.now))
    let measures = indicators.map { Measure(indicator: $0, scores: NodeFacts(results, cities, indicator: $0)) }
    self.measures = measures.sorted {
      ($0.scores.mean?.scaled ?? .max, $0.indicator) < ($1.scores.mean?.scaled ?? .max, $1.indicator)
    }
  }

  /// The lowest measures that at least half of the cities report.
  func lowest(_ limit: Int) -> [Measure] {
    Array(measures.lazy.filter { $0.scores.mean != nil && 2 * $0.scores.scored >= $0.scores.expected }.prefix(limit))
  }
}
