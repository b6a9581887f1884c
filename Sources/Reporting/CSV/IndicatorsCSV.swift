import Catalogue
import Measurement
import Spreadsheets
import Vocabulary

/// Every indicator value of every year and breakdown, rounded once as published.
enum IndicatorsCSV {
  static func table(_ results: RoundResults) -> CSVTable {
    let fields = [
      CSVSet.field(results, "CITY", required: true), CSVSet.field(results, "CITY_NAME_EN"),
      CSVSet.field(results, "CITY_NAME_TH"), CSVSet.field(results, "INDICATOR", required: true),
      CSVSet.field(results, "INDICATOR_CODE"), CSVSet.field(results, "SEX", required: true),
      CSVSet.field(results, "AGE", required: true), CSVSet.field(results, "BREAKDOWN"),
      CSVSet.field(results, "TIME_PERIOD", required: true), CSVSet.field(results, "OBS_VALUE", .number),
      CSVSet.field(results, "UNIT_MEASURE", required: true), CSVSet.field(results, "OBS_STATUS", required: true),
      CSVSet.field(results, "CONF_STATUS", required: true), CSVSet.field(results, "DECIMALS", .integer, required: true),
      CSVSet.field(results, "FORM", required: true), CSVSet.field(results, "BASE", .number),
      CSVSet.field(results, "EVIDENCE", required: true), CSVSet.field(results, "SOURCE_FILE", required: true),
      CSVSet.field(results, "SOURCE_CELL", required: true), CSVSet.field(results, "METHOD_VERSION", required: true),
      CSVSet.field(results, "RUN_ID", required: true),
    ]
    let breakdowns = BreakdownColumns(results.observations.breakdowns)
    return CSVTable(
      name: "indicators", title: CSVSet.title(results, "indicators"), fields: fields,
      primaryKey: ["CITY", "INDICATOR", "SEX", "AGE", "BREAKDOWN", "TIME_PERIOD"],
      partCount: CSVSet.partCount(results),
      part: { part in
        var csv = CSVWriter(continuationWithColumns: fields.count)
        let method = "\(results.catalogue.method.id) \(results.catalogue.method.version)"
        for value in results.values.of(cities: CSVSet.cities(ofPart: part, results)) {
          write(value, results, breakdowns, method, into: &csv)
        }
        return csv.bytes
      })
  }

  private static func write(
    _ value: IndicatorValue, _ results: RoundResults, _ breakdowns: BreakdownColumns, _ method: String,
    into csv: inout CSVWriter
  ) {
    let indicator = results.catalogue[value.key.indicator]
    let unit = results.catalogue.units[indicator.unit]
    let input = results.observations.observations[Int(value.input)].provenance
    csv.city(results.registry[value.key.city])
    csv.code(indicator.id)
    csv.code(indicator.code)
    csv.breakdown(breakdowns[value.key.breakdown])
    csv.code("\(value.key.period)")
    csv.number(value.value, decimals: unit.decimals)
    csv.code(unit.id)
    csv.code(value.status.code)
    csv.code("F")
    csv.integer(unit.decimals)
    csv.code(value.form == .computed ? "computed" : "reported")
    csv.reported(value.base)
    csv.code(indicator.evidence.rawValue)
    csv.text(results.observations.sources[input.source.index].path)
    csv.code(CellAddress(row: Int(input.row), column: Int(input.column)).description)
    csv.code(method)
    csv.code(results.run.id)
    csv.endRow()
  }
}

extension IndicatorTable {
  /// The values of a run of cities.
  func of(cities: Range<Int>) -> ArraySlice<IndicatorValue> {
    func start(_ city: Int) -> Int {
      var low = 0
      var high = values.count
      while low < high {
        let middle = (low + high) / 2
        if values[middle].key.city.index < city { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return values[start(cities.lowerBound)..<start(cities.upperBound)]
  }
}
