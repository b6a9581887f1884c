extension Normaliser {
  /// Places from 1 (the lowest value) up; equal values share the lowest of their places.
  public static func rank(_ values: [Double?]) -> [Double?] {
    let order = values.indices.filter { values[$0] != nil }.sorted { (values[$0] ?? 0) < (values[$1] ?? 0) }
    var ranks = [Double?](repeating: nil, count: values.count)
    for (position, index) in order.enumerated() {
      let isTied = position > 0 && values[order[position - 1]] == values[index]
      ranks[index] = isTied ? ranks[order[position - 1]] : Double(position + 1)
    }
    return ranks
  }

  /// Borda's count: the number of values below.
  public static func borda(_ values: [Double?]) -> [Double?] { rank(values).map { $0.map { $0 - 1 } } }

  /// The share of the other values that lie below: (rank − 1)/(N − 1), from 0 to 1.
  public static func percentileRank(_ values: [Double?]) -> [Double?] {
    let count = values.count { $0 != nil }
    guard count > 1 else { return values.map { _ in nil } }
    return borda(values).map { $0.map { $0 / Double(count - 1) } }
  }
}
