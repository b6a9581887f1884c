import Catalogue
import Spreadsheets
import Trends
import Vocabulary

/// Every group of every city beside its reference group and beside the city, year by year.
enum EquityCSV {
  static func table(_ results: RoundResults) -> CSVTable {
    let fields = [
      CSVSet.field(results, "CITY", required: true), CSVSet.field(results, "CITY_NAME_EN"),
      CSVSet.field(results, "CITY_NAME_TH"), CSVSet.field(results, "INDICATOR", required: true),
      CSVSet.field(results, "DIMENSION", required: true), CSVSet.field(results, "GROUP", required: true),
      CSVSet.field(results, "REFERENCE", required: true), CSVSet.field(results, "TIME_PERIOD", required: true),
      CSVSet.field(results, "GROUP_VALUE", .number), CSVSet.field(results, "REFERENCE_VALUE", .number),
      CSVSet.field(results, "UNIT_MEASURE", required: true), CSVSet.field(results, "GROUP_BASE", .number),
      CSVSet.field(results, "REFERENCE_BASE", .number), CSVSet.field(results, "SMALL_BASE", required: true),
      CSVSet.field(results, "PARITY_INDEX", .number), CSVSet.field(results, "PARITY_INDEX_ADJUSTED", .number),
      CSVSet.field(results, "GAP", .number), CSVSet.field(results, "SIDE"),
      CSVSet.field(results, "OBS_STATUS", required: true), CSVSet.field(results, "GAP_REASON"),
      CSVSet.field(results, "PREVIOUS_PERIOD"), CSVSet.field(results, "PREVIOUS_GAP", .number),
      CSVSet.field(results, "GAP_CHANGE", .number), CSVSet.field(results, "GAP_COURSE"),
      CSVSet.field(results, "GAP_COURSE_REASON"), CSVSet.field(results, "BENCHMARK", .number),
      CSVSet.field(results, "BENCHMARK_KIND"), CSVSet.field(results, "DISTANCE", .number),
      CSVSet.field(results, "LEFT_BEHIND"), CSVSet.field(results, "PERSONS_BEHIND", .integer),
      CSVSet.field(results, "GROUPS_TOLD", .integer, required: true),
      CSVSet.field(results, "GROUPS_BEHIND", .integer, required: true),
      CSVSet.field(results, "PERSONS_BEHIND_ALL_GROUPS", .integer),
      CSVSet.field(results, "EQUITY_PARAMETERS", required: true),
      CSVSet.field(results, "METHOD_VERSION", required: true),
      CSVSet.field(results, "RUN_ID", required: true),
    ]
    let shared = SharedFields(results)
    let analysis = EquityAnalysis(results)
    let own = EquityFields(results, analysis.plan)
    return CSVTable(
      name: "equity", title: CSVSet.title(results, "equity"), fields: fields,
      primaryKey: ["CITY", "INDICATOR", "DIMENSION", "GROUP", "TIME_PERIOD"], of: results,
      rows: { city, names, csv in
        for row in analysis.findings(in: results.values.of(city)).comparisons {
          csv.fields(names)
          write(row, shared, own, into: &csv)
        }
      })
  }

  private static func write(
    _ row: GroupComparison, _ shared: SharedFields, _ own: EquityFields, into csv: inout CSVWriter
  ) {
    let decimals = own.decimals[row.indicator.index]
    csv.fields(own.indicators[row.indicator.index])
    csv.fields(own.dimensions[row.dimension])
    csv.fields(own.groups[row.dimension][row.group])
    csv.fields(own.references[row.dimension])
    csv.period(row.period)
    csv.number(row.value, decimals: decimals)
    csv.number(row.referenceValue, decimals: decimals)
    csv.fields(own.units[row.indicator.index])
    csv.reported(row.base)
    csv.reported(row.referenceBase)
    csv.code(row.hasSmallBase ? "yes" : "no")
    csv.number(row.parity, decimals: 3)
    csv.number(row.adjustedParity, decimals: 3)
    csv.number(row.gap, decimals: decimals)
    csv.code(row.side?.rawValue ?? "")
    csv.fields(shared[row.status])
    csv.code(row.absence?.rawValue ?? "")
    if let period = row.previousPeriod { csv.period(period) } else { csv.empty() }
    csv.number(row.previousGap, decimals: decimals)
    csv.number(row.gapChange, decimals: decimals)
    csv.code(row.course?.rawValue ?? "")
    csv.code(row.courseAbsence?.rawValue ?? "")
    csv.number(row.benchmark, decimals: decimals)
    csv.code(row.benchmarkKind?.rawValue ?? "")
    csv.number(row.distance, decimals: decimals)
    csv.code(row.isLeftBehind.map { $0 ? "yes" : "no" } ?? "")
    csv.number(row.personsBehind, decimals: 0)
    csv.integer(row.groupsTold)
    csv.integer(row.groupsBehind)
    csv.number(row.personsBehindInAll, decimals: 0)
    csv.fields(own.parameters)
    csv.fields(own.method)
    csv.fields(shared.run)
    csv.endRow()
  }
}

/// How far apart the groups of a dimension lie, year by year.
enum DispersionCSV {
  static func table(_ results: RoundResults) -> CSVTable {
    let fields = [
      CSVSet.field(results, "CITY", required: true), CSVSet.field(results, "CITY_NAME_EN"),
      CSVSet.field(results, "CITY_NAME_TH"), CSVSet.field(results, "INDICATOR", required: true),
      CSVSet.field(results, "DIMENSION", required: true), CSVSet.field(results, "TIME_PERIOD", required: true),
      CSVSet.field(results, "UNIT_MEASURE", required: true),
      CSVSet.field(results, "GROUPS_WITH_ENTRY", .integer, required: true),
      CSVSet.field(results, "GROUPS_WITH_VALUE", .integer, required: true),
      CSVSet.field(results, "GROUPS_SUPPRESSED", .integer, required: true),
      CSVSet.field(results, "WEIGHTED_MEAN", .number),
      CSVSet.field(results, "LOWEST_VALUE", .number), CSVSet.field(results, "HIGHEST_VALUE", .number),
      CSVSet.field(results, "STANDARD_DEVIATION", .number), CSVSet.field(results, "COEFFICIENT_OF_VARIATION", .number),
      CSVSet.field(results, "MEAN_LOG_DEVIATION", .number), CSVSet.field(results, "OBS_STATUS", required: true),
      CSVSet.field(results, "DISPERSION_REASON"), CSVSet.field(results, "PREVIOUS_PERIOD"),
      CSVSet.field(results, "PREVIOUS_STANDARD_DEVIATION", .number),
      CSVSet.field(results, "STANDARD_DEVIATION_CHANGE", .number), CSVSet.field(results, "DISPERSION_COURSE"),
      CSVSet.field(results, "DISPERSION_COURSE_REASON"), CSVSet.field(results, "EQUITY_PARAMETERS", required: true),
      CSVSet.field(results, "METHOD_VERSION", required: true), CSVSet.field(results, "RUN_ID", required: true),
    ]
    let shared = SharedFields(results)
    let analysis = EquityAnalysis(results)
    let own = EquityFields(results, analysis.plan)
    return CSVTable(
      name: "dispersion", title: CSVSet.title(results, "dispersion"), fields: fields,
      primaryKey: ["CITY", "INDICATOR", "DIMENSION", "TIME_PERIOD"], of: results,
      rows: { city, names, csv in
        for row in analysis.dispersions(in: results.values.of(city)) {
          csv.fields(names)
          write(row, shared, own, into: &csv)
        }
      })
  }

  private static func write(
    _ row: GroupDispersion, _ shared: SharedFields, _ own: EquityFields, into csv: inout CSVWriter
  ) {
    let decimals = own.decimals[row.indicator.index]
    csv.fields(own.indicators[row.indicator.index])
    csv.fields(own.dimensions[row.dimension])
    csv.period(row.period)
    csv.fields(own.units[row.indicator.index])
    csv.integer(row.groupsTold)
    csv.integer(row.groupsWithValue)
    csv.integer(row.groupsSuppressed)
    csv.number(row.measures?.mean, decimals: decimals)
    csv.number(row.measures?.lowest, decimals: decimals)
    csv.number(row.measures?.highest, decimals: decimals)
    csv.number(row.measures?.standardDeviation, decimals: decimals + 1)
    csv.number(row.measures?.coefficientOfVariation, decimals: 1)
    csv.number(row.measures?.meanLogDeviation, decimals: 2)
    csv.fields(shared[row.status])
    csv.code(row.absence?.rawValue ?? "")
    if let period = row.previousPeriod { csv.period(period) } else { csv.empty() }
    csv.number(row.previousDeviation, decimals: decimals + 1)
    csv.number(row.change, decimals: decimals + 1)
    csv.code(row.course?.rawValue ?? "")
    csv.code(row.courseAbsence?.rawValue ?? "")
    csv.fields(own.dispersionParameters)
    csv.fields(own.method)
    csv.fields(shared.run)
    csv.endRow()
  }
}

/// What the rows of a measure, a dimension or a group have in common.
private struct EquityFields: Sendable {
  let indicators: [CSVFields]
  let units: [CSVFields]
  let decimals: [Int]
  let dimensions: [CSVFields]
  let groups: [[CSVFields]]
  let references: [CSVFields]
  let parameters: CSVFields
  let dispersionParameters: CSVFields
  let method: CSVFields

  init(_ results: RoundResults, _ plan: EquityPlan) {
    let catalogue = results.catalogue
    indicators = catalogue.indicators.map { indicator in CSVFields { $0.code(indicator.id) } }
    units = catalogue.indicators.map { indicator in CSVFields { $0.code(catalogue.units[indicator.unit].id) } }
    decimals = catalogue.indicators.map { catalogue.units[$0.unit].decimals }
    dimensions = plan.dimensions.map { dimension in CSVFields { $0.code(dimension.id) } }
    groups = plan.dimensions.map { dimension in dimension.groups.map { code in CSVFields { $0.text(code) } } }
    references = plan.dimensions.map { dimension in CSVFields { $0.code(dimension.referenceCode) } }
    parameters = CSVFields { $0.text(catalogue.method.equity.parameters.echoed) }
    dispersionParameters = CSVFields { $0.text(catalogue.method.equity.dispersionParameters.echoed) }
    method = CSVFields { $0.code("\(catalogue.method.id) \(catalogue.method.version)") }
  }
}

extension EquityAnalysis {
  init(_ results: RoundResults) {
    self.init(catalogue: results.catalogue, breakdowns: results.observations.breakdowns, aims: results.aims)
  }
}
