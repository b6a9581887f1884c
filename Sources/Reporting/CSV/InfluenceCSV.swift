import Catalogue
import Normalisation
import Spreadsheets
import Vocabulary

/// What single indicators decide: over all cities in one file, city by city in another.
enum InfluenceCSV {
  /// One row an indicator.
  static func summary(_ results: RoundResults) -> CSVTable {
    let fields = [
      CSVSet.field(results, "FRAMEWORK", required: true), CSVSet.field(results, "INDICATOR", required: true),
      CSVSet.field(results, "REFERENCE_YEAR", .integer, required: true),
      CSVSet.field(results, "CITIES", .integer, required: true),
      CSVSet.field(results, "MEAN_SCORE_CHANGE", .number, required: true),
      CSVSet.field(results, "LARGEST_SCORE_CHANGE", .number, required: true),
      CSVSet.field(results, "LARGEST_CHANGE_CITY", required: true),
      CSVSet.field(results, "CITIES_MOVED", .integer, required: true),
      CSVSet.field(results, "MEAN_PLACES_MOVED", .number, required: true),
      CSVSet.field(results, "LARGEST_PLACES_MOVED", .integer, required: true),
      CSVSet.field(results, "CITIES_OUT_OF_INTERVAL", .integer, required: true),
      CSVSet.field(results, "METHOD_VERSION", required: true), CSVSet.field(results, "RUN_ID", required: true),
    ]
    return CSVTable(
      name: "influence", title: CSVSet.title(results, "influence"), fields: fields,
      primaryKey: ["FRAMEWORK", "INDICATOR"], partCount: 1,
      part: { _, csv in
        let catalogue = results.catalogue
        let summaries = results.robustness?.summaries ?? []
        for summary in summaries.sorted(by: { catalogue[$0.indicator].id < catalogue[$1.indicator].id }) {
          csv.code(catalogue.frameworks[results.framework].id)
          csv.code(catalogue[summary.indicator].id)
          csv.integer(results.current.referenceYear)
          csv.integer(summary.cities)
          csv.number(summary.meanChange, decimals: 2)
          csv.number(summary.largestChange, decimals: 2)
          csv.code(results.registry[summary.largestCity].id)
          csv.integer(summary.moved)
          csv.number(summary.meanMove, decimals: 2)
          csv.integer(summary.largestMove)
          csv.integer(summary.leaving)
          tail(results, into: &csv)
        }
      })
  }

  /// One row a city and indicator.
  static func cities(_ results: RoundResults) -> CSVTable {
    let fields = [
      CSVSet.field(results, "CITY", required: true), CSVSet.field(results, "CITY_NAME_EN"),
      CSVSet.field(results, "CITY_NAME_TH"), CSVSet.field(results, "FRAMEWORK", required: true),
      CSVSet.field(results, "INDICATOR", required: true),
      CSVSet.field(results, "REFERENCE_YEAR", .integer, required: true),
      CSVSet.field(results, "SCORE", .number, required: true),
      CSVSet.field(results, "SCORE_WITHOUT", .number, required: true),
      CSVSet.field(results, "CHANGE_WITHOUT", .number, required: true),
      CSVSet.field(results, "PLACES_MOVED", .integer, required: true),
      CSVSet.field(results, "OUT_OF_INTERVAL", .boolean, required: true),
      CSVSet.field(results, "METHOD_VERSION", required: true), CSVSet.field(results, "RUN_ID", required: true),
    ]
    return CSVTable(
      name: "influence_by_city", title: CSVSet.title(results, "influence_by_city"), fields: fields,
      primaryKey: ["CITY", "FRAMEWORK", "INDICATOR"], partCount: 1,
      part: { _, csv in
        let names = results.registry.cities.map(SharedFields.city)
        for influence in results.robustness?.influences ?? [] {
          csv.fields(names[influence.city.index])
          csv.code(results.catalogue.frameworks[results.framework].id)
          csv.code(results.catalogue[influence.indicator].id)
          csv.integer(results.current.referenceYear)
          csv.number(influence.score, decimals: 1)
          csv.number(influence.without, decimals: 1)
          csv.number(influence.change, decimals: 2)
          csv.integer(influence.move)
          csv.code(influence.leavesInterval ? "true" : "false")
          tail(results, into: &csv)
        }
      })
  }

  private static func tail(_ results: RoundResults, into csv: inout CSVWriter) {
    csv.code("\(results.catalogue.method.id) \(results.catalogue.method.version)")
    csv.code(results.run.id)
    csv.endRow()
  }
}
