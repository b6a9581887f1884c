/// Parity between two groups, as UNESCO measures it: the value of the group that is likely behind over that of the other.
public enum Parity {
  /// The unadjusted index a/b; nil where b is 0, or where either is negative.
  /// - Source: UIS glossary; 0.97 to 1.03 counts as parity.
  public static func index(_ a: Double, over b: Double) -> Double? {
    guard a >= 0, b > 0 else { return nil }
    return a / b
  }

  /// The adjusted index, symmetric about 1 with range 0 to 2: a/b where a ≤ b, else 2 − b/a.
  ///
  ///     Parity.adjustedIndex(40, over: 50)   // 0.8
  ///     Parity.adjustedIndex(50, over: 40)   // 1.2
  ///
  /// - Returns: nil where both are 0 (undefined, not parity); 2 where only `b` is 0.
  /// - Source: UIS glossary, adjusted parity index.
  public static func adjustedIndex(_ a: Double, over b: Double) -> Double? {
    guard a >= 0, b >= 0, a > 0 || b > 0 else { return nil }
    return a <= b ? a / b : 2 - b / a
  }

  /// Whether an index counts as parity: within the method's band or on its ends, as far as numbers in binary can tell.
  public static func isParity(_ index: Double, within band: ClosedRange<Double>) -> Bool {
    index >= band.lowerBound - 1e-9 && index <= band.upperBound + 1e-9
  }
}
