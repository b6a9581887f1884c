/// Slopes over all points of a series, in the indicator's unit a year.
public enum Slope {
  /// By ordinary least squares; nil with fewer than two points.
  public static func leastSquares(_ points: [Series.Point]) -> Double? { line(points)?.slope }

  static func line(_ points: [Series.Point]) -> WeightedLine? {
    WeightedLine(points.map { (Double($0.year), $0.value, 1) })
  }

  /// The median of the slopes between all pairs of points: a single odd year does not turn it.
  /// - Source: Sen, Journal of the American Statistical Association 63 (1968).
  public static func theilSen(_ points: [Series.Point]) -> Double? {
    var slopes: [Double] = []
    for (index, first) in points.enumerated() {
      for second in points[(index + 1)...] where second.year != first.year {
        slopes.append((second.value - first.value) / Double(second.year - first.year))
      }
    }
    guard !slopes.isEmpty else { return nil }
    slopes.sort()
    let middle = slopes.count / 2
    return slopes.count % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2
  }
}
