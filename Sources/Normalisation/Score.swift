import Catalogue
import Foundation

extension ScoreScale {
  /// The score from 0 to 100 of a value in the indicator's unit; nil where the scale gives none.
  ///
  ///     ScoreScale.goalposts(low: 0, high: 20).score(of: 15, direction: .increase)   // 75
  ///     ScoreScale.goalposts(low: 0, high: 20).score(of: 15, direction: .decrease)   // 25
  ///     ScoreScale.ideal(50, worst: 0).score(of: 30, direction: .ideal)              // 60
  ///     ScoreScale.rating.score(of: 2.5, direction: .increase)                       // 50
  ///
  /// Goalposts come from the catalogue, never from the data: a city's score does not move when another city joins. Beyond the
  /// goalposts a value scores 0 or 100.
  /// - Source: OECD/JRC Handbook (2008), normalisation; logarithm as in the Human Development Index for income.
  public func score(of value: Double, direction: Direction) -> Double? {
    switch self {
    case .goalposts(let low, let high): oriented((value - low) / (high - low), direction)
    case .logGoalposts(let low, let high):
      value > 0 ? oriented((log(value) - log(low)) / (log(high) - log(low)), direction) : oriented(0, direction)
    case .ideal(let ideal, let worst): 100 * clipped(1 - abs(value - ideal) / abs(worst - ideal))
    case .rating: 100 * clipped((value - 1) / 3)
    case .none: nil
    }
  }

  /// The share of the way from the worst to the best of the scale, not clipped; nil where there is none.
  func share(of value: Double, direction: Direction) -> Double? {
    let isLessBetter = direction == .decrease
    switch self {
    case .goalposts(let low, let high):
      return Normaliser.goalposts(value, low: low, high: high, isLessBetter: isLessBetter, isClipped: false)
    case .logGoalposts(let low, let high):
      guard value > 0 else { return nil }
      return Normaliser.goalposts(
        log(value), low: log(low), high: log(high), isLessBetter: isLessBetter, isClipped: false)
    case .ideal(let ideal, let worst): return 1 - abs(value - ideal) / abs(worst - ideal)
    case .rating: return Normaliser.goalposts(value, low: 1, high: 4, isLessBetter: isLessBetter, isClipped: false)
    case .none: return nil
    }
  }

  private func oriented(_ share: Double, _ direction: Direction) -> Double {
    100 * clipped(direction == .decrease ? 1 - share : share)
  }

  private func clipped(_ share: Double) -> Double { min(1, max(0, share)) }
}

extension Method.Normalisation {
  /// The score of a value by fixed bounds, on the method's scale; nil for methods that look at other cities.
  public func fixedScore(of value: Double, _ indicator: Indicator) -> Double? {
    switch name {
    case .goalposts:
      indicator.scale.score(of: value, direction: indicator.direction).map {
        lower == 0 && upper == 100 ? $0 : lower + $0 * (upper - lower) / 100
      }
    case .scaled:
      indicator.scale.share(of: value, direction: indicator.direction).map { lower + $0 * (upper - lower) }
    default: nil
    }
  }

  /// The scores of a column of favourable values, on the method's scale.
  /// - Parameters:
  ///   - reference: The value of the reference city.
  ///   - target: Of this indicator.
  func scores(of values: [Double?], reference: Double?, target: Double?) -> [Double?] {
    func onScale(_ shares: [Double?]) -> [Double?] { shares.map { $0.map { lower + $0 * (upper - lower) } } }
    switch name {
    case .goalposts, .scaled: return values.map { _ in nil }
    case .minmax: return Normaliser.minimumMaximum(values, lower: lower, upper: upper)
    case .zscore: return Normaliser.zScore(values, mean: mean, deviation: deviation)
    case .rank:
      // The share of cities that one does at least as well as: places of many cities fit no scale.
      let count = Double(values.count { $0 != nil })
      return onScale(Normaliser.rank(values).map { $0.map { $0 / count } })
    case .percentileRank, .borda: return onScale(Normaliser.percentileRank(values))
    case .distanceToMaximum: return onScale(Normaliser.distanceToMaximum(values))
    case .distanceToReference:
      return onScale(Normaliser.distanceToReference(values, reference: reference, isCapped: isCapped))
    case .distanceToTarget:
      guard let target else { return values.map { _ in nil } }
      return onScale(Normaliser.distanceToTarget(values, target: target, isCapped: isCapped))
    }
  }
}
