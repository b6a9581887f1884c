/// The method of a round: every choice that changes a number, echoed in the outputs.
public struct Method: Sendable, Hashable {
  public enum Normalisation: String, CaseIterable, Sendable {
    case goalposts
  }
  public enum Aggregation: String, CaseIterable, Sendable {
    case arithmetic
  }
  public enum ProgressMethod: String, CaseIterable, Sendable {
    case statcan
  }

  /// Progress thresholds, from the best verdict down.
  public struct Thresholds: Sendable, Hashable {
    public var high: Double
    public var medium: Double
    public var low: Double

    public init(high: Double, medium: Double, low: Double) {
      self.high = high
      self.medium = medium
      self.low = low
    }
  }

  public struct Progress: Sendable, Hashable {
    public var method: ProgressMethod
    public var baseYear: Int
    public var targetYear: Int
    public var withTarget: Thresholds
    public var withoutTarget: Thresholds
    /// Exponent of the limit scaling near a natural bound.
    public var limitExponent: Double

    public init(
      method: ProgressMethod, baseYear: Int, targetYear: Int, withTarget: Thresholds, withoutTarget: Thresholds,
      limitExponent: Double
    ) {
      self.method = method
      self.baseYear = baseYear
      self.targetYear = targetYear
      self.withTarget = withTarget
      self.withoutTarget = withoutTarget
      self.limitExponent = limitExponent
    }
  }

  public var id: String
  public var version: String
  public var normalisation: Normalisation
  public var aggregation: Aggregation
  /// Least share (by weight) of what is under a node for the node to have a score; a fraction, so that 2/3 is exact.
  public var minimumCoverageNumerator: Int
  public var minimumCoverageDenominator: Int
  /// A value older than this does not stand for the reference year.
  public var maximumAgeYears: Int
  public var progress: Progress

  public init(
    id: String, version: String, normalisation: Normalisation, aggregation: Aggregation,
    minimumCoverageNumerator: Int, minimumCoverageDenominator: Int, maximumAgeYears: Int, progress: Progress
  ) {
    self.id = id
    self.version = version
    self.normalisation = normalisation
    self.aggregation = aggregation
    self.minimumCoverageNumerator = minimumCoverageNumerator
    self.minimumCoverageDenominator = minimumCoverageDenominator
    self.maximumAgeYears = maximumAgeYears
    self.progress = progress
  }

  public var minimumCoverage: Double { Double(minimumCoverageNumerator) / Double(minimumCoverageDenominator) }
}
