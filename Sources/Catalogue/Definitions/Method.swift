/// The method of a round: every choice that changes a number, echoed in the outputs.
public struct Method: Sendable, Hashable {
  public var id: String
  public var version: String
  public var normalisation: Normalisation
  /// nil: no value is altered.
  public var outliers: Outliers?
  /// nil: what is missing stays missing.
  public var imputation: Imputation?
  /// nil: every city is scored.
  public var screening: Screening?
  public var aggregation: Aggregation
  /// Least share (by weight) of what is under a node for the node to have a score; a fraction, so that 2/3 is exact.
  public var minimumCoverageNumerator: Int
  public var minimumCoverageDenominator: Int
  /// A value older than this does not stand for the reference year.
  public var maximumAgeYears: Int
  /// nil: no places, only scores.
  public var robustness: Robustness?
  public var progress: Progress
  public var equity: Equity

  public init(
    id: String, version: String, normalisation: Normalisation = Normalisation(), outliers: Outliers? = nil,
    imputation: Imputation? = nil, screening: Screening? = nil, aggregation: Aggregation = Aggregation(),
    minimumCoverageNumerator: Int, minimumCoverageDenominator: Int, maximumAgeYears: Int,
    robustness: Robustness? = nil, progress: Progress, equity: Equity = Equity()
  ) {
    self.id = id
    self.version = version
    self.normalisation = normalisation
    self.outliers = outliers
    self.imputation = imputation
    self.screening = screening
    self.aggregation = aggregation
    self.minimumCoverageNumerator = minimumCoverageNumerator
    self.minimumCoverageDenominator = minimumCoverageDenominator
    self.maximumAgeYears = maximumAgeYears
    self.robustness = robustness
    self.progress = progress
    self.equity = equity
  }

  public var minimumCoverage: Double { Double(minimumCoverageNumerator) / Double(minimumCoverageDenominator) }

  /// Whether a city's score moves when another city joins or reports: scores of two rounds must not be compared then.
  public var isPeerRelative: Bool {
    normalisation.name.isPeerRelative || outliers != nil || imputation?.name.isPeerRelative == true
      || aggregation.name == .copeland
  }
}
