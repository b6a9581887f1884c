/// Copeland's score of all cities on the columns under a node, over contiguous numbers: what ``Outranking`` stands on.
enum Pairs {
  struct Column {
    /// City by city; anything where there is none.
    var values: UnsafeBufferPointer<Double>
    /// 1 where there is a value, else 0.
    var present: UnsafeBufferPointer<Double>
    var weight: Double
  }

  /// - Parameters:
  ///   - scores: Rows outranked minus rows by which a row is outranked; 0 where a row has nothing.
  ///   - present: 1 where a row has anything, else 0.
  static func compare(
    _ columns: [Column], into scores: UnsafeMutableBufferPointer<Double>,
    _ present: UnsafeMutableBufferPointer<Double>
  ) {
    let count = scores.count
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * count) { scratch in
      let won = UnsafeMutableBufferPointer(rebasing: scratch[..<count])
      let total = UnsafeMutableBufferPointer(rebasing: scratch[count...])
      for first in 0..<count {
        won.update(repeating: 0)
        total.update(repeating: 0)
        present[first] = 0
        for column in columns where column.present[first] > 0 {
          if column.weight > 0 { present[first] = 1 }
          let own = column.values[first]
          // No branch: several rows are compared at once.
          for second in 0..<count {
            let weight = column.weight * column.present[second]
            let other = column.values[second]
            total[second] += weight
            won[second] += own > other ? weight : own == other ? weight / 2 : 0
          }
        }
        // A tie with oneself counts for nobody.
        var score = 0.0
        for second in 0..<count {
          let all = total[second]
          score += won[second] > (0.5 + tolerance) * all ? 1 : 0
          score -= won[second] < (0.5 - tolerance) * all ? 1 : 0
        }
        scores[first] = score
      }
    }
  }

  /// So that three thirds of a weight are the whole on every machine.
  private static let tolerance = 1e-12
}
