import Catalogue
import Foundation

/// Statistics Canada's method as Open SDG 2.4 has it: the yearly growth since the base year over the growth that reaches the
/// target in time; without a target the growth itself, against thresholds that grow weaker near a natural limit.
///
/// - Source: Open SDG documentation, progress methodology; sdg-build 2.4.
extension GoalProgress {
  static func statcan(_ series: Series, aim: Aim, _ parameters: Method.Progress) -> Assessment {
    let own = parameters.statcan
    let folded = series.mapped(aim.folded)
    let goal = aim.foldedAim
    guard let latest = folded.latest, latest.year >= parameters.baseYear else {
      return Assessment(.statcan, absence: .noData)
    }
    guard let (base, choice) = folded.base(parameters.baseYear), base.year < latest.year else {
      return Assessment(
        .statcan, latest: series.latest, absence: pointsMissing(series, since: parameters.baseYear))
    }
    var result = Assessment(.statcan, latest: series.latest)
    result.base = series.points.first { $0.year == base.year }
    result.baseChoice = choice
    guard let sign = goal.sign else { return result.without(.noDirection) }
    if let target = goal.target, (latest.value - target) * sign >= 0 {
      result.status = .met
      result.category = "target_achieved"
      result.score = 5
      // The pace that led there is worth knowing; it decides nothing.
      result.value = try? growthRatio(base, latest, goal, sign, zeroStandIn: own.zeroStandIn).get()
      return result
    }
    switch growthRatio(base, latest, goal, sign, zeroStandIn: own.zeroStandIn) {
    case .failure(let absence): return result.without(absence)
    case .success(let ratio):
      let scale =
        goal.target == nil
        ? goal.limit.map { limitScale(base: base.value, limit: $0, exponent: own.limitExponent) } ?? 1 : 1
      let thresholds = goal.target == nil ? own.withoutTarget : own.withTarget
      result.value = ratio
      result.score =
        goal.target == nil
        ? scoreWithoutTarget(ratio, scale: scale, thresholds) : scoreWithTarget(ratio, thresholds)
      (result.status, result.category) = statcanClass(ratio, thresholds, scale: scale)
    }
    return result
  }

  private static func statcanClass(
    _ ratio: Double, _ thresholds: Method.Thresholds, scale: Double
  ) -> (Status, String) {
    if ratio >= thresholds.high * scale - tolerance { return (.onTrack, "substantial_progress") }
    if ratio >= thresholds.medium * scale - tolerance { return (.watch, "moderate_progress") }
    if ratio >= thresholds.low * scale - tolerance { return (.offTrack, "limited_progress") }
    return (.worsening, "deterioration")
  }

  /// Near a natural limit less growth is possible: thresholds shrink towards 0 at the limit.
  static func limitScale(base: Double, limit: Double, exponent: Double) -> Double {
    let b = abs(base)
    let bound = abs(limit)
    if bound == 0 || b >= 2 * bound { return 1 }
    return b <= bound ? 1 - pow(b / bound, exponent) : 1 - pow((2 * bound - b) / bound, exponent)
  }

  /// −5 to 5, linear between the thresholds. At the standard thresholds the published slopes are used, which are rounded to
  /// four decimals; at others the exact ones, so that score and class cannot disagree.
  static func scoreWithTarget(
    _ ratio: Double, _ thresholds: Method.Thresholds = Method.Progress.StatCan().withTarget
  ) -> Double {
    if thresholds == Method.Progress.StatCan().withTarget {
      return ratio >= 0.6 ? min(7.1429 * ratio - 4.2857, 5) : max(4.1667 * ratio - 2.5, -5)
    }
    return max(-5, min(5, piecewise(ratio, thresholds)))
  }

  static func scoreWithoutTarget(
    _ ratio: Double, scale: Double, _ thresholds: Method.Thresholds = Method.Progress.StatCan().withoutTarget
  ) -> Double {
    if ratio < 0, thresholds.low == 0 {
      return max(2.5 * ratio / (4 * (thresholds.medium - thresholds.low)) - 2.5, -5)
    }
    if scale == 0 { return 5 }
    let scaled = ratio / scale
    if scaled >= thresholds.high {
      return min(2.5 + 2.5 * (scaled - thresholds.high) / (thresholds.medium - thresholds.low), 5)
    }
    return max(-5, piecewise(scaled, thresholds))
  }

  /// Through 2.5, 0 and −2.5 at the thresholds.
  private static func piecewise(_ ratio: Double, _ thresholds: Method.Thresholds) -> Double {
    ratio >= thresholds.medium
      ? 2.5 * (ratio - thresholds.medium) / (thresholds.high - thresholds.medium)
      : 2.5 * (ratio - thresholds.medium) / (thresholds.medium - thresholds.low)
  }
}

extension GoalProgress.Absence: Error {}
