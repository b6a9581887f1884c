import Catalogue
import Measurement
import Normalisation
import Spreadsheets
import Testing
import Vocabulary

@testable import Reporting

/// Means, quartiles and gaps weighed by residents: what cards, funders' and evaluators' sheets say stands in `network.csv` and
/// `gaps.csv`, digit for digit.
@Suite struct NetworkTraceTests {
  private static let network = FictionalNetwork(
    cities: 12, absent: 2, held: 1, hasSexes: true, regions: ["North", "South", "East"])

  /// A column of a sheet, the column of the file, and the decimals of its numbers.
  private typealias Column = (header: String, field: String, decimals: Int)

  private static let means: [Column] = [
    ("compared_2024", "COMPARED_BEFORE", 1), ("compared_2025", "COMPARED_NOW", 1), ("change", "MEAN_CHANGE", 1),
  ]
  private static let counts: [Column] = [("reported", "REPORTED", 0), ("expected", "EXPECTED", 0)]

  /// Follows every number of the columns in the rows that have a key. Returns how many numbers were there.
  private func follow(
    _ table: DataTable, to file: String, of results: RoundResults? = nil, key: [String], _ columns: [Column],
    rows: [Int: [String]]
  ) throws -> Int {
    let csv = try SampleCSV.rows(results ?? SampleWorkbook.results(Self.network), file, key: key)
    var numbers = 0
    for column in columns {
      let values = try table.numbers(column.header)
      for (row, name) in rows {
        #expect(csv[name]?[column.field] == SampleCSV.digits(values[row], column.decimals), "\(name) \(column.header)")
        if values[row] != nil { numbers += 1 }
      }
    }
    return numbers
  }

  private func keyed(_ names: [[String]?]) -> [Int: [String]] {
    Dictionary(uniqueKeysWithValues: names.enumerated().compactMap { row, name in name.map { (row, $0) } })
  }

  /// Level and code of a node as the files have them.
  private func place(_ code: String, _ framework: Framework) throws -> [String] {
    if code == "overall" || code == "all" { return ["overall", "overall"] }
    let node = try #require(framework.nodes.first { $0.code == code })
    return [framework.levels[node.depth], code]
  }

  private func funders(_ sheet: String) throws -> DataTable {
    try #require(try SampleReports.funders(Self.network).workbook(.english).sheet(sheet).table)
  }

  private func framework() throws -> Framework { try SampleReports.funders(Self.network).context(.english).framework }

  @Test func quartilesOfTheCards() throws {
    let results = try SampleWorkbook.results(Self.network)
    let cards = CityCards(results)
    for city in results.reportingCities.prefix(3) {
      let table = try #require(try cards.workbook(city, .thai).sheet(CitySheets.scores).table)
      // The row of similar cities is of no part of the framework.
      let rows = keyed(try table.texts("code").map { $0 == "similar" ? nil : try place($0, framework()) })
      let numbers = try follow(
        table, to: "network", key: ["LEVEL", "NODE"],
        [("lower_quartile", "LOWER_QUARTILE", 1), ("median", "MEDIAN", 1), ("upper_quartile", "UPPER_QUARTILE", 1)],
        rows: rows)
      #expect(numbers > 30, "\(numbers)")
    }
  }

  /// Cities of half to twice the residents: their quartiles again, from the scores that the files have.
  @Test func similarCitiesOfTheCards() throws {
    let results = try SampleWorkbook.results(Self.network)
    let population = Population(results)
    let cards = CityCards(results)
    var told = 0
    for city in results.reportingCities {
      let table = try #require(try cards.workbook(city, .english).sheet(CitySheets.scores).table)
      let row = try table.texts("code").firstIndex(of: "similar")
      let own = population.residents(of: city)
      let near = results.reportingCities.filter { other in
        guard let own, let theirs = population.residents(of: other) else { return false }
        return theirs >= own / 2 && theirs <= own * 2
      }
      let scores = near.compactMap { results.current.overall($0, framework: results.framework).score }.sorted()
      guard scores.count >= PeerFacts.fewest else {
        #expect(row == nil)
        continue
      }
      let place = try #require(row)
      let middle = scores.count / 2
      let median = scores.count.isMultiple(of: 2) ? (scores[middle - 1] + scores[middle]) / 2 : scores[middle]
      #expect(try table.numbers("median")[place] == FixedDecimal(median, decimals: 1).value)
      #expect(try table.numbers("cities")[place] == Double(scores.count))
      #expect(try table.texts("label_en")[place].contains(results.registry[near[0]].name.english))
      told += 1
    }
    #expect(told > 3)
  }

  @Test func meansOfTheEvaluation() throws {
    let table = try #require(try SampleWorkbook.workbook(Self.network).sheet(SheetNames.means).table)
    let rows = keyed(try table.texts("code").map { try place($0, framework()) })
    let numbers = try follow(
      table, to: "network", key: ["LEVEL", "NODE"],
      Self.means + Self.counts + [
        ("cities_2025", "CITIES", 0), ("mean_2025", "MEAN_SCORE", 1), ("cities_compared", "CITIES_COMPARED", 0),
        ("improved", "CITIES_IMPROVED", 0), ("worsened", "CITIES_WORSENED", 0), ("under_50", "CITIES_UNDER_50", 0),
      ], rows: rows)
    #expect(numbers > 150, "\(numbers)")
  }

  @Test func strandsAndMeasuresOfTheFunders() throws {
    let table = try funders(FundersSheets.strands)
    let (levels, strands) = (try table.texts("level"), try table.texts("strand"))
    let indicators = try table.texts("indicator_id")
    let rows = keyed(
      levels.indices.map { levels[$0] == "strand" ? ["strand", strands[$0]] : ["indicator", indicators[$0]] })
    let numbers = try follow(
      table, to: "network", key: ["LEVEL", "NODE"],
      Self.means + Self.counts + [("mean_2025", "MEAN_SCORE", 1), ("cities", "CITIES", 0)], rows: rows)
    #expect(levels.count { $0 == "strand" } == 3 && numbers > 100, "\(numbers)")
  }

  @Test func regionsAndCitiesOfTheFunders() throws {
    let table = try funders(FundersSheets.cities)
    let (levels, regions) = (try table.texts("level"), try table.texts("region"))
    let numbers = try follow(
      table, to: "network", key: ["LEVEL", "NODE"],
      Self.means + [("score_2025", "MEAN_SCORE", 1), ("scored", "CITIES", 0)],
      rows: keyed(levels.indices.map { levels[$0] == "region" ? ["region", regions[$0]] : nil }))
    #expect(numbers == 3 * 5)
    // Cities without a score or a population stand in the sheet without these numbers, and not in the file.
    let weights = try table.numbers("residents_times_gap")
    let ids = try table.texts("city_id")
    let weighed = weights.indices.filter { weights[$0] != nil }
    #expect(weighed.count > 3)
    let found = try follow(
      table, to: "gaps", key: ["CITY", "LEVEL", "NODE"],
      [
        ("residents", "RESIDENTS", 0), ("score_2025", "SCORE", 1), ("distance_to_100", "DISTANCE_TO_100", 1),
        ("residents_times_gap", "RESIDENTS_TIMES_GAP", 0),
      ], rows: keyed(ids.indices.map { weights[$0] == nil ? nil : [ids[$0], "overall", "overall"] }))
    #expect(found == 4 * weighed.count)
    let rows = try SampleCSV.fields(Self.network, "gaps", key: ["CITY"], value: "RUN_ID")
    #expect(Set(rows.keys.map { $0[0] }) == Set(weighed.map { ids[$0] }).union([GapsCSV.allCities]))
  }

  @Test func focalPointsOfTheFunders() throws {
    let table = try funders(FundersSheets.focalPoints)
    let codes = try table.texts("code")
    let places = try codes.map { try place($0, framework()) }
    let numbers = try follow(
      table, to: "network", key: ["LEVEL", "NODE"],
      Self.means + Self.counts + [
        ("mean_2025", "MEAN_SCORE", 1), ("cities", "CITIES", 0), ("under_50", "CITIES_UNDER_50", 0),
      ], rows: keyed(places))
    #expect(numbers > 80, "\(numbers)")
    let weights = try table.numbers("residents_times_gap")
    let found = try follow(
      table, to: "gaps", key: ["CITY", "LEVEL", "NODE"],
      [
        ("cities_with_residents", "CITIES", 0), ("residents", "RESIDENTS", 0),
        ("distance_weighed", "DISTANCE_TO_100", 1), ("residents_times_gap", "RESIDENTS_TIMES_GAP", 0),
      ], rows: keyed(codes.indices.map { weights[$0] == nil ? nil : [GapsCSV.allCities] + places[$0] }))
    #expect(found == 4 * weights.count { $0 != nil } && found > 30)
  }

  /// The invented cities have few residents, of whom no share is counted in persons: here each has ten thousand times as many.
  @Test func personsNotReached() throws {
    var results = try SampleWorkbook.results(Self.network)
    let population = try #require(results.catalogue.indicatorID("resident_population"))
    results.values = IndicatorTable(
      results.values.values.map { value in
        guard value.key.indicator == population else { return value }
        return IndicatorValue(
          key: value.key, value: value.value.map { $0 * 10_000 }, status: value.status, form: value.form,
          base: value.base, input: Int(value.input))
      })
    let table = try #require(try FundersWorkbook(results).workbook(.english).sheet(FundersSheets.people).table)
    let ids = try table.texts("indicator_id")
    let names = ids.map { [GapsCSV.allCities, "indicator", $0] }
    let found = try follow(
      table, to: "gaps", of: results, key: ["CITY", "LEVEL", "NODE"],
      [
        ("best_pct", "BEST_VALUE", 1), ("cities", "CITIES", 0), ("people", "PERSONS_NOT_REACHED", 0),
        ("largest_city_people", "LARGEST_CITY_PERSONS", 0),
      ], rows: keyed(names))
    #expect(found == 4 * ids.count && found > 8, "\(found)")
    let rows = try SampleCSV.rows(results, "gaps", key: ["CITY", "LEVEL", "NODE"])
    #expect(names.map { rows[$0]?["LARGEST_CITY"] } == (try table.texts("largest_city_id")))
    #expect(rows.keys.count { $0[1] == "indicator" } == ids.count)
  }

  /// Networks at the edges have files, too: nobody's mean is an empty field.
  @Test(arguments: SampleReports.networks) func edges(_ network: FictionalNetwork) throws {
    let results = try SampleWorkbook.results(network)
    for table in CSVSet.tables(results) where ["network", "gaps"].contains(table.name) {
      var rows: [[Substring]] = []
      table.forEachPiece { bytes in
        rows += String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map {
          $0.split(separator: ",", omittingEmptySubsequences: false)
        }
      }
      #expect(rows.allSatisfy { $0.count == table.fields.count })
      let key = try table.primaryKey.map { name in try #require(table.fields.firstIndex { $0.name == name }) }
      #expect(Set(rows.map { row in key.map { row[$0] } }).count == rows.count, "\(table.name): a key stands twice")
      if table.name == "network" {
        let mean = try #require(table.fields.firstIndex { $0.name == "MEAN_SCORE" })
        let cities = try #require(table.fields.firstIndex { $0.name == "CITIES" })
        #expect(rows.dropFirst().allSatisfy { $0[mean].isEmpty == ($0[cities] == "0") })
      }
    }
  }
}
