import Catalogue

/// Eurostat's indicator trends: compound growth over a window, over the growth that reaches the target; without a target the
/// growth itself against fixed rates.
///
/// The ratio is taken with the direction of the indicator and the size of the required growth, which is the published formula
/// wherever the base has not reached the target, and does not praise a fall from beyond it.
/// - Source: Eurostat, Sustainable development in the European Union, annex; restated by Statistics Canada in Open SDG.
extension GoalProgress {
  static func eurostat(_ series: Series, aim: Aim, _ parameters: Method.Progress) -> Assessment {
    let own = parameters.eurostat
    let folded = series.mapped(aim.folded)
    let goal = aim.foldedAim
    guard let latest = folded.latest else { return Assessment(.eurostat, latest: series.latest, absence: .noData) }
    guard let (base, choice) = eurostatBase(folded, parameters), base.year < latest.year else {
      let isShort = own.window != .sinceBase && folded.points.count > 1
      return Assessment(
        .eurostat, latest: series.latest,
        absence: isShort ? .windowTooShort : pointsMissing(series, since: parameters.baseYear))
    }
    var result = Assessment(.eurostat, latest: series.latest)
    result.base = series.points.first { $0.year == base.year }
    result.baseChoice = choice
    guard let sign = goal.sign else { return result.without(.noDirection) }
    let isMet = goal.target.map { (latest.value - $0) * sign >= 0 } ?? false
    switch growthRatio(base, latest, goal, sign) {
    case .failure(let absence):
      guard isMet else { return result.without(absence) }
      result.category = "target_met"
    case .success(let ratio):
      result.value = ratio
      if goal.target == nil {
        (result.status, result.category) = trendClass(ratio, own.withoutTarget)
        result.score = max(-5, min(5, ratio / 0.02 * 5))
      } else {
        (result.status, result.category) = targetClass(ratio, own.withTarget)
        result.score = max(-5, min(5, ratio >= 0.6 ? (ratio - 0.6) / 0.14 : (ratio - 0.6) / 0.24))
      }
    }
    if isMet { (result.status, result.score) = (.met, 5) }
    return result
  }

  private static func eurostatBase(
    _ series: Series, _ parameters: Method.Progress
  ) -> (point: Series.Point, choice: BaseChoice)? {
    let span: Method.Progress.Eurostat.Span
    switch parameters.eurostat.window {
    case .sinceBase: return series.base(parameters.baseYear)
    case .long: span = parameters.eurostat.long
    case .short: span = parameters.eurostat.short
    }
    guard let latest = series.latest else { return nil }
    let years = latest.year - span.years...latest.year - span.atLeast
    guard let point = series.points.first(where: { years.contains($0.year) }) else { return nil }
    return (point, point.year == series.brokenIn ? .afterBreak : .window)
  }

  private static func targetClass(_ ratio: Double, _ bounds: Method.Thresholds) -> (Status, String) {
    if ratio >= bounds.high - tolerance { return (.onTrack, "significant_progress") }
    if ratio >= bounds.medium - tolerance { return (.watch, "moderate_progress") }
    if ratio >= bounds.low - tolerance { return (.offTrack, "insufficient_progress") }
    return (.worsening, "movement_away")
  }

  private static func trendClass(_ growth: Double, _ bounds: Method.Thresholds) -> (Status, String) {
    if growth >= bounds.high - tolerance { return (.onTrack, "significant_progress") }
    if growth >= bounds.medium - tolerance { return (.watch, "moderate_progress") }
    if growth > bounds.low + tolerance { return (.worsening, "moderate_movement_away") }
    return (.worsening, "significant_movement_away")
  }
}
