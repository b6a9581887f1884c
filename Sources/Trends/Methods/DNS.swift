import Catalogue

/// The weather symbols of Germany's Sustainable Development Strategy: the mean of the last yearly changes carried on to the
/// target year, and how much of the gap it will leave. Without a number to reach, the mean and the last change decide.
///
/// - Source: Federal Statistical Office of Germany, dns-indikatoren.de, status methodology.
extension GoalProgress {
  static func dns(_ series: Series, aim: Aim, _ parameters: Method.Progress) -> Assessment {
    let own = parameters.dns
    guard let latest = series.latest else { return Assessment(.dns, absence: .noData) }
    var result = Assessment(.dns, latest: latest)
    guard let sign = aim.foldedAim.sign else { return result.without(.noDirection) }
    let window = series.points.filter { $0.year >= latest.year - own.changes }
    guard window.count >= own.minimumPoints else {
      return result.without(
        series.points.count < 2 ? pointsMissing(series, since: latest.year - own.changes) : .windowTooShort)
    }
    let distances = window.map { Series.Point(year: $0.year, value: aim.distance($0.value)) }
    let (first, previous, last) = (distances[0], distances[distances.count - 2], distances[distances.count - 1])
    guard let change = Growth.linear(from: first, to: last) else { return result.without(.tooFewPoints) }
    result.base = window[0]
    result.baseChoice = window[0].year == series.brokenIn ? .afterBreak : .window
    guard let target = aim.target else {
      let symbol = directional(mean: sign * change, last: sign * (last.value - previous.value))
      result.value = sign * change
      (result.status, result.category) = (symbol.status, symbol.rawValue)
      return result
    }
    if aim.isReached(by: latest.value) {
      (result.value, result.status, result.category) = (0, .met, Weather.sun.rawValue)
      return result
    }
    guard aim.targetYear > latest.year else { return result.without(.targetYearPassed) }
    let projected = last.value + change * Double(aim.targetYear - last.year)
    let missed = max(0, (target - projected) * sign / abs(target - last.value))
    result.value = missed
    let symbol: Weather =
      sign * change < -tolerance
      ? .thunderstorm
      : missed < own.sun - tolerance ? .sun : missed <= own.slightlyCloudy + tolerance ? .slightlyCloudy : .cloudy
    (result.status, result.category) = (symbol.status, symbol.rawValue)
    return result
  }

  private enum Weather: String {
    case sun
    case slightlyCloudy = "slightly_cloudy"
    case cloudy
    case thunderstorm

    var status: Status {
      switch self {
      case .sun: .onTrack
      case .slightlyCloudy: .watch
      case .cloudy: .offTrack
      case .thunderstorm: .worsening
      }
    }
  }

  /// Both the right way: sun; the mean alone: slightly cloudy; the last change alone: cloudy; neither: thunderstorm.
  private static func directional(mean: Double, last: Double) -> Weather {
    switch (mean > tolerance, last > tolerance) {
    case (true, true): .sun
    case (true, false): .slightlyCloudy
    case (false, true): .cloudy
    case (false, false): .thunderstorm
    }
  }
}
