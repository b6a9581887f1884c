import Catalogue
import Measurement
import Normalisation
import Vocabulary

/// What became of each member city's submission, and how much of the framework it covers.
struct QualityFacts: Sendable {
  struct Row: Sendable {
    var outcome: RoundResults.CityOutcome
    /// Of the framework's measures; nil where nothing was received.
    var measures: Measures?
  }

  struct Measures: Sendable {
    var reported: Int
    var expected: Int
    /// Of the reported ones.
    var estimated: Int
    var notApplicable: Int
    var missing: Int { max(0, expected - reported - notApplicable) }
    var share: Int { Share.percent(reported, of: expected) }
  }

  /// Findings of one code and severity: an explained warning is one for information.
  struct Frequency: Sendable {
    var code: FindingCode
    var severity: Finding.Severity
    var count: Int
    /// The first one, as an example.
    var example: Finding
  }

  let rows: [Row]
  /// By severity, then the most frequent first.
  let frequencies: [Frequency]
  let severities: [Finding.Severity: Int]

  init(_ results: RoundResults) {
    let framework = results.catalogue.frameworks[results.framework]
    let indicators = framework.allIndicators
    rows = results.outcomes.map { outcome in
      let isIn = outcome.kind == .published || outcome.kind == .partHeld
      return Row(
        outcome: outcome, measures: isIn ? Self.measures(of: outcome.city, indicators, results) : nil)
    }
    struct Kind: Hashable {
      var code: FindingCode
      var severity: Finding.Severity
    }
    var byKind: [Kind: Frequency] = [:]
    var severities: [Finding.Severity: Int] = [:]
    for finding in results.findings {
      let severity = results.catalogue.texts.severity(of: finding)
      severities[severity, default: 0] += 1
      byKind[
        Kind(code: finding.code, severity: severity),
        default: Frequency(code: finding.code, severity: severity, count: 0, example: finding)
      ].count += 1
    }
    self.severities = severities
    frequencies = byKind.values.sorted { ($0.severity, $1.count, $0.code) < ($1.severity, $0.count, $1.code) }
  }

  func count(_ severity: Finding.Severity) -> Int { severities[severity] ?? 0 }

  func cities(_ kinds: RoundResults.CityOutcome.Kind...) -> [CityID] {
    rows.filter { kinds.contains($0.outcome.kind) }.map(\.outcome.city)
  }

  private static func measures(of city: CityID, _ indicators: [IndicatorID], _ results: RoundResults) -> Measures {
    let overall = results.current.overall(city, framework: results.framework)
    var estimated = 0
    var notApplicable = 0
    let year = TimePeriod.year(results.round.referenceYear)
    for indicator in indicators {
      if let entry = results.current.entry(city, indicator) {
        switch results.values.values[Int(entry.value)].status {
        case .estimated, .imputed, .forecast: estimated += 1
        default: break
        }
      } else if let year,
        results.values[.init(city: city, indicator: indicator, period: year)]?.status == .notApplicable
      {
        notApplicable += 1
      }
    }
    return Measures(
      reported: overall.reported, expected: overall.expected, estimated: estimated, notApplicable: notApplicable)
  }
}
