import Catalogue
import Normalisation
import Spreadsheets
import Vocabulary

/// How the reporting cities spread on the framework: the quartiles of each node, computed once for all cards.
struct PeerFacts: Sendable {
  /// The middle half of the cities with a score.
  struct Quartiles: Sendable {
    var cities: Int
    var lower: FixedDecimal
    var median: FixedDecimal
    var upper: FixedDecimal
  }

  /// Fewer scores are no distribution.
  static let fewest = 4

  /// Cities of about a city's size.
  struct Similar: Sendable {
    /// All of them, also those without a score, in the order of the registry.
    var cities: [CityID]
    /// Residents of the smallest and of the largest of them.
    var fewest: Int
    var most: Int
    var quartiles: Quartiles
  }

  /// Within half and twice as many residents cities count as similar.
  private static let span = 2.0

  /// Residents and overall score of the cities that told both or the first.
  private let sizes: [(city: CityID, residents: Double, score: Double?)]
  /// Overall, then by node.
  private let overall: Quartiles?
  private let nodes: [Quartiles?]
  /// Overall changes of the cities with both years, the largest first, in tenths of a point.
  private let gains: [Int64]

  init(_ results: RoundResults, _ cities: [CityID]) {
    func quartiles(_ node: Int?) -> Quartiles? {
      Quartiles(cities.compactMap { results.current.score($0, results.framework, node).score })
    }
    overall = quartiles(nil)
    let population = Population(results)
    sizes = cities.compactMap { city in
      population.residents(of: city).map {
        (city, $0, results.current.overall(city, framework: results.framework).score)
      }
    }
    nodes = results.catalogue.frameworks[results.framework].nodes.indices.map { quartiles($0) }
    gains = cities.compactMap { city -> Int64? in
      guard let now = results.current.overall(city, framework: results.framework).score,
        let before = results.previous.overall(city, framework: results.framework).score
      else { return nil }
      return FixedDecimal(now - before, decimals: 1).scaled
    }.sorted(by: >)
  }

  /// nil where fewer than ``fewest`` cities have a score.
  func quartiles(_ node: Int?) -> Quartiles? { node.map { nodes[$0] } ?? overall }

  /// The city's likes by number of residents, itself among them.
  /// - Returns: nil where its own number is not known or fewer than ``fewest`` of them have a score.
  func similar(to city: CityID) -> Similar? {
    guard let own = sizes.first(where: { $0.city == city })?.residents else { return nil }
    let near = sizes.filter { $0.residents * Self.span >= own && $0.residents <= own * Self.span }
    guard let quartiles = Quartiles(near.compactMap(\.score)), let fewest = near.map(\.residents).min(),
      let most = near.map(\.residents).max()
    else { return nil }
    return Similar(
      cities: near.map(\.city), fewest: Int(fewest.rounded()), most: Int(most.rounded()), quartiles: quartiles)
  }

  /// The place of a gain, from 1, if it is one of the three largest and no other city shares it.
  func place(ofGain gain: FixedDecimal) -> Int? {
    guard gain.scaled > 0, gains.count >= Self.fewest, let index = gains.firstIndex(of: gain.scaled), index < 3,
      gains.count(where: { $0 == gain.scaled }) == 1
    else { return nil }
    return index + 1
  }
}

extension PeerFacts.Quartiles {
  /// By linear interpolation between the ordered scores (R type 7, Excel's PERCENTILE.INC).
  init?(_ scores: [Double]) {
    guard scores.count >= PeerFacts.fewest else { return nil }
    let sorted = scores.sorted()
    func quantile(_ share: Double) -> FixedDecimal {
      let position = share * Double(sorted.count - 1)
      let low = Int(position)
      let high = min(low + 1, sorted.count - 1)
      return FixedDecimal(sorted[low] + (position - Double(low)) * (sorted[high] - sorted[low]), decimals: 1)
    }
    self.init(cities: scores.count, lower: quantile(0.25), median: quantile(0.5), upper: quantile(0.75))
  }
}
