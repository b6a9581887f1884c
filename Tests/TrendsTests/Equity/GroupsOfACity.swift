import Catalogue
import GNLCTestSupport
import Measurement
import Testing
import Trends
import Vocabulary

/// Values of one city's groups from short notation.
struct GroupsOfACity {
  struct Entry {
    var indicator: String
    /// `["sex": "F"]`; empty for everyone.
    var by: [String: String]
    var year: Int
    var span: Int
    var value: Double?
    var base: Double?
    var status: ObservationStatus
    var city: Int
  }

  var catalogue: Catalogue
  var entries: [Entry] = []
  var targets: [DeclaredTarget] = []

  init() throws {
    catalogue = try #require(Repository.catalogue.catalogue)
  }

  mutating func add(
    _ value: Double?, _ by: [String: String] = [:], base: Double? = nil, year: Int = 2025, span: Int = 1,
    _ status: ObservationStatus = .normal, of indicator: String = "adult_literacy_rate", city: Int = 0
  ) {
    entries.append(
      Entry(
        indicator: indicator, by: by, year: year, span: span, value: value, base: base,
        status: value == nil && status == .normal ? .missing : status, city: city))
  }

  struct Outcome {
    var plan: EquityPlan
    var findings: EquityAnalysis.Findings

    func row(_ dimension: String, _ group: String, _ year: Int = 2025) -> GroupComparison? {
      findings.comparisons.first {
        plan.dimensions[$0.dimension].id == dimension && plan.dimensions[$0.dimension].groups[$0.group] == group
          && Int($0.period.year) == year
      }
    }

    func dispersion(_ year: Int = 2025) -> GroupDispersion? {
      findings.dispersions.first { Int($0.period.year) == year }
    }
  }

  func outcome() throws -> Outcome {
    let breakdowns = entries.map { entry in
      Breakdown(entry.by.map { Breakdown.Part(dimension: $0.key, code: $0.value) })
    }
    let table = BreakdownTable(breakdowns)
    let values = try zip(entries, breakdowns).map { entry, breakdown in
      IndicatorValue(
        key: .init(
          city: CityID(entry.city), indicator: try #require(catalogue.indicatorID(entry.indicator)),
          breakdown: try #require(table.id(of: breakdown)),
          period: try #require(.year(entry.year, span: entry.span))),
        value: entry.value, status: entry.status, form: .computed, base: entry.base, input: 0)
    }
    let aims = Aims(catalogue: catalogue, framework: nil, targets: targets)
    let analysis = EquityAnalysis(catalogue: catalogue, breakdowns: table, aims: aims)
    return Outcome(plan: analysis.plan, findings: analysis.findings(in: values.sorted { $0.key < $1.key }[...]))
  }
}
