import Catalogue
import Measurement
import Spreadsheets
import Trends
import Vocabulary

/// The pace of every indicator of every city since the base year, the pace that its target asks for, and where it leads.
enum TrendsCSV {
  static func table(_ results: RoundResults) -> CSVTable {
    let projections = Projection.Kind.allCases.flatMap { kind in
      ["", "_LOW", "_HIGH"].map { "PROJECTION_\(kind.rawValue.uppercased())\($0)" }
    }
    let fields =
      [
        CSVSet.field(results, "CITY", required: true), CSVSet.field(results, "CITY_NAME_EN"),
        CSVSet.field(results, "CITY_NAME_TH"), CSVSet.field(results, "INDICATOR", required: true),
        CSVSet.field(results, "BASE_YEAR", .integer), CSVSet.field(results, "BASE_VALUE", .number),
        CSVSet.field(results, "BASE_CHOICE"), CSVSet.field(results, "LATEST_YEAR", .integer, required: true),
        CSVSet.field(results, "LATEST_VALUE", .number, required: true), CSVSet.field(results, "POINTS", .integer),
        CSVSet.field(results, "MISSING_YEARS", .integer), CSVSet.field(results, "BREAK_YEAR", .integer),
        CSVSet.field(results, "OBS_STATUS", required: true), CSVSet.field(results, "ACTUAL_PACE", .number),
        CSVSet.field(results, "GROWTH_RATE", .number), CSVSet.field(results, "SLOPE_LEAST_SQUARES", .number),
        CSVSet.field(results, "SLOPE_THEIL_SEN", .number), CSVSet.field(results, "TARGET", .number),
        CSVSet.field(results, "TARGET_YEAR", .integer), CSVSet.field(results, "TARGET_ORIGIN", required: true),
        CSVSet.field(results, "REQUIRED_PACE", .number), CSVSet.field(results, "REQUIRED_GROWTH_RATE", .number),
        CSVSet.field(results, "ACCELERATION", .number), CSVSet.field(results, "ATTAINMENT"),
        CSVSet.field(results, "ATTAINMENT_GEOMETRIC"),
      ]
      + projections.map { CSVSet.field(results, $0, .number) }
      + [
        CSVSet.field(results, "REASON_CODE"), CSVSet.field(results, "METHOD_VERSION", required: true),
        CSVSet.field(results, "RUN_ID", required: true),
      ]
    let own = TrendFields(results)
    return CSVTable(
      name: "trends", title: CSVSet.title(results, "trends"), fields: fields, primaryKey: ["CITY", "INDICATOR"],
      of: results,
      rows: { city, names, csv in
        let values = results.values.of(city)
        var start = values.startIndex
        while start < values.endIndex {
          let key = values[start].key
          var end = start + 1
          while end < values.endIndex, values[end].key.indicator == key.indicator,
            values[end].key.breakdown == key.breakdown
          { end += 1 }
          if key.breakdown == .total {
            own.write(values[start..<end], results.aims.aim(of: key.indicator, for: key.city), names, &csv)
          }
          start = end
        }
      })
  }
}

/// What rows have in common, and the writing of one.
private struct TrendFields: Sendable {
  let shared: SharedFields
  let indicators: [CSVFields]
  let decimals: [Int]
  let parameters: Method.Progress
  let referenceYear: Int
  let tail: CSVFields

  init(_ results: RoundResults) {
    let catalogue = results.catalogue
    shared = SharedFields(results)
    indicators = catalogue.indicators.map { indicator in CSVFields { $0.code(indicator.id) } }
    decimals = catalogue.indicators.map { catalogue.units[$0.unit].decimals }
    parameters = catalogue.method.progress
    referenceYear = results.round.referenceYear
    tail = CSVFields {
      $0.code("\(catalogue.method.id) \(catalogue.method.version)")
      $0.code(results.run.id)
    }
  }

  /// - Parameter values: One series.
  func write(_ values: ArraySlice<IndicatorValue>, _ aim: Aim, _ names: CSVFields, _ csv: inout CSVWriter) {
    let series = Series(values, upTo: referenceYear, usesProvisional: parameters.usesProvisional)
    guard let latest = series.latest, let indicator = values.first?.key.indicator else { return }
    let pace = Pace(series, aim: aim, parameters)
    let decimals = decimals[indicator.index]
    csv.fields(names)
    csv.fields(indicators[indicator.index])
    if let base = pace.base { csv.integer(base.year) } else { csv.empty() }
    csv.number(pace.base?.value, decimals: decimals)
    csv.code(pace.baseChoice?.rawValue ?? "")
    csv.integer(latest.year)
    csv.number(latest.value, decimals: decimals)
    csv.integer(pace.count)
    csv.integer(pace.gapYears)
    if let year = series.brokenIn { csv.integer(year) } else { csv.empty() }
    csv.fields(shared[series.status])
    csv.number(pace.linear, decimals: decimals + 2)
    csv.number(pace.compound.map { 100 * $0 }, decimals: 3)
    csv.number(pace.leastSquares, decimals: decimals + 2)
    csv.number(pace.theilSen, decimals: decimals + 2)
    csv.number(aim.target, decimals: decimals)
    if aim.target == nil { csv.empty() } else { csv.integer(aim.targetYear) }
    csv.code(aim.origin.rawValue)
    csv.number(pace.requiredLinear, decimals: decimals + 2)
    csv.number(pace.requiredCompound.map { 100 * $0 }, decimals: 3)
    csv.number(pace.acceleration, decimals: 3)
    csv.code(pace.attainmentLinear?.code ?? "")
    csv.code(pace.attainmentGeometric?.code ?? "")
    for kind in Projection.Kind.allCases {
      let projection = pace.projection(kind)
      csv.number(projection?.value, decimals: decimals + 1)
      csv.number(projection?.low, decimals: decimals + 1)
      csv.number(projection?.high, decimals: decimals + 1)
    }
    csv.code(pace.absence?.rawValue ?? "")
    csv.fields(tail)
    csv.endRow()
  }
}
