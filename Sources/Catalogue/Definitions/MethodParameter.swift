import Vocabulary

/// A parameter of a method as outputs repeat it: `limit_exponent=4.44`.
public struct MethodParameter: Sendable, Hashable, CustomStringConvertible {
  public var name: String
  public var value: String

  init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  init(_ name: String, _ value: Int) { self.init(name, "\(value)") }

  init(_ name: String, _ values: Double...) { self.init(name, values.map(\.shortestText).joined(separator: " ")) }

  public var description: String { "\(name)=\(value)" }
}

extension Sequence<MethodParameter> {
  /// `base_year=2015;limit_exponent=4.44`, as it stands in one field of a table.
  public var echoed: String { map(\.description).joined(separator: ";") }
}

extension Method.Progress {
  /// Every parameter that a verdict of this method depends on, by the names of `method.yaml`.
  public func parameters(of method: Method.ProgressMethod) -> [MethodParameter] {
    let years = [MethodParameter("base_year", baseYear), MethodParameter("target_year", targetYear)]
    let provisional = [MethodParameter("provisional", usesProvisional ? "used" : "left_out")]
    return provisional
      + {
        switch method {
        case .statcan:
          years + [
            MethodParameter("with_target", statcan.withTarget.high, statcan.withTarget.medium, statcan.withTarget.low),
            MethodParameter(
              "without_target", statcan.withoutTarget.high, statcan.withoutTarget.medium, statcan.withoutTarget.low),
            MethodParameter("limit_exponent", statcan.limitExponent),
            statcan.zeroStandIn.map { MethodParameter("zero_stand_in", $0) }
              ?? MethodParameter("zero_stand_in", "none"),
          ]
        case .eurostat: eurostatParameters + (eurostat.window == .sinceBase ? years : [years[1]])
        case .unsd:
          years + [
            MethodParameter("with_target", unsd.onTrack, unsd.fair),
            MethodParameter("without_target", unsd.onTrackGrowth, unsd.fairGrowth),
            MethodParameter("near_target", unsd.nearTarget),
          ]
        case .escap:
          years + [
            MethodParameter("achieved", escap.achieved), MethodParameter("accelerate", escap.accelerate),
            MethodParameter("first_year", escap.firstYear),
          ]
        case .sdsn:
          years + [
            MethodParameter("arrows", sdsn.arrows.high, sdsn.arrows.medium, sdsn.arrows.low),
            MethodParameter("colours", sdsn.colours.high, sdsn.colours.medium, sdsn.colours.low),
          ]
        case .dns:
          [
            years[1], MethodParameter("changes", dns.changes), MethodParameter("minimum_points", dns.minimumPoints),
            MethodParameter("sun", dns.sun), MethodParameter("slightly_cloudy", dns.slightlyCloudy),
          ]
        case .oecd:
          [
            MethodParameter("bands", oecd.small, oecd.medium), MethodParameter("minimum_peers", oecd.minimumPeers),
            MethodParameter("trend_correlation", oecd.trendCorrelation),
          ]
        }
      }()
  }

  private var eurostatParameters: [MethodParameter] {
    let span =
      switch eurostat.window {
      case .long: [MethodParameter("years", eurostat.long.years), MethodParameter("at_least", eurostat.long.atLeast)]
      case .short:
        [MethodParameter("years", eurostat.short.years), MethodParameter("at_least", eurostat.short.atLeast)]
      case .sinceBase: [MethodParameter]()
      }
    return [MethodParameter("window", eurostat.window.rawValue)] + span + [
      MethodParameter("with_target", eurostat.withTarget.high, eurostat.withTarget.medium, eurostat.withTarget.low),
      MethodParameter(
        "without_target", eurostat.withoutTarget.high, eurostat.withoutTarget.medium, eurostat.withoutTarget.low),
    ]
  }
}

extension Method.Normalisation {
  /// The parameters that the chosen method looks at.
  public var parameters: [MethodParameter] { parameters(of: name) }

  /// The parameters that a method would look at.
  public func parameters(of name: Name) -> [MethodParameter] {
    switch name {
    case .zscore: [MethodParameter("mean", mean), MethodParameter("deviation", deviation)]
    case .distanceToReference:
      [
        MethodParameter("scale", lower, upper), MethodParameter("reference", reference ?? "none"),
        MethodParameter("capped", isCapped ? "true" : "false"),
      ]
    case .distanceToTarget:
      [MethodParameter("scale", lower, upper), MethodParameter("capped", isCapped ? "true" : "false")]
    default: [MethodParameter("scale", lower, upper)]
    }
  }
}

extension Method {
  /// Every choice behind a score, for one field of a table: `goalposts(scale=0 100);arithmetic;coverage=2/3;age=5`.
  public var scoreParameters: String {
    var parts = [
      "\(normalisation.name.rawValue)(\(normalisation.parameters.map(\.description).joined(separator: " ")))"
    ]
    if let outliers { parts.append("winsorise(\(outliers.parameters.map(\.description).joined(separator: " ")))") }
    if let imputation { parts.append("impute(\(imputation.name.rawValue) \(imputation.group.rawValue))") }
    if let screening {
      parts.append("screen(\(screening.parameters.map(\.description).joined(separator: " ")))")
    }
    parts.append(
      aggregation.name == .generalised
        ? "generalised(\(MethodParameter("power", aggregation.power)))" : aggregation.name.rawValue)
    parts.append("coverage=\(minimumCoverageNumerator)/\(minimumCoverageDenominator)")
    parts.append("age=\(maximumAgeYears)")
    return parts.joined(separator: ";")
  }
}

extension Method.Aggregation {
  /// The parameters that a mean looks at.
  public func parameters(of name: Name) -> [MethodParameter] {
    name == .generalised ? [MethodParameter("power", power)] : []
  }
}

extension Method.Imputation {
  public var parameters: [MethodParameter] {
    name.isPeerRelative ? [MethodParameter("group", group.rawValue)] : []
  }
}

extension Method.Outliers {
  public var parameters: [MethodParameter] {
    [
      MethodParameter("skewness", skewness), MethodParameter("kurtosis", kurtosis),
      MethodParameter("maximum_points", maximumPoints),
    ]
  }
}

extension Method.Screening {
  public var parameters: [MethodParameter] {
    [
      MethodParameter("minimum_availability", minimumAvailability), MethodParameter("minimum_non_zero", minimumNonZero),
    ]
  }
}

extension Method.Robustness {
  public var parameters: [MethodParameter] {
    [
      MethodParameter("draws", draws), MethodParameter("seed", "\(seed)"),
      MethodParameter("normalisations", normalisations.map(\.rawValue).joined(separator: " ")),
      MethodParameter(
        "aggregations",
        aggregations.map { choice in
          let parameters = choice.parameters(of: choice.name)
          return parameters.isEmpty ? choice.name.rawValue : "\(choice.name.rawValue)(\(parameters.echoed))"
        }.joined(separator: " ")),
      MethodParameter("weight_spread", weightSpread), MethodParameter("floor", floor),
      MethodParameter("interval", lower, upper), MethodParameter("minimum_cities", minimumCities),
    ]
  }
}
