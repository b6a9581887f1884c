import Catalogue
import Foundation
import Spreadsheets
import Testing
import Vocabulary

@testable import Reporting

/// One set of numbers: what the tables of the cards and of the funders say is what the CSV files say, digit for digit.
@Suite struct TraceTests {
  private static let network = FictionalNetwork(
    cities: 12, absent: 2, held: 1, hasSexes: true, regions: ["North", "South", "East"])

  private func fields(_ name: String, key: [String], value: String) throws -> [[String]: String] {
    try SampleCSV.fields(Self.network, name, key: key, value: value)
  }

  private func digits(_ value: Double?, _ decimals: Int) -> String { SampleCSV.digits(value, decimals) }

  private func card() throws -> (context: CityContext, tables: [String: DataTable]) {
    let results = try SampleWorkbook.results(Self.network)
    let cards = CityCards(results)
    let city = results.reportingCities[1]
    let sheets = cards.workbook(city, .thai).sheets
    return (
      cards.context(city, .english),
      Dictionary(uniqueKeysWithValues: sheets.compactMap { sheet in sheet.table.map { (sheet.name, $0) } })
    )
  }

  @Test func scoresOfACard() throws {
    let (context, tables) = try card()
    let id = context.results.registry[context.card.city].id
    let csv = try fields("scores", key: ["CITY", "FRAMEWORK", "NODE", "REFERENCE_YEAR"], value: "SCORE")
    let table = try #require(tables[CitySheets.scores])
    for year in [2024, 2025] {
      for (code, score) in zip(try table.texts("code"), try table.numbers("score_\(year)")) {
        // Beside cities of its size the city stands with its overall score.
        let node = code == "similar" ? "overall" : code
        #expect(csv[[id, "key-features", node, "\(year)"]] == digits(score, 1), "\(code) \(year)")
      }
    }
  }

  @Test func measuresOfACard() throws {
    let (context, tables) = try card()
    let catalogue = context.catalogue
    let id = context.results.registry[context.card.city].id
    let values = try fields(
      "indicators", key: ["CITY", "INDICATOR", "SEX", "AGE", "TIME_PERIOD"], value: "OBS_VALUE")
    let changes = try fields("changes", key: ["CITY", "INDICATOR", "SEX", "AGE", "TIME_PERIOD"], value: "CHANGE")
    let table = try #require(tables[CitySheets.measures])
    let (ids, periods) = (try table.texts("indicator_id"), try table.texts("period"))
    var compared = (values: 0, changes: 0)
    for (row, value) in try table.numbers("value").enumerated() {
      guard let value else { continue }
      let indicator = try #require(catalogue.indicatorID(ids[row]))
      let decimals = catalogue.unit(of: indicator).decimals
      #expect(values[[id, ids[row], "_T", "_T", periods[row]]] == digits(value, decimals), "\(ids[row])")
      compared.values += 1
      guard let change = try table.numbers("change")[row] else { continue }
      let isOwnUnit = try table.texts("change_in")[row] == "units"
      // The file prints a change of whole steps without decimals.
      let printed = try #require(changes[[id, ids[row], "_T", "_T", periods[row]]])
      #expect(Double(printed) == FixedDecimal(change, decimals: isOwnUnit ? decimals : 1).value, "\(ids[row])")
      compared.changes += 1
    }
    #expect(compared.values > 80 && compared.changes > 60)
  }

  @Test func womenAndMenOfACard() throws {
    let (context, tables) = try card()
    let id = context.results.registry[context.card.city].id
    let csv = try fields("indicators", key: ["CITY", "INDICATOR", "SEX", "AGE", "TIME_PERIOD"], value: "OBS_VALUE")
    let table = try #require(tables[CitySheets.sexes])
    for (row, indicator) in try table.texts("indicator_id").enumerated() {
      let year = try #require(try table.numbers("year")[row])
      let decimals = context.catalogue.unit(of: try #require(context.catalogue.indicatorID(indicator))).decimals
      for (sex, header) in [("F", "women"), ("M", "men")] {
        #expect(csv[[id, indicator, sex, "_T", "\(Int(year))"]] == digits(try table.numbers(header)[row], decimals))
      }
    }
    #expect(table.rowCount > 20)
  }

  @Test func citiesOfTheFunders() throws {
    let workbook = try SampleReports.funders(Self.network).workbook(.english)
    let table = try #require(try workbook.sheet(FundersSheets.cities).table)
    let csv = try fields("scores", key: ["CITY", "FRAMEWORK", "NODE", "REFERENCE_YEAR"], value: "SCORE")
    for (row, id) in try table.texts("city_id").enumerated() where !id.isEmpty {
      let score = try table.numbers("score_2025")[row]
      #expect(csv[[id, "key-features", "overall", "2025"], default: ""] == digits(score, 1), "\(id)")
    }
  }

  @Test func placesOfTheEvaluation() throws {
    let table = try #require(try SampleWorkbook.workbook(Self.network).sheet(SheetNames.ranks).table)
    let ids = try table.texts("city_id")
    let codes = try table.texts("code").map { $0 == "all" ? "overall" : $0 }
    for (header, field) in [
      ("group", "RANK_GROUP"), ("place_low", "RANK_LOW"), ("place_median", "RANK_MEDIAN"), ("place_high", "RANK_HIGH"),
      ("groups", "RANK_GROUPS"), ("cities_ranked", "CITIES_RANKED"), ("draws", "DRAWS"), ("imputed", "IMPUTED"),
    ] {
      let csv = try fields("robustness", key: ["CITY", "NODE"], value: field)
      for (row, value) in try table.numbers(header).enumerated() {
        #expect(csv[[ids[row], codes[row]]] == digits(value, 0), "\(ids[row]) \(codes[row]) \(field)")
      }
    }
    #expect(table.rowCount == 4 * 10)
    let shares = try fields("robustness", key: ["CITY", "NODE"], value: "TOP_QUARTER_SHARE")
    for (row, value) in try table.numbers("top_quarter_pct").enumerated() {
      let share = try #require(shares[[ids[row], codes[row]]])
      #expect(value == Double(share).map { (100 * $0).rounded() })
    }
    // Nobody's bare rank: a place comes with its interval.
    #expect(Set(try table.texts("rank_status")).isSubset(of: ["ranked", "no_score"]))
  }

  @Test func influenceInTheEvaluation() throws {
    let table = try #require(try SampleWorkbook.workbook(Self.network).sheet(SheetNames.influence).table)
    let ids = try table.texts("indicator_id")
    for (header, field, decimals) in [
      ("mean_score_change", "MEAN_SCORE_CHANGE", 2), ("largest_score_change", "LARGEST_SCORE_CHANGE", 2),
      ("cities", "CITIES", 0), ("cities_moved", "CITIES_MOVED", 0), ("mean_places_moved", "MEAN_PLACES_MOVED", 2),
      ("largest_places_moved", "LARGEST_PLACES_MOVED", 0), ("cities_out_of_interval", "CITIES_OUT_OF_INTERVAL", 0),
    ] {
      let csv = try fields("influence", key: ["INDICATOR"], value: field)
      for (row, value) in try table.numbers(header).enumerated() {
        #expect(csv[[ids[row]]] == digits(value, decimals), "\(ids[row]) \(field)")
      }
    }
    #expect(ids.count > 40)
    // The largest change is a row of the file by city.
    let csv = try fields("influence_by_city", key: ["CITY", "INDICATOR"], value: "CHANGE_WITHOUT")
    let cities = try table.texts("city_id")
    for (row, value) in try table.numbers("largest_score_change").enumerated() {
      #expect(csv[[cities[row], ids[row]]] == digits(value, 2))
    }
  }

  /// The matrix of methods counts what `progress.csv` says row by row.
  @Test func agreementOfMethods() throws {
    let table = try #require(try SampleWorkbook.workbook(Self.network).sheet(SheetNames.agreement).table)
    // The file has the figures that serve comparison, too; the page is about the cities.
    let results = try SampleWorkbook.results(Self.network)
    let cities = Set(results.reportingCities.map { results.registry[$0].id })
    let courses = try fields("progress", key: ["CITY", "INDICATOR", "METHOD"], value: "COURSE").filter {
      cities.contains($0.key[0])
    }
    let cases = Set(courses.keys.map { [$0[0], $0[1]] })
    let (first, second) = (try table.texts("method_a"), try table.texts("method_b"))
    #expect(table.rowCount == 15)
    for row in first.indices {
      var (judged, agree) = (0, 0)
      for key in cases {
        guard let a = courses[key + [first[row]]], let b = courses[key + [second[row]]], !a.isEmpty, !b.isEmpty else {
          continue
        }
        judged += 1
        if a == b { agree += 1 }
      }
      #expect(try table.numbers("judged_by_both")[row] == Double(judged), "\(first[row]) \(second[row])")
      #expect(try table.numbers("agree")[row] == Double(agree), "\(first[row]) \(second[row])")
      #expect(try table.numbers("differ")[row] == Double(judged - agree))
    }
    let agree = try fields("progress", key: ["CITY", "INDICATOR"], value: "METHODS_AGREE").filter {
      cities.contains($0.key[0])
    }
    let figures = try #require(try SampleWorkbook.workbook(Self.network).sheet(SheetNames.figures).table)
    let known = Dictionary(uniqueKeysWithValues: zip(try figures.texts("figure"), try figures.numbers("value")))
    #expect(known["methods_judged"] == Double(agree.values.count { !$0.isEmpty }))
    #expect(known["methods_agree"] == Double(agree.values.count { $0 == "yes" }))
    let differences = try #require(try SampleWorkbook.workbook(Self.network).sheet(SheetNames.differences).table)
    #expect(differences.rowCount == agree.values.count { $0 == "no" })
    let distances = try differences.numbers("distance").compactMap { $0 }
    #expect(distances == distances.sorted(by: >) && distances.allSatisfy { $0 > 0 })
  }

  /// What the funders' and the evaluators' workbooks both say, they say alike.
  @Test func theFundersSayWhatTheEvaluatorsSay() throws {
    let evaluation = try SampleWorkbook.workbook(Self.network)
    let funders = try SampleReports.funders(Self.network).workbook(.english)
    let means = try #require(try evaluation.sheet(SheetNames.means).table)
    let points = try #require(try funders.sheet(FundersSheets.focalPoints).table)
    let known = Dictionary(uniqueKeysWithValues: zip(try means.texts("code"), try means.numbers("mean_2025")))
    for (code, mean) in zip(try points.texts("code"), try points.numbers("mean_2025")) {
      #expect(known[code] == mean, "\(code)")
    }
    let first = try #require(try evaluation.sheet(SheetNames.figures).table)
    let second = try #require(try funders.sheet(FundersSheets.figures).table)
    let figures = Dictionary(uniqueKeysWithValues: zip(try second.texts("figure"), try second.numbers("value")))
    for (figure, value) in zip(try first.texts("figure"), try first.numbers("value")) {
      #expect(figures[figure] == value, "\(figure)")
    }
  }
}
