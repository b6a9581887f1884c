import Foundation

/// Elementary measures of change between two points.
public enum Growth {
  /// Compound yearly growth as a share: (y/y₀)^(1/years) − 1.
  ///
  /// - Returns: nil where the base is 0, the sign changes, or no time has passed: growth has no meaning there.
  public static func compound(from base: Series.Point, to later: Series.Point) -> Double? {
    guard later.year != base.year, base.value != 0, later.value == 0 || (later.value > 0) == (base.value > 0) else {
      return nil
    }
    return pow(later.value / base.value, 1 / Double(later.year - base.year)) - 1
  }

  /// Average yearly change in the indicator's unit; nil where no time has passed.
  public static func linear(from base: Series.Point, to later: Series.Point) -> Double? {
    later.year == base.year ? nil : (later.value - base.value) / Double(later.year - base.year)
  }

  /// A value carried on by compound growth.
  static func extended(_ point: Series.Point, by growth: Double, to year: Int) -> Double {
    point.value * pow(1 + growth, Double(year - point.year))
  }
}
