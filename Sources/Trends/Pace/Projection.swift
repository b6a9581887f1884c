import Catalogue
import Foundation

/// A series carried on to a year, with the interval that a figure of that year will lie in if nothing but chance disturbs the
/// trend.
public struct Projection: Sendable, Hashable {
  /// The line that is drawn on: straight, by growth rates, or by recent years more than by early ones.
  public enum Kind: String, Sendable, CaseIterable {
    /// The mean yearly change since the base goes on.
    case linear
    /// The mean yearly growth since the base goes on.
    case geometric
    /// The mean yearly change of the log-odds since the base goes on: for rates, which cannot leave 0 to 100.
    case logit
    /// The straight line through all points since the base.
    case leastSquares = "least_squares"
    /// The line of ESCAP, in which later years weigh more.
    case weighted
  }

  public var kind: Kind
  public var value: Double
  /// nil where fewer than three points leave nothing to judge the scatter by.
  public var low: Double?
  public var high: Double?

  /// - Parameters:
  ///   - points: Since the base.
  ///   - isRate: Whether 0 and 100 bound the scale.
  ///   - probability: What the interval is to cover.
  /// - Returns: nil with fewer than two points, and where the scale of the kind has no place for a value.
  public init?(_ kind: Kind, of points: [Series.Point], to year: Int, isRate: Bool, probability: Double) {
    guard let last = points.last, year >= last.year else { return nil }
    switch kind {
    case .linear: self.init(kind, points, year, probability, scale: { $0 }, back: { $0 })
    case .geometric:
      guard points.allSatisfy({ $0.value > 0 }) else { return nil }
      self.init(kind, points, year, probability, scale: { log($0) }, back: { exp($0) })
    case .logit:
      guard isRate, points.allSatisfy({ $0.value > 0 && $0.value < 100 }) else { return nil }
      self.init(
        kind, points, year, probability, scale: { log($0 / (100 - $0)) }, back: { 100 / (1 + exp(-$0)) })
    case .leastSquares:
      guard let line = Slope.line(points) else { return nil }
      self.init(kind, line, year, probability)
    case .weighted: return nil
    }
  }

  /// ESCAP's weighted line, over all points since its first year.
  init?(_ series: Series, weightedBy own: Method.Progress.ESCAP, to year: Int, probability: Double) {
    guard let last = series.latest, year >= last.year, let line = GoalProgress.timeWeightedLine(series, own) else {
      return nil
    }
    self.init(.weighted, line, year, probability)
  }

  private init(_ kind: Kind, _ line: WeightedLine, _ year: Int, _ probability: Double) {
    self.kind = kind
    value = line.value(at: Double(year))
    if let width = line.halfWidth(at: Double(year), probability: probability) {
      low = value - width
      high = value + width
    }
  }

  /// The straight line from the first to the last point is the forecast of a random walk with drift, whose scatter is that of
  /// the yearly changes about their mean: a gap of n years has n times the variance of one.
  /// - Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, the drift method.
  private init?(
    _ kind: Kind, _ points: [Series.Point], _ year: Int, _ probability: Double, scale: (Double) -> Double,
    back: (Double) -> Double
  ) {
    guard let first = points.first, let last = points.last, first.year < last.year else { return nil }
    let years = Double(last.year - first.year)
    let ahead = Double(year - last.year)
    let drift = (scale(last.value) - scale(first.value)) / years
    let centre = scale(last.value) + drift * ahead
    self.kind = kind
    value = back(centre)
    let changes = points.count - 1
    guard changes > 1 else { return }
    var squares = 0.0
    for (earlier, later) in zip(points, points.dropFirst()) {
      let gap = Double(later.year - earlier.year)
      let deviation = scale(later.value) - scale(earlier.value) - drift * gap
      squares += deviation * deviation / gap
    }
    let variance = squares / Double(changes - 1)
    let width =
      StudentDistribution.twoSided(probability, degreesOfFreedom: changes - 1)
      * (variance * ahead * (1 + ahead / years)).squareRoot()
    low = back(centre - width)
    high = back(centre + width)
  }
}
