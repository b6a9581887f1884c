import Catalogue
import Normalisation
import Spreadsheets
import Vocabulary

/// Where money would move most: distances to a full score weighed by residents, and the persons whom official shares do not reach.
///
/// Of single cities it has what the reports tell: their overall score, and the city in which most persons are not reached.
enum GapsCSV {
  /// What stands for all reporting cities together.
  static let allCities = "_T"

  static func table(_ results: RoundResults) -> CSVTable {
    func number(_ name: String) -> CSVTable.Field { CSVSet.field(results, name, .number, of: "gaps") }
    func count(_ name: String) -> CSVTable.Field { CSVSet.field(results, name, .integer, of: "gaps") }
    let fields = [
      CSVSet.field(results, "CITY", of: "gaps", required: true), CSVSet.field(results, "CITY_NAME_EN"),
      CSVSet.field(results, "CITY_NAME_TH"), CSVSet.field(results, "FRAMEWORK", required: true),
      CSVSet.field(results, "LEVEL", required: true), CSVSet.field(results, "NODE", required: true),
      CSVSet.field(results, "REFERENCE_YEAR", .integer, required: true),
      CSVSet.field(results, "CITIES", .integer, of: "gaps", required: true), count("RESIDENTS"), number("SCORE"),
      number("DISTANCE_TO_100"), count("RESIDENTS_TIMES_GAP"),
      CSVSet.field(results, "HALF_OF_RESIDENTS", .boolean, of: "gaps"), number("BEST_VALUE"),
      count("PERSONS_NOT_REACHED"), CSVSet.field(results, "LARGEST_CITY", of: "gaps"), count("LARGEST_CITY_PERSONS"),
      CSVSet.field(results, "METHOD_VERSION", required: true), CSVSet.field(results, "RUN_ID", required: true),
    ]
    return CSVTable(
      name: "gaps", title: CSVSet.title(results, "gaps"), fields: fields,
      primaryKey: ["CITY", "FRAMEWORK", "LEVEL", "NODE"], partCount: 1,
      part: { _, csv in
        let framework = results.catalogue.frameworks[results.framework]
        let needs = NeedFacts(results, results.reportingCities, nodes: HeatLayout(framework).columns)
        for row in rows(needs, results).sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
          csv.code(row.key[0])
          csv.text(row.name.english)
          csv.text(row.name.thai)
          csv.code(framework.id)
          csv.code(row.key[1])
          csv.code(row.key[2])
          csv.integer(results.round.referenceYear)
          csv.fields(row.numbers)
          csv.code("\(results.catalogue.method.id) \(results.catalogue.method.version)")
          csv.code(results.run.id)
          csv.endRow()
        }
      })
  }

  /// A row: city, level and node; the city's name; CITIES to LARGEST_CITY_PERSONS.
  private typealias Row = (key: [String], name: LocalizedText, numbers: CSVFields)

  private static func rows(_ needs: NeedFacts, _ results: RoundResults) -> [Row] {
    let catalogue = results.catalogue
    let framework = catalogue.frameworks[results.framework]
    let cities = needs.cities.map { need -> Row in
      let city = results.registry[need.city]
      let numbers = CSVFields {
        $0.integer(1)
        $0.number(need.residents.value, decimals: 0)
        $0.number(need.score.value, decimals: 1)
        $0.number(need.distance.value, decimals: 1)
        $0.number(need.weight.value, decimals: 0)
        for _ in 0..<5 { $0.empty() }
      }
      return ([city.id, "overall", "overall"], city.name, numbers)
    }
    let points = needs.focalPoints.map { need -> Row in
      let node = framework.nodes[need.node]
      let numbers = CSVFields {
        $0.integer(need.cities)
        $0.number(need.residents.value, decimals: 0)
        $0.empty()
        $0.number(need.distance.value, decimals: 1)
        $0.number(need.weight.value, decimals: 0)
        $0.code(need.isComparable ? "true" : "false")
        for _ in 0..<4 { $0.empty() }
      }
      return ([allCities, framework.levels[node.depth], node.code], LocalizedText(same: ""), numbers)
    }
    let measures = needs.measures.map { need -> Row in
      let numbers = CSVFields {
        $0.integer(need.cities)
        for _ in 0..<5 { $0.empty() }
        $0.number(need.best.value, decimals: 1)
        $0.number(need.people.value, decimals: 0)
        $0.code(results.registry[need.largest.city].id)
        $0.number(need.largest.people.value, decimals: 0)
      }
      return ([allCities, "indicator", catalogue[need.indicator].id], LocalizedText(same: ""), numbers)
    }
    return cities + points + measures
  }
}
