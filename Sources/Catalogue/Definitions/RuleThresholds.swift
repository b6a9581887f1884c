import Vocabulary

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
  /// Dimensions whose codes do not overlap and leave nothing out, so that they add up to the total.
  public var completeDimensions: [String]
  /// Statuses that only a note makes understandable.
  public var statusesWithNote: [ObservationStatus]
  public var populationGroups: [PopulationGroup]
  public var content: ContentThresholds
  public var series: SeriesThresholds
  public var network: NetworkThresholds
  public var place: SourceLine
}

/// A population and the groups that live within it, by ids of variables.
public struct PopulationGroup: Sendable {
  public var whole: String
  /// Each is at most the whole.
  public var parts: [String]
  /// Those that do not overlap: together at most the whole.
  public var disjoint: [String]
}

/// Thresholds of the rules that look at one year of one city.
public struct ContentThresholds: Sendable {
  public var minimumReviewers: Double
  /// Between the highest and the lowest rating, in steps of the scale.
  public var maximumRatingSpread: Double
  /// Persons asked in a survey.
  public var minimumSample: Double
  /// From here on the same number of women and men is no chance.
  public var identicalSexesFrom: Double
  /// Values of this size or more must not all be multiples of it …
  public var roundTo: Double
  /// … once there are so many of them.
  public var roundValuesFrom: Double
  /// So many values must be there before their being all provisional is told.
  public var provisionalFrom: Double
}

/// Thresholds of the rules that compare years.
public struct SeriesThresholds: Sendable {
  /// So many values must be equal to last year's, and none different.
  public var copiedForwardFrom: Double
  /// How far the ratio of two values may be from 10, 100 or 1000, as a share of it.
  public var shiftTolerance: Double
  /// The larger of the two values is at least this.
  public var shiftFrom: Double
  /// A count of this size that becomes 0, or comes from 0.
  public var zeroFlipFrom: Double
  /// So many equal values in a row.
  public var flatYears: Double
  /// And at least so large: a council keeps its seats.
  public var flatFrom: Double
  /// A figure of an election comes at least so many years after the one before.
  public var electionYears: Double
  /// How far a figure may be from what a closed round published, in per cent of it.
  public var revisionTolerance: Double
}

/// Thresholds of the rules that compare cities.
public struct NetworkThresholds: Sendable {
  /// Fewer cities are no distribution.
  public var minimumCities: Double
  /// Hidiroglou–Berthelot: weight of size (U), floor of the spread (A), width of the fence (C).
  public var sizeExponent: Double
  public var spreadFloor: Double
  public var fenceFactor: Double
  /// Robust deviations of a rate from the median.
  public var deviationFactor: Double
  /// And at least so many percentage points.
  public var deviationFrom: Double
  /// Length of a series that two cities cannot share by chance.
  public var identicalYears: Double
}
