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
    guard !rows.isEmpty else { return [] }
    let count = rows.count
    // Column by column: values, then presences.
    var numbers: [Double] = []
    numbers.reserveCapacity(2 * count * weights.count)
    for column in weights.indices {
      for row in rows { numbers.append(row[column] ?? 0) }
      for row in rows { numbers.append(row[column] == nil ? 0 : 1) }
    }
    var results = [Double](repeating: 0, count: 2 * count)
    numbers.withUnsafeBufferPointer { numbers in
      let columns = weights.enumerated().map { position, weight in
        let first = 2 * position * count
        return Pairs.Column(
          values: UnsafeBufferPointer(rebasing: numbers[first..<first + count]),
          present: UnsafeBufferPointer(rebasing: numbers[first + count..<first + 2 * count]), weight: weight)
      }
      results.withUnsafeMutableBufferPointer { results in
        Pairs.compare(
          columns, into: UnsafeMutableBufferPointer(rebasing: results[..<count]),
          UnsafeMutableBufferPointer(rebasing: results[count...]))
      }
    }
    return rows.indices.map { row in rows[row].contains { $0 != nil } ? results[row] : nil }
  }
}
