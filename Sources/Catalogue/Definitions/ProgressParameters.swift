extension Method.Progress {
  /// - Source: Open SDG documentation, progress methodology; sdg-build 2.4.
  public struct StatCan: Sendable, Hashable {
    public var withTarget = Method.Thresholds(high: 0.95, medium: 0.60, low: 0)
    public var withoutTarget = Method.Thresholds(high: 0.015, medium: 0.005, low: 0)
    /// Exponent of the limit scaling near a natural bound.
    public var limitExponent = 4.44
    /// Stands in for a target or base of 0, which no growth rate reaches; nil: unable to assess. Open SDG takes 0.001.
    public var zeroStandIn: Double?
    public init() {}
  }

  /// - Source: Eurostat, Sustainable development in the European Union, annex on the assessment of indicator trends.
  public struct Eurostat: Sendable, Hashable {
    /// The years that growth is taken over.
    public enum Window: String, CaseIterable, Sendable {
      /// 15 years, and 5, by default.
      case long
      case short
      /// Since the base year, as the other methods.
      case sinceBase = "since_base"
    }
    /// Years looked back over, and the fewest that will do.
    public struct Span: Sendable, Hashable {
      public var years: Int
      public var atLeast: Int

      public init(years: Int, atLeast: Int) {
        self.years = years
        self.atLeast = atLeast
      }
    }
    public var window = Window.short
    public var long = Span(years: 15, atLeast: 10)
    public var short = Span(years: 5, atLeast: 3)
    public var withTarget = Method.Thresholds(high: 0.95, medium: 0.60, low: 0)
    public var withoutTarget = Method.Thresholds(high: 0.01, medium: 0, low: -0.01)
    public init() {}
  }

  /// - Source: UN Statistics Division, SDG Progress Chart, technical notes 2023 and 2024, as Eustat applies them.
  public struct UNSD: Sendable, Hashable {
    /// Share of the way that will be done: on track from the first, fair progress from the second.
    public var onTrack = 0.95
    public var fair = 0.10
    /// Yearly growth without a target.
    public var onTrackGrowth = 0.02
    public var fairGrowth = 0.005
    /// Points from a target of 0 or 100 per cent that count as met.
    public var nearTarget = 1.0
    public init() {}
  }

  /// - Source: ESCAP Statistics Division, working papers SD/WP/04 and SD/WP/05 (2017).
  public struct ESCAP: Sendable, Hashable {
    /// Anticipated Progress Index in per cent of the whole way still missing in the target year: up to the first the target will
    /// be achieved, up to the second the pace must quicken, beyond it the trend must be reversed.
    public var achieved = 10.0
    public var accelerate = 100.0
    /// Year with the weight 1/T; weights rise to 1 in the latest year.
    public var firstYear = 2000
    public init() {}
  }

  /// - Source: Sustainable Development Report, methods summary; Lafortune et al. (2018), detailed methodology.
  public struct SDSN: Sendable, Hashable {
    /// Actual over needed yearly change: on track, moderately improving, stagnating; below the last, decreasing.
    public var arrows = Method.Thresholds(high: 1, medium: 0.5, low: 0)
    /// On the score rescaled to 0–3: green, yellow, orange; below the last, red.
    public var colours = Method.Thresholds(high: 2, medium: 1.5, low: 1)
    public init() {}
  }

  /// - Source: Federal Statistical Office of Germany, dns-indikatoren.de, status methodology.
  public struct DNS: Sendable, Hashable {
    /// Yearly changes whose mean is carried on, and the fewest points that will do.
    public var changes = 5
    public var minimumPoints = 4
    /// Share of the gap that will be missed: below the first sun, up to the second sun with cloud.
    public var sun = 0.05
    public var slightlyCloudy = 0.20
    public init() {}
  }

  /// - Source: OECD (2022), The Short and Winding Road to 2030, annex A.
  public struct OECD: Sendable, Hashable {
    /// Distance in standard deviations: small up to the first, medium up to the second, far beyond.
    public var small = 0.5
    public var medium = 1.5
    /// Fewest cities whose spread is a yardstick.
    public var minimumPeers = 5
    /// Least rank correlation of value and year that is called a trend.
    public var trendCorrelation = 0.5
    public init() {}
  }
}
