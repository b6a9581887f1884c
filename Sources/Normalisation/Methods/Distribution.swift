/// The shape of a distribution, by the formulas of Excel's SKEW and KURT (type 2).
public enum Distribution {
  /// nil with fewer than three values or without spread.
  public static func skewness(_ values: [Double]) -> Double? {
    guard values.count > 2, let (second, third, _) = moments(values) else { return nil }
    let n = Double(values.count)
    return (n * (n - 1)).squareRoot() / (n - 2) * third / (second * second.squareRoot())
  }

  /// Excess kurtosis; nil with fewer than four values or without spread.
  public static func kurtosis(_ values: [Double]) -> Double? {
    guard values.count > 3, let (second, _, fourth) = moments(values) else { return nil }
    let n = Double(values.count)
    return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * (fourth / (second * second) - 3) + 6)
  }

  private static func moments(_ values: [Double]) -> (Double, Double, Double)? {
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    var (second, third, fourth) = (0.0, 0.0, 0.0)
    for value in values {
      let deviation = value - mean
      second += deviation * deviation
      third += deviation * deviation * deviation
      fourth += deviation * deviation * deviation * deviation
    }
    return second > 0 ? (second / n, third / n, fourth / n) : nil
  }
}
