import Catalogue

/// ESCAP's two indices: where a city stands between base and target (Current Status Index, −10 to 10), and how much of the way
/// will still be missing in the target year if the trend goes on (Anticipated Progress Index, per cent).
///
/// The trend is a linear regression in which later years weigh more.
/// - Source: ESCAP working papers SD/WP/04 and SD/WP/05 (2017); Bidarbakhtnia, Global Policy 11(1), 2020.
extension GoalProgress {
  static func escap(_ series: Series, aim: Aim, _ parameters: Method.Progress) -> Assessment {
    guard let latest = series.latest else { return Assessment(.escap, absence: .noData) }
    guard let (base, choice) = series.base(parameters.baseYear), base.year < latest.year else {
      return Assessment(.escap, latest: latest, absence: pointsMissing(series, since: parameters.baseYear))
    }
    var result = Assessment(.escap, latest: latest)
    result.base = base
    result.baseChoice = choice
    guard aim.direction != .none else { return result.without(.noDirection) }
    guard let target = aim.target else { return result.without(aim.direction == .ideal ? .noDirection : .noTarget) }
    guard target != base.value else { return result.without(.atTarget) }
    result.score = currentStatusIndex(base: base.value, current: latest.value, target: target, aim: aim)
    guard aim.targetYear >= latest.year else { return result.without(.targetYearPassed) }
    guard let line = timeWeightedLine(series, parameters.escap) else { return result.without(.tooFewPoints) }
    let missing = anticipatedProgressIndex(
      base: base.value, predicted: line.value(at: Double(aim.targetYear)), target: target, aim: aim)
    result.value = missing
    if missing <= parameters.escap.achieved + tolerance {
      (result.status, result.category) = (aim.isReached(by: latest.value) ? .met : .onTrack, "will_be_achieved")
    } else if missing <= parameters.escap.accelerate + tolerance {
      (result.status, result.category) = (.watch, "accelerate")
    } else {
      (result.status, result.category) = (.worsening, "reverse")
    }
    return result
  }

  /// 0 at the base, 10 at the target or beyond, negative for steps back.
  static func currentStatusIndex(base: Double, current: Double, target: Double, aim: Aim) -> Double {
    guard !aim.isReached(by: current) || aim.parity != nil else { return 10 }
    let way = abs(target - base)
    let index =
      aim.sign.map { 10 * $0 * (current - base) / way } ?? 10 - 10 * abs(target - current) / way
    return max(-10, min(10, index))
  }

  /// The share of the way from base to target that will be missing, in per cent; 0 where the target is met or passed.
  static func anticipatedProgressIndex(base: Double, predicted: Double, target: Double, aim: Aim) -> Double {
    if aim.direction != .ideal, aim.isReached(by: predicted) { return 0 }
    return 100 * abs(target - predicted) / abs(target - base)
  }

  /// Weights rise from 1/T in the first year to 1 in the latest.
  static func timeWeightedLine(_ series: Series, _ own: Method.Progress.ESCAP) -> WeightedLine? {
    let points = series.points.filter { $0.year >= own.firstYear }
    guard let latest = points.last else { return nil }
    let years = Double(latest.year - own.firstYear + 1)
    return WeightedLine(
      points.map { (Double($0.year), $0.value, Double($0.year - own.firstYear + 1) / years) })
  }
}
