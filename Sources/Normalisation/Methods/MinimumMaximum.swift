extension Normaliser {
  /// The lowest value becomes `lower`, the highest `upper`: (x − min)/(max − min)·(u − l) + l.
  public static func minimumMaximum(_ values: [Double?], lower: Double = 0, upper: Double = 100) -> [Double?] {
    guard let (low, high) = range(values) else { return values.map { _ in nil } }
    return values.map { $0.map { ($0 - low) / (high - low) * (upper - lower) + lower } }
  }

  /// The distance to the highest value: 1 − (max − x)/(max − min).
  public static func distanceToMaximum(_ values: [Double?]) -> [Double?] {
    guard let (low, high) = range(values) else { return values.map { _ in nil } }
    return values.map { $0.map { 1 - (high - $0) / (high - low) } }
  }

  /// The distance to a reference value: 1 − (r − x)/(r − min); beyond it above 1 unless capped.
  /// - Returns: nothing where the reference is missing or lowest itself.
  public static func distanceToReference(_ values: [Double?], reference: Double?, isCapped: Bool = false) -> [Double?] {
    guard let reference, let (low, _) = range(values), reference > low else { return values.map { _ in nil } }
    return values.map { $0.map { capped(1 - (reference - $0) / (reference - low), isCapped) } }
  }

  /// The share of the way from the lowest value to a target: (x − min)/(T − min); beyond it above 1 unless capped.
  /// - Returns: nothing where the target is not above the lowest value, since there is no way to go then.
  public static func distanceToTarget(_ values: [Double?], target: Double, isCapped: Bool = false) -> [Double?] {
    guard let low = values.compactMap({ $0 }).min(), target > low else { return values.map { _ in nil } }
    return values.map { $0.map { capped(($0 - low) / (target - low), isCapped) } }
  }

  private static func capped(_ share: Double, _ isCapped: Bool) -> Double { isCapped ? min(1, share) : share }
}
