/// The pace of the past beside the pace that is needed.
public struct PaceToTarget: Sendable, Hashable {
  /// Mean yearly change in the unit.
  public var actual: Double?
  /// Yearly change from the latest figure that reaches the target in time; 0 where it is met.
  public var required: Double?
  /// Required over actual; nil where the pace leads away or the target is met.
  public var acceleration: Double?
  /// When the target is reached at the actual pace.
  public var attainment: Attainment?

  public init(base: Series.Point?, latest: Series.Point?, aim: Aim) {
    guard let latest else { return }
    actual = base.flatMap { Growth.linear(from: $0, to: latest) }
    if let target = aim.target {
      if aim.isReached(by: latest.value) {
        required = 0
      } else if aim.targetYear > latest.year {
        let needed = (target - latest.value) / Double(aim.targetYear - latest.year)
        required = needed
        if let actual, actual * needed > 0 { acceleration = needed / actual }
      }
    }
    attainment = actual.flatMap { Attainment.linear(latest, pace: $0, aim: aim) }
  }
}
