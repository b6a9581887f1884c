/// The numbers that the rules of validation compare with, from `rules.yaml`.
public struct RuleThresholds: Sendable {
  public var version: String
  /// Year-on-year thresholds by kind of unit; a variable may override them.
  public var yearOnYear: [UnitOfMeasure.Kind: ChangeThresholds]
  /// Allowed difference of a total from its parts, a part (rounding).
  public var sumTolerance: Double
  /// Allowed difference of a reported from a computed rate, in percentage points.
  public var rateTolerance: Double
  /// Rates over fewer persons are flagged as of low reliability.
  public var minimumDenominator: Double
  /// Parity indices outside are worth a second look.
  public var parityPlausible: ClosedRange<Double>
}
