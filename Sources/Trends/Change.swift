import Catalogue
import Measurement
import Vocabulary

/// How a figure moved from its previous observation, or why that can't be said.
public struct Change: Sendable {
  /// What the change is told in.
  public enum Measure: UInt8, Sendable {
    /// Percentage points, for rates.
    case points
    /// Per cent of the earlier value, for counts and amounts.
    case percent
    /// The indicator's own unit: indices, ratings (steps), yes/no.
    case units
  }

  /// Why there is no change.
  public enum Absence: String, Sendable, CaseIterable {
    /// The later value is the first of its series.
    case first = "first_value"
    /// The series broke: the two values don't measure the same thing.
    case seriesBreak = "break_in_series"
    /// A change in per cent of nothing.
    case zeroBase = "zero_base"
    /// The earlier value is below zero, so that per cent has no meaning.
    case negativeBase = "negative_base"
  }

  /// Better or worse follows the direction of the indicator, not the sign.
  public enum Verdict: String, Sendable, CaseIterable {
    case better
    case worse
    case same
    /// The indicator has no direction.
    case neutral
  }

  /// The later observation.
  public var key: IndicatorValue.Key
  public var value: Double
  /// The earlier observation; nil for the first of a series.
  public var previousPeriod: TimePeriod?
  public var previousValue: Double?
  public var measure: Measure
  /// Later minus earlier, in the indicator's unit.
  public var absolute: Double?
  /// In per cent of the earlier value.
  public var relative: Double?
  /// A year's share of the change over a gap: of `absolute` by division, of `relative` as a compound rate.
  public var annualisedAbsolute: Double?
  public var annualisedRelative: Double?
  /// Years between the two.
  public var gap: Int
  public var verdict: Verdict?
  /// Change of the indicator's score.
  public var effect: Double?
  public var absence: Absence?
  public var status: ObservationStatus

  /// The change in the unit that ``measure`` names: points and units absolute, else per cent.
  public var headline: Double? { measure == .percent ? relative : absolute }
}
