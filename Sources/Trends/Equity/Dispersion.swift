import Foundation

/// Weighted measures of how far apart groups lie. Weights count by their shares: a thousand times as many persons change nothing.
///
///     Dispersion(values: [90, 70], weights: [3, 1])   // mean 85, deviation 8.66
///
/// - Source: WHO, Health Equity Assessment Toolkit (between-group standard deviation, coefficient of variation, mean log deviation);
///   Schlotheuber and Hosseinpoor (2022), Int. J. Environ. Res. Public Health 19(6), 3697.
public struct Dispersion: Sendable, Hashable {
  /// Σ p·y, p the share of the weights.
  public let mean: Double
  /// √Σ p·(y − mean)², in the unit of the values.
  public let standardDeviation: Double
  /// 100 · deviation / mean; nil where the mean is not above 0.
  public let coefficientOfVariation: Double?
  /// 1000 · Σ p·ln(mean / y); nil where a value is not above 0.
  public let meanLogDeviation: Double?
  public let lowest: Double
  public let highest: Double

  /// - Parameter weights: One for each value, none below 0.
  /// - Returns: nil for fewer than two values, or where no weight is above 0.
  public init?(values: [Double], weights: [Double]) {
    precondition(values.count == weights.count, "a weight for each value")
    // Summed in order of size, so that the order of the groups does not change the last digit.
    let pairs = zip(values, weights).filter { $0.1 > 0 }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    let total = pairs.reduce(0) { $0 + $1.1 }
    guard values.count > 1, total > 0, let lowest = values.min(), let highest = values.max() else { return nil }
    self.lowest = lowest
    self.highest = highest
    // Of equal values the mean is that value, whatever rounding makes of the shares.
    let isFlat = pairs.allSatisfy { $0.0 == pairs[0].0 }
    let mean = isFlat ? pairs[0].0 : pairs.reduce(0) { $0 + $1.0 * ($1.1 / total) }
    self.mean = mean
    let variance = pairs.reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * ($1.1 / total) }
    standardDeviation = variance.squareRoot()
    coefficientOfVariation = mean > 0 ? 100 * standardDeviation / mean : nil
    meanLogDeviation =
      pairs.allSatisfy { $0.0 > 0 } ? max(0, 1000 * pairs.reduce(0) { $0 + log(mean / $1.0) * ($1.1 / total) }) : nil
  }
}
