import Catalogue

/// OECD's distance to a target in standard deviations of the peers, which makes indicators of different units comparable; and
/// the trend as rank correlation of value and year. It tells where a city stands, not whether its pace is enough.
///
/// - Source: OECD (2022), The Short and Winding Road to 2030: Measuring Distance to the SDG Targets, annex A.
extension GoalProgress {
  static func oecd(_ series: Series, aim: Aim, _ parameters: Method.Progress, spread: Double?) -> Assessment {
    let own = parameters.oecd
    guard let latest = series.latest else { return Assessment(.oecd, absence: .noData) }
    var result = Assessment(.oecd, latest: latest)
    result.remark = trend(series, aim, own)
    guard aim.direction != .none else { return result.without(.noDirection) }
    guard let target = aim.target else { return result.without(aim.direction == .ideal ? .noDirection : .noTarget) }
    if aim.isReached(by: latest.value) {
      (result.value, result.status, result.category) = (0, .met, "target_met")
      return result
    }
    guard let spread, spread > 0 else { return result.without(.tooFewPeers) }
    let distance = abs(target - latest.value) / spread
    result.value = distance
    result.category =
      distance <= own.small + tolerance
      ? "small_distance" : distance <= own.medium + tolerance ? "medium_distance" : "far"
    return result
  }

  private static func trend(_ series: Series, _ aim: Aim, _ own: Method.Progress.OECD) -> String? {
    guard let sign = aim.foldedAim.sign, series.points.count > 2 else { return nil }
    let correlation =
      sign
      * Ranking.correlation(series.points.map { Double($0.year) }, series.points.map { aim.distance($0.value) })
    if abs(correlation) < own.trendCorrelation { return "no_trend" }
    return correlation > 0 ? "improving" : "worsening"
  }
}
