extension Method {
  /// How often and in what the choices behind a score are varied to see how far they decide a city's place.
  /// - Source: Saisana, Saltelli and Tarantola (2005); OECD/JRC Handbook (2008), step 7.
  public struct Robustness: Sendable, Hashable {
    /// How many times all cities are scored again.
    public var draws: Int
    /// What the draws begin from: another seed, other draws.
    public var seed: UInt64
    /// Each draw takes one, all with the same chance.
    public var normalisations: [Normalisation.Name]
    /// Each draw takes one of those that go with its normalisation, all with the same chance.
    public var aggregations: [Aggregation]
    /// Every weight is multiplied by a number drawn evenly from 1 − spread to 1 + spread; 0 leaves the weights alone.
    public var weightSpread: Double
    /// Where scores begin in draws whose aggregation wants them above 0, if the method's own scale begins lower.
    public var floor: Double
    /// Shares of the draws that lie below the lower and up to the upper end of a city's interval of places.
    public var lower: Double
    public var upper: Double
    /// With fewer cities that have a score there are no places.
    public var minimumCities: Int

    public init(
      draws: Int = 1000, seed: UInt64 = 2026, normalisations: [Normalisation.Name] = [.goalposts, .minmax, .zscore],
      aggregations: [Aggregation] = [Aggregation(), Aggregation(name: .geometric)], weightSpread: Double = 0.25,
      floor: Double = 1, lower: Double = 0.05, upper: Double = 0.95, minimumCities: Int = 5
    ) {
      self.draws = draws
      self.seed = seed
      self.normalisations = normalisations
      self.aggregations = aggregations
      self.weightSpread = weightSpread
      self.floor = floor
      self.lower = lower
      self.upper = upper
      self.minimumCities = minimumCities
    }

    /// The aggregations that go with a normalisation: those that want scores above 0 want one that promises them, so
    /// that z-scores go with the arithmetic mean and with comparison in pairs alone.
    public func aggregations(with name: Normalisation.Name) -> [Aggregation] {
      name.isBounded ? aggregations : aggregations.filter { $0.name == .arithmetic || $0.name == .copeland }
    }
  }
}

extension Method.Normalisation.Name {
  /// Whether scores stay on the scale that is asked for, so that they can be kept above 0.
  public var isBounded: Bool {
    switch self {
    case .zscore, .scaled, .distanceToReference: false
    default: true
    }
  }
}
