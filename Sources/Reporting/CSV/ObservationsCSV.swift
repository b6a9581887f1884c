import Catalogue
import Spreadsheets
import Vocabulary

/// Every figure as reported, with its status and the cell that it came from.
enum ObservationsCSV {
  static func table(_ results: RoundResults) -> CSVTable {
    let fields = [
      CSVSet.field(results, "CITY", required: true), CSVSet.field(results, "CITY_NAME_EN"),
      CSVSet.field(results, "CITY_NAME_TH"), CSVSet.field(results, "VARIABLE", required: true),
      CSVSet.field(results, "SEX", required: true), CSVSet.field(results, "AGE", required: true),
      CSVSet.field(results, "BREAKDOWN"), CSVSet.field(results, "TIME_PERIOD", required: true),
      CSVSet.field(results, "OBS_VALUE", .number), CSVSet.field(results, "UNIT_MEASURE", required: true),
      CSVSet.field(results, "OBS_STATUS", required: true), CSVSet.field(results, "GEO_LEVEL", required: true),
      CSVSet.field(results, "EVIDENCE", required: true), CSVSet.field(results, "NOTE"),
      CSVSet.field(results, "SOURCE_FILE", required: true), CSVSet.field(results, "SOURCE_SHEET"),
      CSVSet.field(results, "SOURCE_CELL", required: true), CSVSet.field(results, "RUN_ID", required: true),
    ]
    let breakdowns = BreakdownColumns(results.observations.breakdowns)
    return CSVTable(
      name: "observations", title: CSVSet.title(results, "observations"), fields: fields,
      primaryKey: ["CITY", "VARIABLE", "SEX", "AGE", "BREAKDOWN", "TIME_PERIOD"],
      partCount: CSVSet.partCount(results),
      part: { part in
        var csv = CSVWriter(continuationWithColumns: fields.count)
        for city in CSVSet.cities(ofPart: part, results) {
          for observation in results.observations.slice(of: CityID(city)) {
            write(observation, results, breakdowns, into: &csv)
          }
        }
        return csv.bytes
      })
  }

  private static func write(
    _ observation: Observation, _ results: RoundResults, _ breakdowns: BreakdownColumns, into csv: inout CSVWriter
  ) {
    let variable = results.catalogue[observation.key.variable]
    let place = observation.provenance
    let source = results.observations.sources[place.source.index]
    csv.city(results.registry[observation.key.city])
    csv.code(variable.id)
    csv.breakdown(breakdowns[observation.key.breakdown])
    csv.code("\(observation.key.period)")
    csv.reported(observation.value)
    csv.code(results.catalogue.units[variable.unit].id)
    csv.code(observation.status.code)
    csv.code(observation.level.code)
    csv.code(variable.evidence.rawValue)
    csv.text(results.observations.notes[Int(observation.note)])
    csv.text(source.path)
    csv.text(Int(place.sheet) < source.sheets.count ? source.sheets[Int(place.sheet)] : "")
    csv.code(CellAddress(row: Int(place.row), column: Int(place.column)).description)
    csv.code(results.run.id)
    csv.endRow()
  }
}
