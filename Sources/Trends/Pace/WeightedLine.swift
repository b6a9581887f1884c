/// A straight line through points by weighted least squares, with the interval of a further observation.
public struct WeightedLine: Sendable {
  public let slope: Double
  private let meanX: Double
  private let meanY: Double
  private let count: Int
  private let sumWeights: Double
  private let spread: Double
  private let residuals: Double

  /// - Parameter points: x, y, weight above 0.
  /// - Returns: nil with fewer than two different x.
  public init?(_ points: [(x: Double, y: Double, weight: Double)]) {
    var (sum, sumX, sumY) = (0.0, 0.0, 0.0)
    for point in points {
      sum += point.weight
      sumX += point.weight * point.x
      sumY += point.weight * point.y
    }
    guard sum > 0 else { return nil }
    let (meanX, meanY) = (sumX / sum, sumY / sum)
    var (spread, product) = (0.0, 0.0)
    for point in points {
      spread += point.weight * (point.x - meanX) * (point.x - meanX)
      product += point.weight * (point.x - meanX) * (point.y - meanY)
    }
    guard spread > 0 else { return nil }
    let slope = product / spread
    var residuals = 0.0
    for point in points {
      let residual = point.y - meanY - slope * (point.x - meanX)
      residuals += point.weight * residual * residual
    }
    self.slope = slope
    self.meanX = meanX
    self.meanY = meanY
    self.spread = spread
    self.residuals = residuals
    count = points.count
    sumWeights = sum
  }

  /// The height of the line in a year.
  public func value(at x: Double) -> Double { meanY + slope * (x - meanX) }

  /// Half the width of the interval that covers a further observation of weight 1 with the given probability; nil with fewer
  /// than three points, which leave nothing to judge the scatter by.
  public func halfWidth(at x: Double, probability: Double) -> Double? {
    guard count > 2 else { return nil }
    let variance = residuals / Double(count - 2)
    let far = (x - meanX) * (x - meanX) / spread
    return StudentDistribution.twoSided(probability, degreesOfFreedom: count - 2)
      * (variance * (1 + 1 / sumWeights + far)).squareRoot()
  }
}
