import Catalogue
import Spreadsheets
import Trends
import Vocabulary

/// The latest comparisons of groups of each reporting city, and what they come to by dimension.
struct EquityFacts: Sendable {
  /// What the comparisons of one dimension come to.
  struct Tally: Sendable {
    var dimension: Int
    /// With a gap and a direction.
    var compared = 0
    var behind = 0
    var parity = 0
    var ahead = 0
    var closing = 0
    var unchanged = 0
    var widening = 0
    /// Of the sizes of the gaps of those behind, in points: shares only, other units have no common size.
    var medianGap: FixedDecimal?
  }

  let plan: EquityPlan
  /// Sorted by city, measure, dimension, group: of each measure and dimension the latest year in which anything can be compared.
  let rows: [GroupComparison]
  let dispersions: [GroupDispersion]
  /// One for each dimension that anybody reported.
  let tallies: [Tally]
  private let names: [[LocalizedText]]
  private let dimensionNames: [LocalizedText]

  init(_ results: RoundResults, _ cities: [CityID]) {
    let analysis = EquityAnalysis(results)
    let last = results.round.referenceYear
    let years = last - results.catalogue.method.maximumAgeYears...last
    let found = cities.concurrentMap { city in
      Self.latest(
        analysis.findings(in: results.values.of(city)), years: years)
    }
    plan = analysis.plan
    rows = found.flatMap(\.comparisons)
    dispersions = found.flatMap(\.dispersions)
    tallies = Self.tallies(rows, analysis.plan, results.catalogue)
    dimensionNames = plan.dimensions.map {
      results.catalogue.dimension($0.id)?.list.label ?? LocalizedText(same: $0.id)
    }
    names = plan.dimensions.map { dimension in
      let list = results.catalogue.dimension(dimension.id)?.list
      return dimension.groups.map { code in
        list?[code]?.label ?? LocalizedText(same: TextLimits.harmless(code))
      }
    }
  }

  /// Groups of which a figure is kept back.
  var keptBack: Int { rows.count { $0.absence == .groupSuppressed } }

  func dimension(_ dimension: Int) -> LocalizedText { dimensionNames[dimension] }
  func group(_ row: GroupComparison) -> LocalizedText { names[row.dimension][row.group] }

  /// Who the groups of a dimension are compared with; nil for the city as a whole.
  func reference(_ dimension: Int) -> LocalizedText? {
    plan.dimensions[dimension].reference.map { names[dimension][$0] }
  }

  /// Groups that are left behind: by the persons whom it takes to catch up; then those without a number of persons by their distance
  /// in relation to the benchmark.
  static func leftBehind(_ rows: [GroupComparison], perCity limit: Int = .max, upTo most: Int = .max)
    -> [GroupComparison]
  {
    let behind = rows.filter { $0.isLeftBehind == true }.enumerated().sorted { a, b in
      let (x, y) = (weight(a.element), weight(b.element))
      return x == y ? a.offset < b.offset : x > y
    }
    var perCity: [CityID: Int] = [:]
    var chosen: [GroupComparison] = []
    for (_, row) in behind where chosen.count < most && perCity[row.city, default: 0] < limit {
      perCity[row.city, default: 0] += 1
      chosen.append(row)
    }
    return chosen
  }

  private static func weight(_ row: GroupComparison) -> (Double, Double) {
    let relative = abs(row.distance ?? 0) / max(abs(row.benchmark ?? 0), 1e-9)
    return ((row.personsBehind ?? -1).rounded(), relative)
  }

  /// The widest first.
  static func widest(_ dispersions: [GroupDispersion], perCity limit: Int, upTo most: Int) -> [GroupDispersion] {
    func width(_ row: GroupDispersion) -> Double { row.measures?.coefficientOfVariation ?? -1 }
    var perCity: [CityID: Int] = [:]
    var chosen: [GroupDispersion] = []
    let sorted = dispersions.enumerated().sorted { a, b in
      let (x, y) = (width(a.element), width(b.element))
      return x == y ? a.offset < b.offset : x > y
    }
    for (_, row) in sorted where chosen.count < most && perCity[row.city, default: 0] < limit {
      perCity[row.city, default: 0] += 1
      chosen.append(row)
    }
    return chosen
  }

  // MARK: Making

  private static func latest(
    _ findings: EquityAnalysis.Findings, years: ClosedRange<Int>
  ) -> EquityAnalysis.Findings {
    func stands(_ period: TimePeriod) -> Bool { years.contains(Int(period.year)) }
    var latest: [[Int]: TimePeriod] = [:]
    for row in findings.comparisons where row.gap != nil && stands(row.period) {
      let key = [row.indicator.index, row.dimension]
      latest[key] = max(latest[key] ?? row.period, row.period)
    }
    var widths: [[Int]: TimePeriod] = [:]
    for row in findings.dispersions where row.measures != nil && stands(row.period) {
      let key = [row.indicator.index, row.dimension]
      widths[key] = max(widths[key] ?? row.period, row.period)
    }
    var findings = findings
    findings.comparisons.removeAll { latest[[$0.indicator.index, $0.dimension]] != $0.period }
    findings.dispersions.removeAll { widths[[$0.indicator.index, $0.dimension]] != $0.period }
    return findings
  }

  static func tallies(_ rows: [GroupComparison], _ plan: EquityPlan, _ catalogue: Catalogue) -> [Tally] {
    var tallies = plan.dimensions.indices.map { Tally(dimension: $0) }
    var gaps: [[Double]] = Array(repeating: [], count: tallies.count)
    for row in rows {
      guard let side = row.side, side != .undecided else { continue }
      tallies[row.dimension].compared += 1
      switch side {
      case .groupBehind:
        tallies[row.dimension].behind += 1
        if let gap = row.gap, catalogue.unit(of: row.indicator).kind == .rate { gaps[row.dimension].append(abs(gap)) }
      case .parity: tallies[row.dimension].parity += 1
      case .groupAhead: tallies[row.dimension].ahead += 1
      case .undecided: break
      }
      switch row.course {
      case .closing: tallies[row.dimension].closing += 1
      case .unchanged: tallies[row.dimension].unchanged += 1
      case .widening: tallies[row.dimension].widening += 1
      case nil: break
      }
    }
    for index in tallies.indices {
      tallies[index].medianGap = median(gaps[index]).map { FixedDecimal($0, decimals: 1) }
    }
    return tallies.filter { $0.compared > 0 }
  }

  private static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}

extension Sequence<EquityFacts.Tally> {
  /// Of all dimensions together.
  func total(_ count: KeyPath<EquityFacts.Tally, Int>) -> Int { reduce(0) { $0 + $1[keyPath: count] } }
}
