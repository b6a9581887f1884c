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

  /// Whether an index counts as parity.
  public static func isParity(_ index: Double) -> Bool { (0.97...1.03).contains(index) }
}
