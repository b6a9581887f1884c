import Catalogue
import Measurement
import Normalisation
import Spreadsheets
import Testing
import Trends
import Vocabulary

@testable import Reporting

/// The numbers behind the pages.
@Suite struct FactsTests {
  @Test(arguments: [(12, [4, 4, 4]), (13, [5, 4, 4]), (14, [5, 5, 4]), (3, [1, 1, 1]), (60, [20, 20, 20])])
  func thirdsOfManyCities(_ count: Int, _ sizes: [Int]) {
    let groups = (0..<count).map { Standing.group(cityBehind: $0, of: count) }
    #expect([.upper, .middle, .lower].map { wanted in groups.count { $0 == wanted } } == sizes)
  }

  @Test func twoCitiesHaveNoThirds() {
    #expect((0..<2).map { Standing.group(cityBehind: $0, of: 2) } == [.all, .all])
  }

  /// By score into thirds, by name within them; no third of a better score stands below one of a worse.
  @Test func citiesStandInThirdsThenByName() throws {
    let context = try SampleWorkbook.context(FictionalNetwork(cities: 14, absent: 2, held: 2))
    let standing = context.facts.standing
    #expect(standing.groups.map(\.group) == [.upper, .middle, .lower])
    #expect(standing.order.count == 12)
    var last = 101.0
    for (_, cities) in standing.groups {
      let names = cities.map { context.name($0).english }
      #expect(names == names.sorted())
      let scores = cities.compactMap {
        context.results.current.overall($0, framework: context.results.framework).score
      }
      #expect(scores.max() ?? 0 <= last)
      last = scores.min() ?? 0
    }
  }

  @Test func benchmarksAreNeitherScoredNorCounted() throws {
    let workbook = try SampleWorkbook.workbook(FictionalNetwork())
    for sheet in workbook.sheets where sheet.table != nil && sheet.name != SheetNames.values {
      let ids =
        try sheet.table?.columns.contains { $0.header == "city_id" } == true ? sheet.table?.texts("city_id") : []
      #expect(ids?.contains("xy-region") == false, "\(sheet.name)")
    }
    let table = try #require(try workbook.sheet(SheetNames.values).table)
    let rows = zip(try table.texts("role"), try table.numbers("score")).filter { $0.0 == "benchmark" }
    #expect(!rows.isEmpty)
    #expect(rows.allSatisfy { $0.1 == nil })
  }

  /// A city that joins moves the mean, but not the change.
  @Test func theChangeIsThatOfCitiesWithBothYears() throws {
    var results = try SampleWorkbook.results(FictionalNetwork(cities: 5, absent: 0, held: 0))
    let both = NodeFacts(results, results.reportingCities, node: nil)
    #expect(both.compared == both.scored)
    // The last city has no earlier figures.
    let newcomer = try #require(results.reportingCities.last)
    let values = results.values.values.filter { $0.key.city != newcomer || $0.key.period.year == 2025 }
    results.values = IndicatorTable(values)
    results.previous = Assessor(catalogue: results.catalogue, values: results.values)
      .assess(cities: results.registry.cities.count, referenceYear: 2024)
    let without = NodeFacts(results, results.reportingCities, node: nil)
    #expect(without.scored == both.scored)
    #expect(without.compared == both.compared - 1)
    let others = NodeFacts(results, results.reportingCities.filter { $0 != newcomer }, node: nil)
    #expect(without.change == others.change)
    #expect(without.mean == both.mean)
  }

  @Test func sharesAreWholeOnlyWhereTheyAre() {
    #expect(Share.percent(999, of: 1000) == 99)
    #expect(Share.percent(1, of: 1000) == 1)
    #expect(Share.percent(5, of: 8) == 63)
    #expect(Share.percent(0, of: 8) == 0)
    #expect(Share.percent(8, of: 8) == 100)
    #expect(Share.percent(0, of: 0) == 0)
  }

  @Test(arguments: [(39.4, 0), (39.5, 1), (49.4, 1), (49.5, 2), (59.5, 3), (69.5, 4), (70.0, 4), (100.0, 4), (0.0, 0)])
  func heatClassesFollowThePrintedNumber(_ score: Double, _ expected: Int) {
    #expect(Palette.heatClass(score) == expected)
  }

  /// The page lists at most nineteen moves; each of a dozen cities has at least one.
  @Test func thePageListsTheLargestMoves() throws {
    let facts = try SampleWorkbook.context(FictionalNetwork(cities: 12, absent: 0, held: 0)).facts.changes
    #expect(facts.shown.count == ChangeFacts.mostShown)
    #expect(Set(facts.shown.map(\.key.city)).count == 12)
    #expect(facts.shown.map(\.key) == facts.shown.map(\.key).sorted())
    let many = try SampleWorkbook.context(FictionalNetwork(cities: 40, absent: 0, held: 0)).facts.changes
    #expect(many.shown.count == ChangeFacts.mostShown)
    let largest = many.changes.compactMap { $0.effect.map(abs) }.max()
    #expect(many.shown.contains { $0.effect.map(abs) == largest })
  }

  @Test func coverageCountsReconcile() throws {
    let context = try SampleWorkbook.context(FictionalNetwork(cities: 14, absent: 2, held: 2))
    let rows = context.facts.quality.rows
    #expect(rows.count == 14)
    #expect(rows.filter { $0.measures == nil }.count == 2)
    for measures in rows.compactMap(\.measures) {
      #expect(measures.reported + measures.notApplicable + measures.missing == measures.expected)
    }
    #expect(rows.compactMap(\.measures?.reported).reduce(0, +) == context.facts.overall.reported)
  }

  @Test func statusCountsReconcile() throws {
    let context = try SampleWorkbook.context(FictionalNetwork(cities: 14, absent: 2, held: 2))
    let progress = try #require(context.facts.progress)
    #expect(progress.targets.count == 9)
    #expect(progress.targets.indices.map { progress.node($0).code }.contains("4.b") == false)
    for counts in progress.counts { #expect(counts.reduce(0, +) == 12) }
    #expect(
      progress.count(.met, .onTrack, .watch, .offTrack, .worsening, .noData, .tooEarly) == progress.total)
  }
}
