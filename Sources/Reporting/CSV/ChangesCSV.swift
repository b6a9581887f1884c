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
    let breakdowns = BreakdownColumns(results.observations.breakdowns)
    return CSVTable(
      name: "changes", title: CSVSet.title(results, "changes"), fields: fields,
      primaryKey: ["CITY", "INDICATOR", "SEX", "AGE", "BREAKDOWN", "TIME_PERIOD"],
      partCount: CSVSet.partCount(results),
      part: { part in
        var csv = CSVWriter(continuationWithColumns: fields.count)
        for change in changes(of: CSVSet.cities(ofPart: part, results), results) {
          write(change, results, breakdowns, into: &csv)
        }
        return csv.bytes
      })
  }

  private static func changes(of cities: Range<Int>, _ results: RoundResults) -> ArraySlice<Change> {
    func start(_ city: Int) -> Int {
      var low = 0
      var high = results.changes.count
      while low < high {
        let middle = (low + high) / 2
        if results.changes[middle].key.city.index < city { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return results.changes[start(cities.lowerBound)..<start(cities.upperBound)]
  }

  private static func write(
    _ change: Change, _ results: RoundResults, _ breakdowns: BreakdownColumns, into csv: inout CSVWriter
  ) {
    let indicator = results.catalogue[change.key.indicator]
    let unit = results.catalogue.units[indicator.unit]
    csv.city(results.registry[change.key.city])
    csv.code(indicator.id)
    csv.breakdown(breakdowns[change.key.breakdown])
    csv.code("\(change.key.period)")
    csv.number(change.value, decimals: unit.decimals)
    if let period = change.previousPeriod { csv.code("\(period)") } else { csv.empty() }
    csv.number(change.previousValue, decimals: unit.decimals)
    if change.previousPeriod == nil { csv.empty() } else { csv.integer(change.gap) }
    csv.number(change.headline, decimals: change.measure == .units ? unit.decimals : 1)
    csv.code(change.measure == .points ? "percentage_points" : change.measure == .percent ? "percent" : unit.id)
    csv.number(change.absolute, decimals: max(1, unit.decimals))
    csv.number(change.relative, decimals: 2)
    csv.number(change.annualisedAbsolute, decimals: max(2, unit.decimals))
    csv.number(change.annualisedRelative, decimals: 2)
    if let verdict = change.verdict { csv.code(verdict.rawValue) } else { csv.empty() }
    csv.number(change.effect, decimals: 1)
    if let absence = change.absence { csv.code(absence.rawValue) } else { csv.empty() }
    csv.code(change.status.code)
    csv.code(results.run.id)
    csv.endRow()
  }
}
