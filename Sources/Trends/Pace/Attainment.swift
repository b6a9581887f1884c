import Foundation

/// When a target is reached if the pace of the past goes on.
public enum Attainment: Sendable, Hashable {
  /// The latest figure is there.
  case met
  /// The first whole year by whose end the target is reached.
  case year(Int)
  /// The pace leads away, stands still, or needs more than a thousand years.
  case notAtCurrentPace

  /// By a constant yearly change.
  static func linear(_ latest: Series.Point, pace: Double, aim: Aim) -> Attainment? {
    guard let target = aim.target else { return nil }
    if aim.isReached(by: latest.value) { return .met }
    return pace == 0 ? .notAtCurrentPace : after((target - latest.value) / pace, latest.year)
  }

  /// By a constant yearly growth; nil where growth has no meaning for the values.
  static func geometric(_ latest: Series.Point, growth: Double, aim: Aim) -> Attainment? {
    guard let target = aim.target else { return nil }
    if aim.isReached(by: latest.value) { return .met }
    guard latest.value > 0, target > 0, growth > -1 else { return nil }
    return growth == 0 ? .notAtCurrentPace : after(log(target / latest.value) / log(1 + growth), latest.year)
  }

  private static func after(_ years: Double, _ latest: Int) -> Attainment {
    guard years > 0, years <= 1000 else { return .notAtCurrentPace }
    // 6.0000000001 years are six: a rounding error must not cost a year.
    return .year(latest + Int((years - 1e-9).rounded(.up)))
  }

  /// `2035`, `met`, `not_at_current_pace`.
  public var code: String {
    switch self {
    case .met: "met"
    case .year(let year): "\(year)"
    case .notAtCurrentPace: "not_at_current_pace"
    }
  }
}
