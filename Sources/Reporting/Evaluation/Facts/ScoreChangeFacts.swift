import Catalogue
import Normalisation
import Vocabulary

/// What became of the cities' overall scores since the last round, and why.
struct ScoreChangeFacts: Sendable {
  struct Row: Sendable {
    let city: CityID
    let printed: PrintedScoreChange
  }

  let round: Round
  /// Whether the method is not the last round's.
  let isOtherMethod: Bool
  /// Cities with a score in both rounds, the largest gain first.
  let rows: [Row]
  /// Rows of the page: all of them, or the ends of the list.
  let shown: [Row]
  /// Cities with a score in one of the two rounds only.
  let first: [CityID]
  let lost: [CityID]
  /// The cause of most of the moves, summed over the cities without their signs; nil where nothing moved.
  let mainCause: ScoreChange.Cause?

  static let mostShown = 24

  /// - Returns: nil where no round came before.
  init?(_ results: RoundResults, _ reporting: [CityID]) {
    guard let last = results.lastRound else { return nil }
    round = last.round
    isOtherMethod = last.method != results.catalogue.method
    let reporting = Set(reporting)
    let overall = last.changes.filter { $0.subject == .overall(framework: results.framework) }
    rows = overall.filter { $0.before != nil && $0.after != nil && reporting.contains($0.city) }
      .map { Row(city: $0.city, printed: PrintedScoreChange($0)) }
      .sorted { ($1.printed.change ?? 0, $0.city) < ($0.printed.change ?? 0, $1.city) }
    let half = Self.mostShown / 2
    shown = rows.count <= Self.mostShown ? rows : Array(rows.prefix(half) + rows.suffix(half))
    first = overall.filter { $0.before == nil && reporting.contains($0.city) }.map(\.city)
    lost = overall.filter { $0.after == nil }.map(\.city)
    var sizes: [ScoreChange.Cause: Double] = [:]
    for row in rows { for (cause, part) in row.printed.parts { sizes[cause, default: 0] += abs(part) } }
    let largest = sizes.values.max() ?? 0
    mainCause = largest > 0 ? ScoreChange.Cause.allCases.first { sizes[$0] == largest } : nil
  }
}
