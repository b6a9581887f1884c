/// Comparison of cities in pairs: no weak measure is made good by a strong one.
///
/// - Source: OECD/JRC Handbook (2008), non-compensatory aggregation; COINr 1.1.14.
public enum Outranking {
  /// For every pair of rows, the share by weight of the columns in which the first has more; a tie counts half.
  ///
  /// Columns in which either has no value are left out for the pair.
  /// - Parameter rows: One a city, all with as many columns as there are weights.
  /// - Returns: nil on the diagonal and where a pair shares no column.
  public static func matrix(_ rows: [[Double?]], weights: [Double]) -> [[Double?]] {
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

  /// Copeland's score: rows outranked by more than half of the weight, minus rows by which a row is outranked.
  /// - Returns: nil for a row without any value.
  public static func copeland(_ rows: [[Double?]], weights: [Double]) -> [Double?] {
    rows.indices.map { first in
      guard rows[first].contains(where: { $0 != nil }) else { return nil }
      var score = 0.0
      for second in rows.indices where second != first {
        guard let share = share(rows[first], rows[second], weights) else { continue }
        if share > 0.5 + 1e-12 { score += 1 } else if share < 0.5 - 1e-12 { score -= 1 }
      }
      return score
    }
  }
}
