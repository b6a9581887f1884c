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
    let shared = SharedFields(results)
    let own = IndicatorFields(results)
    return CSVTable(
      name: "indicators", title: CSVSet.title(results, "indicators"), fields: fields,
      primaryKey: ["CITY", "INDICATOR", "SEX", "AGE", "BREAKDOWN", "TIME_PERIOD"],
      of: results,
      rows: { city, names, csv in
        for value in results.values.of(city) {
          csv.fields(names)
          write(value, results, shared, own, into: &csv)
        }
      })
  }

  private static func write(
    _ value: IndicatorValue, _ results: RoundResults, _ shared: SharedFields, _ own: IndicatorFields,
    into csv: inout CSVWriter
  ) {
    let indicator = value.key.indicator.index
    let input = results.observations.observations[Int(value.input)].provenance
    csv.fields(own.indicators[indicator])
    csv.fields(shared[value.key.breakdown])
    csv.period(value.key.period)
    csv.number(value.value, decimals: own.decimals[indicator])
    csv.fields(own.units[indicator])
    csv.fields(shared[value.status])
    csv.code(confidentiality(of: value))
    csv.integer(own.decimals[indicator])
    csv.code(value.form == .computed ? "computed" : "reported")
    csv.reported(value.base)
    csv.fields(own.evidence[indicator])
    csv.fields(own.sources[input.source.index])
    csv.cell(CellAddress(row: Int(input.row), column: Int(input.column)))
    csv.fields(own.method)
    csv.fields(shared.run)
    csv.endRow()
  }

  /// N where the figures behind it are kept back, with which A or D stand; else F.
  static func confidentiality(of value: IndicatorValue) -> String { value.status == .suppressed ? "N" : "F" }
}

/// What the rows of an indicator or a file have in common.
private struct IndicatorFields: Sendable {
  /// Id and code.
  let indicators: [CSVFields]
  let decimals: [Int]
  let units: [CSVFields]
  let evidence: [CSVFields]
  let sources: [CSVFields]
  let method: CSVFields

  init(_ results: RoundResults) {
    let catalogue = results.catalogue
    indicators = catalogue.indicators.map { indicator in
      CSVFields {
        $0.code(indicator.id)
        $0.code(indicator.code)
      }
    }
    decimals = catalogue.indicators.map { catalogue.units[$0.unit].decimals }
    units = catalogue.indicators.map { indicator in CSVFields { $0.code(catalogue.units[indicator.unit].id) } }
    evidence = catalogue.indicators.map { indicator in CSVFields { $0.code(indicator.evidence.rawValue) } }
    sources = results.observations.sources.map { source in CSVFields { $0.text(source.path) } }
    method = CSVFields { $0.code("\(catalogue.method.id) \(catalogue.method.version)") }
  }
}

extension IndicatorTable {
  /// The values of a city.
  func of(_ city: CityID) -> ArraySlice<IndicatorValue> {
    func start(_ city: Int) -> Int {
      var low = 0
      var high = values.count
      while low < high {
        let middle = (low + high) / 2
        if values[middle].key.city.index < city { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return values[start(city.index)..<start(city.index + 1)]
  }
}
