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

  private func oriented(_ share: Double, _ direction: Direction) -> Double {
    100 * clipped(direction == .decrease ? 1 - share : share)
  }

  private func clipped(_ share: Double) -> Double { min(1, max(0, share)) }
}
