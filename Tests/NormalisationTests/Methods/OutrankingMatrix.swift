/// Comparison of cities in pairs, written down plainly: Copeland's score is counted from it.
enum OutrankingMatrix {
  /// For every pair of rows, the share by weight of the columns in which the first has more; a tie counts half.
  ///
  /// Columns in which either has no value are left out for the pair.
  /// - Parameter rows: One a city, all with as many columns as there are weights.
  /// - Returns: nil on the diagonal and where a pair shares no column.
  static func of(_ rows: [[Double?]], weights: [Double]) -> [[Double?]] {
    rows.indices.map { first in
      rows.indices.map { second in first == second ? nil : share(rows[first], rows[second], weights) }
    }
  }

  private static func share(_ first: [Double?], _ second: [Double?], _ weights: [Double]) -> Double? {
    var (won, total) = (0.0, 0.0)
    for column in weights.indices {
      guard let a = first[column], let b = second[column] else { continue }
      total += weights[column]
      if a > b { won += weights[column] } else if a == b { won += weights[column] / 2 }
    }
    return total > 0 ? won / total : nil
  }
}
