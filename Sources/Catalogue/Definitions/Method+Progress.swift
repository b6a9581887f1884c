extension Method {
  /// A named method of judging a series against a target or a direction.
  public enum ProgressMethod: String, CaseIterable, Sendable {
    /// Statistics Canada, Open SDG 2.4.
    case statcan
    /// UNESCAP: Current Status Index and Anticipated Progress Index.
    case escap
    case eurostat
    /// United Nations Statistics Division, progress assessment 2023/24.
    case unsd
    /// Sustainable Development Solutions Network: score, colour, arrow.
    case sdsn
    /// Germany's Sustainable Development Strategy.
    case dns
    /// OECD, Measuring Distance to the SDG Targets.
    case oecd

    /// Whether it says where a city stands, and not whether its pace is enough.
    public var isLevelOnly: Bool { self == .oecd }
  }

  /// Bounds between four classes, from the best down.
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

  /// How series become verdicts: the methods in use, and what all or single ones of them are set to.
  public struct Progress: Sendable, Hashable {
    /// The first gives the verdict of the reports; the others stand beside it.
    public var methods: [ProgressMethod]
    public var baseYear: Int
    public var targetYear: Int
    /// Whether figures marked provisional take part.
    public var usesProvisional: Bool
    /// Probability that the intervals of projections are to cover.
    public var interval: Double
    public var statcan: StatCan
    public var eurostat: Eurostat
    public var unsd: UNSD
    public var escap: ESCAP
    public var sdsn: SDSN
    public var dns: DNS
    public var oecd: OECD

    public init(
      methods: [ProgressMethod] = ProgressMethod.allCases, baseYear: Int = 2015, targetYear: Int = 2030,
      usesProvisional: Bool = true, interval: Double = 0.8, statcan: StatCan = StatCan(),
      eurostat: Eurostat = Eurostat(), unsd: UNSD = UNSD(), escap: ESCAP = ESCAP(), sdsn: SDSN = SDSN(),
      dns: DNS = DNS(), oecd: OECD = OECD()
    ) {
      precondition(!methods.isEmpty, "a verdict needs a method")
      self.methods = methods
      self.baseYear = baseYear
      self.targetYear = targetYear
      self.usesProvisional = usesProvisional
      self.interval = interval
      self.statcan = statcan
      self.eurostat = eurostat
      self.unsd = unsd
      self.escap = escap
      self.sdsn = sdsn
      self.dns = dns
      self.oecd = oecd
    }

    /// The method of the verdict.
    public var method: ProgressMethod { methods[0] }
  }
}
