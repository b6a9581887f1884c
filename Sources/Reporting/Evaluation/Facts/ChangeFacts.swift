import Catalogue
import Measurement
import Spreadsheets
import Trends
import Vocabulary

/// The changes of the reference year: one for each reporting city and indicator that has a value of that year.
struct ChangeFacts: Sendable {
  /// How a measure moved, judged by the printed change, or why that can't be said.
  enum Outcome: String, CaseIterable, Sendable {
    case better, worse, same, neutral
    case seriesBreak = "break_in_series"
    case first = "first_value"
    /// A change in per cent of zero or less.
    case noBase = "no_base"
  }

  /// Sorted by city and indicator.
  let changes: [Change]
  let counts: [Outcome: Int]
  /// The largest moves, by city as the page shows them.
  let shown: [Change]

  /// Rows of the page.
  static let mostShown = 19

  init(_ results: RoundResults, _ cities: [CityID]) {
    var isReporting = [Bool](repeating: false, count: results.registry.cities.count)
    for city in cities { isReporting[city.index] = true }
    let year = Int16(results.round.referenceYear)
    let catalogue = results.catalogue
    changes = results.changes.filter {
      $0.key.period.year == year && $0.key.breakdown == .total && isReporting[$0.key.city.index]
    }
    var counts: [Outcome: Int] = [:]
    for change in changes { counts[change.outcome(catalogue), default: 0] += 1 }
    self.counts = counts
    shown = Self.largest(changes, catalogue, cities: cities.count)
  }

  func count(_ outcome: Outcome) -> Int { counts[outcome] ?? 0 }

  /// Of a network that has room for it, each city's largest move and then the largest falls; else the largest gains and falls.
  private static func largest(_ changes: [Change], _ catalogue: Catalogue, cities: Int) -> [Change] {
    var moves: [Move] = []
    for (index, change) in changes.enumerated() {
      guard let effect = change.effect, effect != 0 else { continue }
      let outcome = change.outcome(catalogue)
      guard outcome == .better || outcome == .worse else { continue }
      moves.append(Move(index: index, size: abs(effect), isFall: outcome == .worse))
    }
    moves.sort { ($1.size, $0.index) < ($0.size, $1.index) }
    var chosen = Chosen(changes: changes)
    if cities <= mostShown {
      for move in moves { chosen.take(move, perCity: 1, upTo: mostShown) }
    } else {
      for move in moves where !move.isFall { chosen.take(move, perCity: 2, upTo: (mostShown + 1) / 2) }
    }
    for move in moves where move.isFall { chosen.take(move, perCity: 2, upTo: mostShown) }
    for move in moves { chosen.take(move, perCity: 3, upTo: mostShown) }
    return chosen.indices.sorted().map { changes[$0] }
  }

  private struct Move {
    /// In the changes, which are sorted by key.
    var index: Int
    var size: Double
    var isFall: Bool
  }

  private struct Chosen {
    let changes: [Change]
    private(set) var indices: Set<Int> = []
    private var perCity: [CityID: Int] = [:]

    init(changes: [Change]) { self.changes = changes }

    mutating func take(_ move: Move, perCity limit: Int, upTo most: Int) {
      let city = changes[move.index].key.city
      guard indices.count < most, perCity[city, default: 0] < limit, indices.insert(move.index).inserted else { return }
      perCity[city, default: 0] += 1
    }
  }
}

extension Change {
  /// Decimals in which the change is printed.
  func decimals(_ catalogue: Catalogue) -> Int {
    switch measure {
    case .points, .percent: 1
    case .units: max(1, catalogue.unit(of: key.indicator).decimals)
    }
  }

  /// The change as printed.
  func printed(_ catalogue: Catalogue) -> FixedDecimal? {
    headline.map { FixedDecimal($0, decimals: decimals(catalogue)) }
  }

  /// Judged by what is printed: a move smaller than the rounding is none.
  func outcome(_ catalogue: Catalogue) -> ChangeFacts.Outcome {
    switch absence {
    case .first: return .first
    case .seriesBreak: return .seriesBreak
    case .zeroBase, .negativeBase: return .noBase
    case nil: break
    }
    guard let printed = printed(catalogue) else { return .noBase }
    switch verdict {
    case .neutral, nil: return .neutral
    case .same: return .same
    case .better: return printed.scaled == 0 ? .same : .better
    case .worse: return printed.scaled == 0 ? .same : .worse
    }
  }
}
