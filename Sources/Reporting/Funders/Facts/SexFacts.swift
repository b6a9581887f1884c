import Catalogue
import Measurement
import Spreadsheets
import Trends
import Vocabulary

/// Women and men over the network: the mean of the cities that have both, measure by measure.
struct SexFacts: Sendable {
  struct Row: Sendable {
    var indicator: IndicatorID
    var cities: Int
    var women: FixedDecimal
    var men: FixedDecimal
    /// Computed before rounding.
    var gap: FixedDecimal
    /// Which side is behind: the means differ by this many percentage points in its disfavour.
    var womenBehind: Bool { gap.scaled < 0 }
  }

  /// Shares that should rise, the widest gap first.
  let rows: [Row]
  /// What the page shows: the widest gaps, whoever is behind, from women furthest ahead to women furthest behind.
  let shown: [Row]

  private static let mostShown = 5

  init(_ results: RoundResults, _ cities: [CityID]) {
    guard let sexes = SexComparison.Sexes(results) else {
      rows = []
      shown = []
      return
    }
    let catalogue = results.catalogue
    var rows: [Row] = []
    for id in Self.indicators(results) where catalogue.units[catalogue[id].unit].id == "percent" {
      guard catalogue[id].direction == .increase else { continue }
      let pairs = cities.compactMap {
        SexComparison(results, $0, id, sexes, year: results.round.referenceYear)
      }
      // Fewer than half of the cities, or a single one, say nothing of the network.
      guard pairs.count >= 2, 2 * pairs.count >= cities.count else { continue }
      let count = Double(pairs.count)
      let (women, men) = (pairs.reduce(0) { $0 + $1.women } / count, pairs.reduce(0) { $0 + $1.men } / count)
      rows.append(
        Row(
          indicator: id, cities: pairs.count, women: FixedDecimal(women, decimals: 1),
          men: FixedDecimal(men, decimals: 1), gap: FixedDecimal(women - men, decimals: 1)))
    }
    self.rows = rows.sorted { ($1.gap.scaled.magnitude, $0.indicator) < ($0.gap.scaled.magnitude, $1.indicator) }
    shown = self.rows.filter { $0.gap.scaled != 0 }.prefix(Self.mostShown).sorted {
      ($1.gap.scaled, $0.indicator) < ($0.gap.scaled, $1.indicator)
    }
  }

  /// Those of the round's framework and of SDG 4, each once.
  static func indicators(_ results: RoundResults) -> [IndicatorID] {
    var seen: Set<IndicatorID> = []
    let frameworks = [results.framework] + (results.progress.map { [$0.framework] } ?? [])
    return frameworks.flatMap { results.catalogue.frameworks[$0].allIndicators }.filter { seen.insert($0).inserted }
  }
}
