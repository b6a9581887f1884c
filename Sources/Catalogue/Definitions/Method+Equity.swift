extension Method {
  /// Who is compared with whom, and from where on a difference counts.
  public struct Equity: Sendable, Hashable {
    /// What a group is measured against when those behind are ranked.
    public enum Benchmark: String, CaseIterable, Sendable {
      /// The city's figure for everyone.
      case average
      /// The target of the measure; the average where it has none.
      case target
    }

    /// By dimension: the code of the group that the others are compared with, or nil for the city as a whole. Other dimensions are
    /// not compared.
    public var references: [String: String?]
    /// Lowest and highest index that counts as parity.
    public var parityBand: ClosedRange<Double>
    /// A gap that moved by less is unchanged: in points for rates, else in per cent of the reference's value.
    public var unchangedPoints: Double
    public var unchangedPercent: Double
    /// Dimensions over whose groups the dispersion is computed.
    public var dispersed: [String]
    /// Least share of the groups told of that must have a value for a dispersion.
    public var minimumShare: Double
    public var benchmark: Benchmark

    public init(
      references: [String: String?] = Equity.standardReferences, parityBand: ClosedRange<Double> = 0.97...1.03,
      unchangedPoints: Double = 0.5, unchangedPercent: Double = 1, dispersed: [String] = ["district"],
      minimumShare: Double = 0.85, benchmark: Benchmark = .average
    ) {
      self.references = references
      self.parityBand = parityBand
      self.unchangedPoints = unchangedPoints
      self.unchangedPercent = unchangedPercent
      self.dispersed = dispersed
      self.minimumShare = minimumShare
      self.benchmark = benchmark
    }

    /// The group that is likely ahead, as in UNESCO's indices; groups that overlap, and a city's own districts, face the city as a
    /// whole. In Thailand the core zone is drawn around problems and target groups, so that the rest of the city is its reference.
    public static let standardReferences: [String: String?] = [
      "sex": "M", "age": nil, "zone": "OTHER", "location": "URBAN", "wealth_quintile": "Q5", "district": nil,
      "group": nil,
    ]
  }
}

extension Method.Equity {
  /// Every parameter that a comparison depends on, by the names of `method.yaml`; the reference stands in a column of its own.
  public var parameters: [MethodParameter] {
    [
      MethodParameter("parity_band", parityBand.lowerBound, parityBand.upperBound),
      MethodParameter("unchanged", unchangedPoints, unchangedPercent), MethodParameter("benchmark", benchmark.rawValue),
    ]
  }

  /// The parameters of a dispersion.
  public var dispersionParameters: [MethodParameter] {
    [MethodParameter("dispersion", dispersed.joined(separator: " ")), MethodParameter("minimum_share", minimumShare)]
  }

  /// Who the reference of each dimension is, `_T` for the city as a whole.
  public var referenceParameters: [MethodParameter] {
    references.sorted { $0.key < $1.key }.map { MethodParameter($0.key, $0.value ?? "_T") }
  }
}
