import Catalogue
import Spreadsheets
import Vocabulary

/// Which figures published before say otherwise now, and by how much.
struct RevisionFacts: Sendable {
  struct Statistics: Sendable, Hashable {
    var published = 0
    /// With another value.
    var revised = 0
    var withdrawn = 0
    /// Of the revised figures that were not 0, in per cent; nil where there is none.
    var mean: FixedDecimal?
    var meanAbsolute: FixedDecimal?

    init(_ revisions: [Revision], published: Int) {
      self.published = published
      withdrawn = revisions.count { $0.after == nil }
      revised = revisions.count - withdrawn
      let shares = revisions.compactMap(PrintedRevision.share)
      guard !shares.isEmpty else { return }
      let count = Double(shares.count)
      mean = FixedDecimal(shares.reduce(0, +) / count, decimals: PrintedRevision.percentDecimals)
      meanAbsolute = FixedDecimal(
        shares.reduce(0) { $0 + abs($1) } / count, decimals: PrintedRevision.percentDecimals)
    }
  }

  let round: Round
  let list: [Revision]
  let network: Statistics
  /// Cities of whose figures the last round knew any, those with most revisions first.
  let cities: [(city: CityID, statistics: Statistics)]
  /// The largest in per cent, withdrawn figures after them.
  let shown: [Revision]

  let indicators: [IndicatorRevision]

  static let mostShown = 20

  /// - Returns: nil where no round came before.
  init?(_ results: RoundResults) {
    guard let last = results.lastRound else { return nil }
    round = last.round
    list = last.revisions.list
    indicators = last.revisions.indicators
    let published = last.revisions.published
    network = Statistics(list, published: published.reduce(0, +))
    let byCity = Dictionary(grouping: list, by: \.key.city)
    cities = published.indices.filter { published[$0] > 0 }.map { index in
      (CityID(index), Statistics(byCity[CityID(index)] ?? [], published: published[index]))
    }.sorted {
      ($1.statistics.revised + $1.statistics.withdrawn, $0.city)
        < ($0.statistics.revised + $0.statistics.withdrawn, $1.city)
    }
    func size(_ revision: Revision) -> Double { PrintedRevision.share(revision).map(abs) ?? -1 }
    shown = Array(
      list.sorted { (size($1), $0.key) < (size($0), $1.key) }.prefix(Self.mostShown))
  }
}
