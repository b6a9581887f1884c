import Foundation

/// Weighted means of what is there: a missing value is left out and the weights of the rest grow accordingly.
///
/// - Source: OECD/JRC Handbook (2008), aggregation; COINr 1.1.14.
public enum Mean {
  /// Values with their weights, the missing ones gone; nil where nothing is left.
  private static func present(_ values: [Double?], _ weights: [Double]?) -> [(value: Double, weight: Double)]? {
    precondition(weights == nil || weights?.count == values.count, "as many weights as values")
    let pairs = values.indices.compactMap { index in values[index].map { ($0, weights?[index] ?? 1) } }
    return pairs.contains { $0.1 > 0 } ? pairs : nil
  }

  /// The sum of the weighted values over the sum of the weights.
  public static func arithmetic(_ values: [Double?], weights: [Double]? = nil) -> Double? {
    guard let pairs = present(values, weights) else { return nil }
    let total = pairs.reduce(0) { $0 + $1.weight }
    return pairs.reduce(0) { $0 + $1.weight * $1.value } / total
  }

  /// exp(Σ w·ln x / Σ w); nil where a value is 0 or less.
  public static func geometric(_ values: [Double?], weights: [Double]? = nil) -> Double? {
    guard let pairs = present(values, weights), pairs.allSatisfy({ $0.value > 0 }) else { return nil }
    let total = pairs.reduce(0) { $0 + $1.weight }
    return exp(pairs.reduce(0) { $0 + $1.weight * log($1.value) } / total)
  }

  /// Σ w / Σ (w/x); nil where a value is 0 or less, for which the mean has no meaning.
  public static func harmonic(_ values: [Double?], weights: [Double]? = nil) -> Double? {
    guard let pairs = present(values, weights), pairs.allSatisfy({ $0.value > 0 }) else { return nil }
    return pairs.reduce(0) { $0 + $1.weight } / pairs.reduce(0) { $0 + $1.weight / $1.value }
  }

  /// (Σ w·xᵖ / Σ w)^(1/p): p = 1 is the arithmetic mean, −1 the harmonic, towards 0 the geometric.
  /// - Returns: nil where a value is negative, or 0 with a power of 0 or less.
  public static func generalised(_ values: [Double?], weights: [Double]? = nil, power: Double) -> Double? {
    if power == 0 { return geometric(values, weights: weights) }
    if power == 1 { return arithmetic(values, weights: weights) }
    guard let pairs = present(values, weights), pairs.allSatisfy({ power > 0 ? $0.value >= 0 : $0.value > 0 }) else {
      return nil
    }
    let total = pairs.reduce(0) { $0 + $1.weight }
    return pow(pairs.reduce(0) { $0 + $1.weight * pow($1.value, power) } / total, 1 / power)
  }
}
