/// Comparison of cities in pairs: no weak measure is made good by a strong one.
///
/// - Source: OECD/JRC Handbook (2008), non-compensatory aggregation; COINr 1.1.14.
public enum Outranking {
  /// Copeland's score: rows outranked by more than half of the weight, minus rows by which a row is outranked.
  ///
  /// A tie in a column counts half for each; columns in which either has no value are left out for the pair.
  /// - Parameter rows: One a city, all with as many columns as there are weights.
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
