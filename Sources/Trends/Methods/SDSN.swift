import Catalogue

/// The Sustainable Development Report's three statements: a score between the worst and the best of a scale, its colour, and an
/// arrow that compares the yearly change since the base with the change that is needed.
///
/// The bounds are the indicator's goalposts from the catalogue: the report's own are percentiles of all countries, which would
/// move a city when another one moves.
/// - Source: Sustainable Development Report, methods summary; Lafortune et al. (2018), detailed methodology.
extension GoalProgress {
  static func sdsn(_ series: Series, aim: Aim, _ parameters: Method.Progress) -> Assessment {
    let own = parameters.sdsn
    guard let latest = series.latest else { return Assessment(.sdsn, absence: .noData) }
    var result = Assessment(.sdsn, latest: latest)
    if let worst = aim.worst, let best = aim.best, aim.direction != .none {
      let position = aim.direction == .ideal ? best - abs(latest.value - best) : latest.value
      let low = aim.direction == .ideal ? best - abs(best - worst) : worst
      let score = rescaled(position, lower: low, optimum: best)
      result.score = score
      result.remark = colour(0.03 * score, own.colours)
    }
    guard aim.direction != .none else { return result.without(.noDirection) }
    guard let target = aim.target else { return result.without(aim.direction == .ideal ? .noDirection : .noTarget) }
    guard let (base, choice) = series.base(parameters.baseYear), base.year < latest.year else {
      return result.without(pointsMissing(series, since: parameters.baseYear))
    }
    result.base = base
    result.baseChoice = choice
    if aim.isReached(by: latest.value) {
      (result.status, result.category) = (.met, "on_track")
      return result
    }
    guard aim.targetYear > base.year else { return result.without(.targetYearPassed) }
    let start = aim.distance(base.value)
    guard start != target, let sign = aim.foldedAim.sign else { return result.without(.atTarget) }
    let actual = sign * (aim.distance(latest.value) - start) / Double(latest.year - base.year)
    let ratio = actual / (abs(target - start) / Double(aim.targetYear - base.year))
    result.value = ratio
    if ratio >= own.arrows.high - tolerance {
      (result.status, result.category) = (.onTrack, "on_track")
    } else if ratio >= own.arrows.medium - tolerance {
      (result.status, result.category) = (.watch, "moderately_improving")
    } else if ratio >= own.arrows.low - tolerance {
      (result.status, result.category) = (.offTrack, "stagnating")
    } else {
      (result.status, result.category) = (.worsening, "decreasing")
    }
    return result
  }

  /// 0 at the lower bound and 100 at the optimum, clipped; the bounds stand the other way round where less is better.
  static func rescaled(_ value: Double, lower: Double, optimum: Double) -> Double {
    max(0, min(100, 100 * (value - lower) / (optimum - lower)))
  }

  private static func colour(_ level: Double, _ bounds: Method.Thresholds) -> String {
    if level >= bounds.high - tolerance { return "green" }
    if level >= bounds.medium - tolerance { return "yellow" }
    return level >= bounds.low - tolerance ? "orange" : "red"
  }
}
