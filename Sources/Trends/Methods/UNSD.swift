import Catalogue

/// The progress assessment of the UN Statistics Division: the value that compound growth will have reached in the target year,
/// as a share of the way from the base to the target.
///
/// - Source: UNSD, SDG Progress Chart technical notes 2023 and 2024, as published by Eustat.
extension GoalProgress {
  static func unsd(_ series: Series, aim: Aim, _ parameters: Method.Progress) -> Assessment {
    let folded = series.mapped(aim.folded)
    let goal = aim.foldedAim
    guard let latest = folded.latest else { return Assessment(.unsd, latest: series.latest, absence: .noData) }
    guard let (base, choice) = folded.nearestBase(parameters.baseYear), base.year < latest.year else {
      return Assessment(.unsd, latest: series.latest, absence: pointsMissing(series, since: .min + 1))
    }
    var result = Assessment(.unsd, latest: series.latest)
    result.base = series.points.first { $0.year == base.year }
    result.baseChoice = choice
    guard let sign = goal.sign else { return result.without(.noDirection) }
    let isMet = goal.target.map { (latest.value - $0) * sign >= 0 } ?? false
    let isNear = isNearTarget(latest.value, goal, parameters.unsd)
    switch unsdShare(base, latest, goal, sign) {
    case .failure(let absence):
      guard isMet || isNear else { return result.without(absence) }
    case .success(let share):
      result.value = share
      let bounds =
        goal.target == nil
        ? (parameters.unsd.onTrackGrowth, parameters.unsd.fairGrowth) : (parameters.unsd.onTrack, parameters.unsd.fair)
      if share >= bounds.0 - tolerance {
        (result.score, result.status) = (3, .onTrack)
      } else if share >= bounds.1 - tolerance {
        (result.score, result.status) = (2, .watch)
      } else {
        (result.score, result.status) = (1, share < -tolerance ? .worsening : .offTrack)
      }
    }
    if isMet || isNear { (result.score, result.status) = (3, isMet ? .met : .onTrack) }
    result.category =
      result.score == 3 ? "on_track_or_met" : result.score == 2 ? "fair_progress" : "stagnation_or_regression"
    return result
  }

  /// A point from everybody or nobody counts as there.
  private static func isNearTarget(_ value: Double, _ aim: Aim, _ own: Method.Progress.UNSD) -> Bool {
    guard aim.isRate, let target = aim.target, target == 0 || target == 100 else { return false }
    return abs(value - target) <= own.nearTarget
  }

  private static func unsdShare(
    _ base: Series.Point, _ latest: Series.Point, _ aim: Aim, _ sign: Double
  ) -> Result<Double, Absence> {
    guard base.value != 0 else { return .failure(.baseZero) }
    guard let growth = Growth.compound(from: base, to: latest) else { return .failure(.signChange) }
    guard let target = aim.target else { return .success(sign * (base.value < 0 ? -1 : 1) * growth) }
    guard target != base.value else { return .failure(.atTarget) }
    guard aim.targetYear >= latest.year else { return .failure(.targetYearPassed) }
    let expected = Growth.extended(latest, by: growth, to: aim.targetYear)
    return .success(sign * (expected - base.value) / abs(target - base.value))
  }
}
