import Catalogue
import Measurement
import Spreadsheets
import Trends
import Vocabulary

/// The change of every figure from its previous observation.
enum ChangesCSV {
  static func table(_ results: RoundResults) -> CSVTable {
    let fields = [
      CSVSet.field(results, "CITY", required: true), CSVSet.field(results, "CITY_NAME_EN"),
      CSVSet.field(results, "CITY_NAME_TH"), CSVSet.field(results, "INDICATOR", required: true),
      CSVSet.field(results, "SEX", required: true), CSVSet.field(results, "AGE", required: true),
      CSVSet.field(results, "BREAKDOWN"), CSVSet.field(results, "TIME_PERIOD", required: true),
      CSVSet.field(results, "OBS_VALUE", .number, required: true), CSVSet.field(results, "PREVIOUS_PERIOD"),
      CSVSet.field(results, "PREVIOUS_VALUE", .number), CSVSet.field(results, "GAP_YEARS", .integer),
      CSVSet.field(results, "CHANGE", .number), CSVSet.field(results, "CHANGE_UNIT", required: true),
      CSVSet.field(results, "CHANGE_ABSOLUTE", .number), CSVSet.field(results, "CHANGE_PERCENT", .number),
      CSVSet.field(results, "ANNUAL_ABSOLUTE", .number), CSVSet.field(results, "ANNUAL_PERCENT", .number),
      CSVSet.field(results, "VERDICT"), CSVSet.field(results, "SCORE_EFFECT", .number),
      CSVSet.field(results, "REASON"), CSVSet.field(results, "OBS_STATUS", required: true),
      CSVSet.field(results, "RUN_ID", required: true),
    ]
    let shared = SharedFields(results)
    let own = ChangeFields(results.catalogue)
    return CSVTable(
      name: "changes", title: CSVSet.title(results, "changes"), fields: fields,
      primaryKey: ["CITY", "INDICATOR", "SEX", "AGE", "BREAKDOWN", "TIME_PERIOD"],
      of: results,
      rows: { city, names, csv in
        for change in YearOnYear(catalogue: results.catalogue).changes(in: results.values.of(city)) {
          csv.fields(names)
          write(change, shared, own, into: &csv)
        }
      })
  }

  private static func write(
    _ change: Change, _ shared: SharedFields, _ own: ChangeFields, into csv: inout CSVWriter
  ) {
    let indicator = change.key.indicator.index
    let decimals = own.decimals[indicator]
    csv.fields(own.indicators[indicator])
    csv.fields(shared[change.key.breakdown])
    csv.period(change.key.period)
    csv.number(change.value, decimals: decimals)
    if let period = change.previousPeriod { csv.period(period) } else { csv.empty() }
    csv.number(change.previousValue, decimals: decimals)
    if change.previousPeriod == nil { csv.empty() } else { csv.integer(change.gap) }
    csv.number(change.headline, decimals: change.measure == .units ? decimals : 1)
    switch change.measure {
    case .points: csv.code("percentage_points")
    case .percent: csv.code("percent")
    case .units: csv.fields(own.units[indicator])
    }
    csv.number(change.absolute, decimals: max(1, decimals))
    csv.number(change.relative, decimals: 2)
    csv.number(change.annualisedAbsolute, decimals: max(1, decimals) + 1)
    csv.number(change.annualisedRelative, decimals: 2)
    if let verdict = change.verdict { csv.code(verdict.rawValue) } else { csv.empty() }
    csv.number(change.effect, decimals: 1)
    if let absence = change.absence { csv.code(absence.rawValue) } else { csv.empty() }
    csv.fields(shared[change.status])
    csv.fields(shared.run)
    csv.endRow()
  }
}

/// What the rows of an indicator have in common.
private struct ChangeFields: Sendable {
  let indicators: [CSVFields]
  let units: [CSVFields]
  let decimals: [Int]

  init(_ catalogue: Catalogue) {
    indicators = catalogue.indicators.map { indicator in CSVFields { $0.code(indicator.id) } }
    units = catalogue.indicators.map { indicator in CSVFields { $0.code(catalogue.units[indicator.unit].id) } }
    decimals = catalogue.indicators.map { catalogue.units[$0.unit].decimals }
  }
}
