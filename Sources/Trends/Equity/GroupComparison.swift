import Measurement
import Vocabulary

/// One group of a city beside its reference group and beside the city, in one measure and year.
public struct GroupComparison: Sendable {
  /// Who is behind. For a measure that should fall the higher value is the worse one.
  public enum Side: String, Sendable, CaseIterable {
    case parity
    case groupBehind = "group_behind"
    case groupAhead = "group_ahead"
    /// No way is better.
    case undecided
  }

  /// What the gap did since its previous observation.
  public enum Course: String, Sendable, CaseIterable {
    case closing
    case unchanged
    case widening
  }

  /// Why there is no comparison, or no course.
  public enum Absence: String, Sendable, CaseIterable {
    case groupSuppressed = "group_suppressed"
    case referenceSuppressed = "reference_suppressed"
    case groupMissing = "group_missing"
    case referenceMissing = "reference_missing"
    /// The gap is the first of its series.
    case first = "first_value"
    case seriesBreak = "break_in_series"
  }

  /// What the distance is measured from.
  public enum BenchmarkKind: String, Sendable, CaseIterable {
    case average
    case target
  }

  public var city: CityID
  public var indicator: IndicatorID
  /// Position of the dimension in ``EquityPlan/dimensions`` and of the group in the dimension.
  public var dimension: Int
  public var group: Int
  public var period: TimePeriod

  public var value: Double?
  public var base: Double?
  public var referenceValue: Double?
  public var referenceBase: Double?
  /// The weightiest status of both; of the absent one where one is absent.
  public var status: ObservationStatus
  /// Whether one of the two rests on fewer than the persons that a rate wants.
  public var hasSmallBase = false

  /// Group over reference, unadjusted and adjusted; nil where an index has no meaning.
  public var parity: Double?
  public var adjustedParity: Double?
  /// Group minus reference, in the measure's unit.
  public var gap: Double?
  public var side: Side?
  public var absence: Absence?

  public var previousPeriod: TimePeriod?
  public var previousGap: Double?
  /// Of the gap's size: below 0 where it closes.
  public var gapChange: Double?
  public var course: Course?
  public var courseAbsence: Absence?

  public var benchmark: Double?
  public var benchmarkKind: BenchmarkKind?
  /// How much worse than the benchmark, in the measure's unit; below 0 where better.
  public var distance: Double?
  /// Whether the distance is more than the band of parity allows; nil where no way is better.
  public var isLeftBehind: Bool?
  /// Persons who would have to be reached for the group to stand at the benchmark: distance × base, 0 where it is not left behind;
  /// nil where the measure is no share of counted persons.
  public var personsBehind: Double?

  /// The same of all rows of the city, measure, dimension and year: groups told of, groups behind their reference, and the persons
  /// behind in them; no persons where groups overlap, because they would count twice.
  public var groupsTold = 0
  public var groupsBehind = 0
  public var personsBehindInAll: Double?
}

/// How far apart the groups of a dimension lie, each by the weight of its people.
public struct GroupDispersion: Sendable {
  /// Why there is no dispersion.
  public enum Absence: String, Sendable, CaseIterable {
    /// Nothing lies apart from itself.
    case singleGroup = "single_group"
    /// Fewer groups have a value than the method asks for.
    case tooFewGroups = "too_few_groups"
    case weightsMissing = "weights_missing"
    case first = "first_value"
    case seriesBreak = "break_in_series"
    /// The year before had a value of other groups: another dispersion.
    case otherGroups = "other_groups"
  }

  public var city: CityID
  public var indicator: IndicatorID
  public var dimension: Int
  public var period: TimePeriod
  public var groupsTold: Int
  public var groupsWithValue: Int
  public var groupsSuppressed: Int
  public var measures: Dispersion?
  public var status: ObservationStatus
  public var absence: Absence?
  public var previousPeriod: TimePeriod?
  public var previousDeviation: Double?
  /// Of the standard deviation.
  public var change: Double?
  public var course: GroupComparison.Course?
  public var courseAbsence: Absence?
}
