import Normalisation
import Spreadsheets
import Vocabulary

/// One node of the framework over all reporting cities; without a node, the overall score.
///
/// The change is that of the cities with a score in both years, so that a city which joins or stays away moves no mean.
struct NodeFacts: Sendable {
  let node: Int?
  /// Cities with a score in the reference year, and their mean.
  private(set) var scored = 0
  private(set) var mean: FixedDecimal?
  /// Cities with a score in both years, their means and the change, computed before rounding.
  private(set) var compared = 0
  private(set) var comparedPrevious: FixedDecimal?
  private(set) var comparedCurrent: FixedDecimal?
  private(set) var change: FixedDecimal?
  /// Cities whose printed change is above, and below, zero.
  private(set) var improved = 0
  private(set) var worsened = 0
  /// Measures under the node, over all reporting cities.
  private(set) var reported = 0
  private(set) var expected = 0
  /// Scored cities under 50.
  private(set) var under50 = 0

  init(_ results: RoundResults, _ cities: [CityID], node: Int?) {
    self.init(
      node: node,
      cities.lazy.map { city in
        let now = results.current.score(city, results.framework, node)
        return CityScore(
          now: now.score, before: results.previous.score(city, results.framework, node).score,
          reported: now.reported, expected: now.expected)
      })
  }

  /// A single indicator, which has no node.
  init(_ results: RoundResults, _ cities: [CityID], indicator: IndicatorID) {
    self.init(
      node: nil,
      cities.lazy.map { city in
        let entry = results.current.entry(city, indicator)
        return CityScore(
          now: entry?.score, before: results.previous.entry(city, indicator)?.score, reported: entry == nil ? 0 : 1,
          expected: 1)
      })
  }

  /// One city's part in a mean.
  struct CityScore {
    var now: Double?
    var before: Double?
    var reported: Int
    var expected: Int
  }

  init(node: Int?, _ cities: some Sequence<CityScore>) {
    self.node = node
    var sum = 0.0
    var earlier = 0.0
    var later = 0.0
    for city in cities {
      reported += city.reported
      expected += city.expected
      guard let score = city.now else { continue }
      scored += 1
      sum += score
      if FixedDecimal(score, decimals: 1).scaled < 500 { under50 += 1 }
      guard let before = city.before else { continue }
      compared += 1
      earlier += before
      later += score
      let difference = FixedDecimal(score - before, decimals: 1).scaled
      if difference > 0 { improved += 1 }
      if difference < 0 { worsened += 1 }
    }
    if scored > 0 { mean = FixedDecimal(sum / Double(scored), decimals: 1) }
    guard compared > 0 else { return }
    let count = Double(compared)
    comparedPrevious = FixedDecimal(earlier / count, decimals: 1)
    comparedCurrent = FixedDecimal(later / count, decimals: 1)
    change = FixedDecimal((later - earlier) / count, decimals: 1)
  }

  /// Measures reported of those expected, in whole per cent.
  var reportedShare: Int? { expected > 0 ? Share.percent(reported, of: expected) : nil }
}

extension Assessment {
  /// The score of a node, or the overall score.
  func score(_ city: CityID, _ framework: Int, _ node: Int?) -> NodeScore {
    if let node { self.node(city, framework: framework, node: node) } else { overall(city, framework: framework) }
  }
}

/// Shares in whole per cent.
enum Share {
  /// Rounded half away from zero, but 100 only for all and 0 only for none.
  static func percent(_ part: Int, of whole: Int) -> Int {
    guard whole > 0 else { return 0 }
    let rounded = Int(FixedDecimal(100 * Double(part) / Double(whole), decimals: 0).scaled)
    if part < whole, rounded == 100 { return 99 }
    if part > 0, rounded == 0 { return 1 }
    return rounded
  }
}
