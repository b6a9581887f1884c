extension Method {
  /// How a value in the indicator's unit becomes a score.
  public struct Normalisation: Sendable, Hashable {
    /// The ways to bring values to a scale; the raw values are the names in `method.yaml`.
    public enum Name: String, CaseIterable, Sendable {
      case goalposts
      case scaled
      case minmax
      case zscore
      case rank
      case percentileRank = "percentile_rank"
      case borda
      case distanceToMaximum = "distance_to_maximum"
      case distanceToReference = "distance_to_reference"
      case distanceToTarget = "distance_to_target"

      /// All but the two whose bounds stand in the catalogue look at the other cities of the round.
      public var isPeerRelative: Bool { self != .goalposts && self != .scaled }
    }

    public var name: Name
    /// The scores of the worst and the best; a z-score has mean and deviation instead.
    public var lower: Double
    public var upper: Double
    /// Of z-scores.
    public var mean: Double
    public var deviation: Double
    /// Id of the city that `distance_to_reference` measures against.
    public var reference: String?
    /// Whether distances to a reference or a target end at the upper bound.
    public var isCapped: Bool

    public init(
      name: Name = .goalposts, lower: Double = 0, upper: Double = 100, mean: Double = 50, deviation: Double = 10,
      reference: String? = nil, isCapped: Bool = true
    ) {
      self.name = name
      self.lower = lower
      self.upper = upper
      self.mean = mean
      self.deviation = deviation
      self.reference = reference
      self.isCapped = isCapped
    }
  }

  /// The mean by which the scores of a level become the score of the level above.
  public struct Aggregation: Sendable, Hashable {
    /// The ways to put scores together; the raw values are the names in `method.yaml`.
    public enum Name: String, CaseIterable, Sendable {
      case arithmetic
      case geometric
      case harmonic
      case generalised
      case copeland
    }
    public var name: Name
    /// Of the generalised mean.
    public var power: Double

    public init(name: Name = .arithmetic, power: Double = 1) {
      self.name = name
      self.power = power
    }

    /// Whether a score of 0 or less leaves the mean undefined.
    public var needsPositiveScores: Bool {
      switch name {
      case .geometric, .harmonic: true
      case .generalised: power <= 0 || power != power.rounded()
      case .arithmetic, .copeland: false
      }
    }

    /// Whether a score below 0 leaves the mean undefined: of the generalised mean all powers but 1, which is the arithmetic one.
    var needsNoNegativeScores: Bool { needsPositiveScores || name == .generalised && power != 1 }

    /// Whether the mean is defined for all scores from `lower` on.
    public func isDefined(from lower: Double) -> Bool {
      needsPositiveScores ? lower > 0 : lower >= 0 || !needsNoNegativeScores
    }
  }

  /// Winsorising of an indicator whose distribution over the cities has outliers.
  /// - Source: OECD/JRC Handbook (2008); COINr, outlier treatment.
  public struct Outliers: Sendable, Hashable {
    /// The distribution passes below either.
    public var skewness: Double
    public var kurtosis: Double
    /// Points that may be moved; where more are needed, none is.
    public var maximumPoints: Int

    public init(skewness: Double = 2, kurtosis: Double = 3.5, maximumPoints: Int = 5) {
      self.skewness = skewness
      self.kurtosis = kurtosis
      self.maximumPoints = maximumPoints
    }
  }

  /// What stands in for a value that a city has not, always flagged and never counted as coverage.
  public struct Imputation: Sendable, Hashable {
    /// The ways to fill holes; the raw values are the names in `method.yaml`.
    public enum Name: String, CaseIterable, Sendable {
      case latest
      case linear
      case groupMean = "group_mean"
      case groupMedian = "group_median"

      public var isPeerRelative: Bool { self == .groupMean || self == .groupMedian }
    }
    /// Whose mean or median.
    public enum Group: String, CaseIterable, Sendable {
      case all
      case region
      case country
    }
    public var name: Name
    public var group: Group

    public init(name: Name, group: Group = .all) {
      self.name = name
      self.group = group
    }
  }

  /// Leaves cities with too little out of a framework's scores.
  public struct Screening: Sendable, Hashable {
    /// Least share of a framework's scored indicators that a city has, and least share of these that is not zero; 0 asks nothing.
    public var minimumAvailability: Double
    public var minimumNonZero: Double

    public init(minimumAvailability: Double, minimumNonZero: Double = 0) {
      self.minimumAvailability = minimumAvailability
      self.minimumNonZero = minimumNonZero
    }
  }
}
