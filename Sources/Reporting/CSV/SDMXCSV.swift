import Catalogue
import Measurement
import Spreadsheets
import Vocabulary

/// Indicators and observations once more, as SDMX-CSV 2.0: the same rows and figures as `indicators.csv` and `observations.csv`.
enum SDMXCSV {
  static func indicators(_ results: RoundResults) -> CSVTable {
    let catalogue = results.catalogue
    let sdmx = SDMXFields(results, dataflow: "INDICATORS")
    let shared = SharedFields(results)
    let decimals = catalogue.indicators.map { catalogue.units[$0.unit].decimals }
    let names = catalogue.indicators.map { indicator in CSVFields { $0.code(SDMXFields.code(indicator.id)) } }
    let units = catalogue.indicators.map { SDMXCSV.unit(catalogue.units[$0.unit]) }
    return CSVTable(
      name: "indicators.sdmx", title: CSVSet.title(results, "indicators.sdmx"),
      fields: SDMXFields.firstFields(results)
        + [SDMXFields.field(results, "INDICATOR", ownMeaning: false)] + SDMXFields.commonFields(results)
        + [SDMXFields.field(results, "DECIMALS", .integer, ownMeaning: false)],
      primaryKey: ["REF_AREA", "INDICATOR", "SEX", "AGE", "COMPOSITE_BREAKDOWN", "TIME_PERIOD"],
      of: results,
      rows: { city, _, csv in
        for value in results.values.of(city) {
          let indicator = value.key.indicator.index
          csv.fields(sdmx.head)
          csv.fields(sdmx.areas[value.key.city.index])
          csv.fields(names[indicator])
          csv.fields(sdmx.breakdowns[value.key.breakdown.index])
          csv.period(value.key.period)
          if let number = value.value { csv.number(number, decimals: decimals[indicator]) } else { csv.code("NaN") }
          csv.fields(shared[value.status])
          csv.code(IndicatorsCSV.confidentiality(of: value))
          csv.fields(units[indicator])
          csv.integer(decimals[indicator])
          csv.endRow()
        }
      })
  }

  static func observations(_ results: RoundResults) -> CSVTable {
    let catalogue = results.catalogue
    let sdmx = SDMXFields(results, dataflow: "OBSERVATIONS")
    let shared = SharedFields(results)
    let names = catalogue.variables.map { variable in CSVFields { $0.code(SDMXFields.code(variable.id)) } }
    let units = catalogue.variables.map { SDMXCSV.unit(catalogue.units[$0.unit]) }
    return CSVTable(
      name: "observations.sdmx", title: CSVSet.title(results, "observations.sdmx"),
      fields: SDMXFields.firstFields(results)
        + [SDMXFields.field(results, "VARIABLE", ownMeaning: false)] + SDMXFields.commonFields(results)
        + [SDMXFields.field(results, "COMMENT_OBS", required: false)],
      primaryKey: ["REF_AREA", "VARIABLE", "SEX", "AGE", "COMPOSITE_BREAKDOWN", "TIME_PERIOD"],
      of: results,
      rows: { city, _, csv in
        let slice = results.observations.slice(of: city)
        for index in slice.indices {
          let observation = slice[index]
          let variable = observation.key.variable.index
          csv.fields(sdmx.head)
          csv.fields(sdmx.areas[city.index])
          csv.fields(names[variable])
          csv.fields(sdmx.breakdowns[observation.key.breakdown.index])
          csv.period(observation.key.period)
          if let number = observation.value { csv.reported(number) } else { csv.code("NaN") }
          csv.fields(shared[observation.status])
          csv.code(results.suppression[index]?.confidentiality ?? "F")
          csv.fields(units[variable])
          csv.text(results.observations.notes[Int(observation.note)])
          csv.endRow()
        }
      })
  }

  /// The unit and the power of ten that its figures are multiplied with: none, they are written in full.
  private static func unit(_ unit: UnitOfMeasure) -> CSVFields {
    CSVFields {
      $0.code(SDMXFields.code(unit.id))
      $0.integer(0)
    }
  }
}
