/// What stands in for missing values.
///
/// - Source: OECD/JRC Handbook (2008), imputation; COINr 1.1.14.
public enum Imputing {
  /// Between two neighbours in time on the straight line between them; before the first and after the last as these.
  /// - Parameters:
  ///   - series: Year and value, in order of time.
  public static func linear(_ series: [(year: Int, value: Double)], at year: Int) -> Double? {
    guard let first = series.first, let last = series.last else { return nil }
    if year <= first.year { return first.value }
    if year >= last.year { return last.value }
    for (earlier, later) in zip(series, series.dropFirst()) where year <= later.year {
      let share = Double(year - earlier.year) / Double(later.year - earlier.year)
      return earlier.value + share * (later.value - earlier.value)
    }
    return nil
  }

  /// The last value before the year; nil where there is none.
  public static func latest(_ series: [(year: Int, value: Double)], at year: Int) -> Double? {
    series.last { $0.year <= year }?.value
  }

  /// The mean of the values, or nil where there are none.
  public static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// The median of the values, or nil where there are none.
  public static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
