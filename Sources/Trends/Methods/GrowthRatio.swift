import Catalogue

extension GoalProgress {
  /// Compound growth in the desired direction, over the size of the growth that reaches the target; the growth itself where
  /// there is no target.
  ///
  /// The required growth counts by its size: a city that began beyond its target and fell away needs growth back, and a ratio of
  /// signed rates would read its fall as progress.
  /// - Parameters:
  ///   - sign: +1 for more, −1 for less.
  ///   - zeroStandIn: What takes the place of a base or target of 0; nil makes them reasons for no verdict.
  static func growthRatio(
    _ base: Series.Point, _ latest: Series.Point, _ aim: Aim, _ sign: Double, zeroStandIn: Double? = nil
  ) -> Result<Double, Absence> {
    let base = Series.Point(year: base.year, value: base.value == 0 ? zeroStandIn ?? 0 : base.value)
    guard base.value != 0 else { return .failure(.baseZero) }
    guard let actual = Growth.compound(from: base, to: latest) else { return .failure(.signChange) }
    let oriented = sign * (base.value < 0 ? -1 : 1) * actual
    guard let target = aim.target.map({ $0 == 0 ? zeroStandIn ?? 0 : $0 }) else { return .success(oriented) }
    guard target != base.value else { return .failure(.atTarget) }
    guard target != 0 else { return .failure(.targetZero) }
    guard aim.targetYear > base.year else { return .failure(.targetYearPassed) }
    guard let required = Growth.compound(from: base, to: Series.Point(year: aim.targetYear, value: target)) else {
      return .failure(.signChange)
    }
    return .success(oriented / abs(required))
  }
}
