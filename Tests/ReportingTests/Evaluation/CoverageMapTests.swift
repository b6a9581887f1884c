import Catalogue
import Measurement
import Normalisation
import Spreadsheets
import Testing
import Vocabulary

@testable import Reporting

/// What the coverage map says of each figure, by hand and against the other pages.
@Suite struct CoverageMapTests {
  /// One city, the first measures of the Key Features: each in a state of its own, all others missing.
  @Test func eachStateIsCountedOnce() throws {
    let catalogue = try SampleWorkbook.catalogue()
    var results = try SampleWorkbook.results(FictionalNetwork(cities: 1, absent: 0, held: 0))
    let framework = catalogue.frameworks[results.framework]
    let indicators = framework.allIndicators.filter {
      if case .distribution = catalogue[$0].computation { return false }
      return true
    }.prefix(5).sorted { $0.index < $1.index }
    let cases: [(Int, Double?, ObservationStatus)] = [
      (2025, 1, .normal), (2024, 1, .normal), (2025, 1, .imputed), (2025, nil, .suppressed),
      (2025, nil, .notApplicable),
    ]
    let values = try zip(indicators, cases).map { indicator, told in
      IndicatorValue(
        key: .init(city: CityID(0), indicator: indicator, period: try #require(TimePeriod.year(told.0))),
        value: told.1, status: told.2, form: .reported, input: 0)
    }
    results.values = IndicatorTable(values)
    results.current = Assessor(catalogue: catalogue, values: results.values).assess(
      cities: results.registry.cities.count, referenceYear: 2025)
    let facts = CoverageFacts(results, [CityID(0)], HeatLayout(framework))
    #expect(facts.overall.counts == [1, 1, 1, 1, 1, framework.allIndicators.count - 5])
    #expect(facts.overall.total == framework.allIndicators.count)
    #expect(CoverageState.of(indicators[3], in: CityID(0), results) == .suppressed)
    #expect(Set(CoverageState.allCases.map(\.sign)).count == CoverageState.allCases.count)
  }

  /// The areas of the framework share its figures out, and the map's counts are those of the data quality page.
  @Test func countsAgreeWithOtherPages() throws {
    let results = try SampleWorkbook.results(FictionalNetwork(cities: 14, absent: 2, held: 2))
    let facts = EvaluationFacts(results)
    let framework = results.catalogue.frameworks[results.framework]
    for (position, city) in facts.coverage.cities.enumerated() {
      let tally = facts.coverage.tallies[position][0]
      let areas = framework.nodes(atDepth: 0).compactMap { facts.coverage.position(.init(node: $0)) }
      #expect(areas.reduce(0) { $0 + facts.coverage.tallies[position][$1].total } == tally.total)
      let measures = try #require(facts.quality.rows.first { $0.outcome.city == city }?.measures)
      #expect(tally[.reported] + tally[.late] + tally[.imputed] == measures.reported)
      #expect(tally[.notApplicable] == measures.notApplicable)
      #expect(tally[.missing] + tally[.suppressed] == measures.missing)
    }
  }

  /// Measures meet the target of a code, not one that only begins alike.
  @Test func partsMeetTheirTargets() throws {
    let results = try SampleWorkbook.results(FictionalNetwork())
    let facts = EvaluationFacts(results).coverage
    let goal = try #require(facts.goal)
    let adults = try #require(facts.targets.first { goal.nodes[$0].code == "4.6" })
    let part = try #require(
      facts.framework.nodes.firstIndex { $0.depth == 1 && $0.code == "1.1" })
    let meeting = try #require(facts.position(.init(node: part, target: adults)))
    let speaking = facts.framework.indicators(under: part).count { indicator in
      results.catalogue[indicator].sdgTargets.contains("4.6")
    }
    #expect(speaking > 0)
    #expect(facts.network[meeting].total == speaking * facts.cities.count)
  }

  @Test(arguments: [(40, false), (41, true)]) func manyCitiesAreAnExcerpt(_ cities: Int, _ isExcerpt: Bool) throws {
    let network = FictionalNetwork(cities: cities, absent: 0, held: 0)
    let facts = try SampleWorkbook.context(network).facts.coverage
    #expect(facts.shown.count == 40)
    let page = try SampleWorkbook.workbook(network).sheet(SheetNames.coverageMap)
    #expect(page.text(row: 5, column: 1)?.hasPrefix("Excerpt: of 41 cities the 40 ") == isExcerpt)
    // The cities left out have no fewer figures than those shown.
    let shown = facts.shown.map { facts.tallies[$0][0][.reported] }
    let left = facts.cities.indices.filter { !facts.shown.contains($0) }.map { facts.tallies[$0][0][.reported] }
    #expect(left.allSatisfy { $0 >= shown.max() ?? 0 })
  }

  /// Every count of the map's cells stands in the table behind it.
  @Test func theTableHasTheCellsOfTheMap() throws {
    let workbook = try SampleWorkbook.workbook(FictionalNetwork())
    let table = try #require(try workbook.sheet(SheetNames.coverage).table)
    let states = try CoverageState.allCases.map { try table.numbers($0.rawValue) }
    let rows = Set(
      (0..<table.rowCount).map { row in
        zip(CoverageState.allCases, states).filter { $0.1[row] ?? 0 > 0 }
          .map { "\($0.0.sign)\u{2009}\(LocalizedText.grouped(Int($0.1[row] ?? 0)))" }.joined(separator: " · ")
      })
    let cells = try workbook.sheet(SheetNames.coverageMap).texts.map(\.text).filter { $0.contains("\u{2009}") }
    #expect(cells.count > 40)
    for cell in cells { #expect(rows.contains(cell), "\(cell)") }
  }
}
