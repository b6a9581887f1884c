import Catalogue
import Vocabulary

/// The places of all cities in every draw.
struct RankDraws: Sendable {
  let choice: Method.Robustness
  let tree: ScoreTree
  /// Normalisation by normalisation, its alternatives: one for each aggregation that goes with it.
  let alternatives: [[Alternative]]
  /// The slots that are ranked, each with the rows that have a published score there.
  let targets: [(slot: Int, rows: [Int])]

  /// Scores that agree to so many decimals share a place: what lies behind is the arithmetic's, not the cities'.
  private static let grain = 1e9

  /// Some draws, target by target: draw by draw, the place of each ranked row; 0 where the row has no score in the draw.
  typealias Places = [[UInt32]]

  /// The places of all draws, a few draws at a time.
  /// - Parameter drawsPerTask: Changes who works on what, and nothing else.
  func places(drawsPerTask: Int = 32) -> [Places] {
    let tasks = (choice.draws + drawsPerTask - 1) / drawsPerTask
    return (0..<tasks).concurrentMap { task in
      let draws = task * drawsPerTask..<min(choice.draws, (task + 1) * drawsPerTask)
      var scorer = TreeScorer(tree, cities: alternatives.first?.first?.cities ?? 0)
      var parts = targets.map { target in
        var places: [UInt32] = []
        places.reserveCapacity(target.rows.count * draws.count)
        return places
      }
      for draw in draws {
        let (alternative, weights) = drawn(draw)
        scorer.score(alternative, weights: weights)
        for (position, target) in targets.enumerated() {
          parts[position] += Self.places(
            target.rows.map { scorer.score(target.slot, city: $0, alternative) })
        }
      }
      return parts
    }
  }

  /// What a draw takes: its numbers depend on the seed and on its own number alone.
  func drawn(_ draw: Int) -> (alternative: Alternative, weights: [Double]) {
    var generator = SeededGenerator(seed: choice.seed, stream: draw)
    let candidates = alternatives[Int(generator.share() * Double(alternatives.count))]
    let alternative = candidates[Int(generator.share() * Double(candidates.count))]
    let weights = tree.weights.map { $0 * (1 + choice.weightSpread * (2 * generator.share() - 1)) }
    return (alternative, weights)
  }

  /// Places from 1 (the highest score) down; equal scores share the best of their places. 0 where there is no score.
  static func places(_ scores: [Double?]) -> [UInt32] {
    var order: [(key: Double, row: Int)] = []
    order.reserveCapacity(scores.count)
    for (row, score) in scores.enumerated() {
      guard let score, score.isFinite else { continue }
      order.append(((score * grain).rounded(), row))
    }
    order.sort { $0.key > $1.key }
    var places = [UInt32](repeating: 0, count: scores.count)
    var place: UInt32 = 1
    for (position, entry) in order.enumerated() {
      if position > 0, order[position - 1].key != entry.key { place = UInt32(position + 1) }
      places[entry.row] = place
    }
    return places
  }
}
