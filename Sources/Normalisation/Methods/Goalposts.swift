extension Normaliser {
  /// The place between two fixed posts, 0 to 1; beyond them clipped unless told otherwise.
  ///
  ///     Normaliser.goalposts(1, low: 0, high: 10)                          // 0.1
  ///     Normaliser.goalposts(1, low: 0, high: 10, isLessBetter: true)      // 0.9
  public static func goalposts(
    _ value: Double, low: Double, high: Double, isLessBetter: Bool = false, isClipped: Bool = true
  ) -> Double {
    let share = isLessBetter ? (value - high) / (low - high) : (value - low) / (high - low)
    return isClipped ? min(1, max(0, share)) : share
  }

  /// The place between two fixed bounds in per cent, not clipped.
  public static func scaled(_ value: Double, low: Double, high: Double) -> Double {
    100 * goalposts(value, low: low, high: high, isClipped: false)
  }
}
