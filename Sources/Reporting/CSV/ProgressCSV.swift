import Catalogue
import Measurement
import Spreadsheets
import Trends
import Vocabulary

/// The verdicts of all methods on every judged indicator of every city, side by side, with all that they rest on.
enum ProgressCSV {
  static func table(_ results: RoundResults) -> CSVTable {
    let fields = [
      CSVSet.field(results, "CITY", required: true), CSVSet.field(results, "CITY_NAME_EN"),
      CSVSet.field(results, "CITY_NAME_TH"), CSVSet.field(results, "INDICATOR", required: true),
      CSVSet.field(results, "METHOD", required: true), CSVSet.field(results, "STATUS"),
      CSVSet.field(results, "COURSE"), CSVSet.field(results, "METHODS_AGREE"), CSVSet.field(results, "COURSES"),
      CSVSet.field(results, "CATEGORY"), CSVSet.field(results, "REMARK"),
      CSVSet.field(results, "METHOD_VALUE", .number),
      CSVSet.field(results, "METHOD_SCORE", .number), CSVSet.field(results, "REASON_CODE"),
      CSVSet.field(results, "DIRECTION", required: true), CSVSet.field(results, "TARGET", .number),
      CSVSet.field(results, "TARGET_YEAR", .integer), CSVSet.field(results, "TARGET_ORIGIN", required: true),
      CSVSet.field(results, "TARGET_SOURCE"), CSVSet.field(results, "BASE_YEAR", .integer),
      CSVSet.field(results, "BASE_VALUE", .number), CSVSet.field(results, "BASE_CHOICE"),
      CSVSet.field(results, "LATEST_YEAR", .integer), CSVSet.field(results, "LATEST_VALUE", .number),
      CSVSet.field(results, "AGE_YEARS", .integer), CSVSet.field(results, "OBS_STATUS", required: true),
      CSVSet.field(results, "ACTUAL_PACE", .number), CSVSet.field(results, "REQUIRED_PACE", .number),
      CSVSet.field(results, "ACCELERATION", .number), CSVSet.field(results, "ATTAINMENT"),
      CSVSet.field(results, "PROJECTION", .number), CSVSet.field(results, "PROJECTION_LOW", .number),
      CSVSet.field(results, "PROJECTION_HIGH", .number), CSVSet.field(results, "PROJECTION_KIND"),
      CSVSet.field(results, "PARAMETERS", required: true), CSVSet.field(results, "METHOD_VERSION", required: true),
      CSVSet.field(results, "RUN_ID", required: true),
    ]
    let comparison = ProgressComparison(
      aims: results.aims, parameters: results.catalogue.method.progress, values: results.values,
      current: results.current, peers: results.registry.allIDs.filter { results.registry[$0].role == .member },
      referenceYear: results.round.referenceYear)
    let own = ProgressFields(results)
    return CSVTable(
      name: "progress", title: CSVSet.title(results, "progress"), fields: fields,
      primaryKey: ["CITY", "INDICATOR", "METHOD"], of: results,
      rows: { city, names, csv in
        for row in comparison.rows(of: city) {
          let rows = ProgressRows(row: row, comparison: comparison, own: own, names: names)
          for assessment in row.assessments { rows.write(assessment, into: &csv) }
        }
      })
  }
}

/// What rows of an indicator or a method have in common.
private struct ProgressFields: Sendable {
  let shared: SharedFields
  let indicators: [CSVFields]
  let decimals: [Int]
  let referenceYear: Int
  let parameters: [Method.ProgressMethod: CSVFields]
  let version: CSVFields

  init(_ results: RoundResults) {
    let catalogue = results.catalogue
    shared = SharedFields(results)
    indicators = catalogue.indicators.map { indicator in CSVFields { $0.code(indicator.id) } }
    decimals = catalogue.indicators.map { catalogue.units[$0.unit].decimals }
    referenceYear = results.round.referenceYear
    let progress = catalogue.method.progress
    parameters = Dictionary(
      uniqueKeysWithValues: progress.methods.map { method in
        (method, CSVFields { $0.text(progress.parameters(of: method).echoed) })
      })
    version = CSVFields { $0.code("\(catalogue.method.id) \(catalogue.method.version)") }
  }
}

/// The rows of one indicator of one city, one a method.
private struct ProgressRows {
  let row: ProgressComparison.Row
  let comparison: ProgressComparison
  let own: ProgressFields
  /// What is the same whatever the method.
  private let names: CSVFields
  private let agreement: CSVFields
  private let target: CSVFields

  init(row: ProgressComparison.Row, comparison: ProgressComparison, own: ProgressFields, names: CSVFields) {
    self.row = row
    self.comparison = comparison
    self.own = own
    let decimals = own.decimals[row.indicator.index]
    self.names = names
    agreement = CSVFields {
      $0.code(row.methodsAgree.map { $0 ? "yes" : "no" } ?? "")
      $0.code(
        row.courses.map { course, methods in
          "\(course.rawValue)=\(methods.map(\.rawValue).joined(separator: " "))"
        }.joined(separator: ";"))
    }
    target = CSVFields {
      $0.code(row.aim.direction.rawValue)
      $0.number(row.aim.target, decimals: decimals)
      if row.aim.target == nil { $0.empty() } else { $0.integer(row.aim.targetYear) }
      $0.code(row.aim.origin.rawValue)
      $0.text(row.aim.source)
    }
  }

  func write(_ assessment: GoalProgress.Assessment, into csv: inout CSVWriter) {
    let decimals = own.decimals[row.indicator.index]
    csv.fields(names)
    csv.fields(own.indicators[row.indicator.index])
    csv.code(assessment.method.rawValue)
    csv.code(assessment.status?.rawValue ?? "")
    csv.code(assessment.method.isLevelOnly ? "" : assessment.status?.course.rawValue ?? "")
    csv.fields(agreement)
    csv.code(assessment.category ?? "")
    csv.code(assessment.remark ?? "")
    csv.number(assessment.value, decimals: 6)
    csv.number(assessment.score, decimals: 3)
    csv.code(assessment.absence?.rawValue ?? "")
    csv.fields(target)
    point(assessment.base, decimals, &csv)
    csv.code(assessment.baseChoice?.rawValue ?? "")
    let latest = assessment.latest ?? row.series.latest
    point(latest, decimals, &csv)
    csv.integer(own.referenceYear - (latest?.year ?? own.referenceYear))
    csv.fields(own.shared[row.series.status])
    pace(assessment, latest, decimals, &csv)
    projection(assessment, decimals, &csv)
    if let parameters = own.parameters[assessment.method] { csv.fields(parameters) } else { csv.empty() }
    csv.fields(own.version)
    csv.fields(own.shared.run)
    csv.endRow()
  }

  private func point(_ point: Series.Point?, _ decimals: Int, _ csv: inout CSVWriter) {
    if let point { csv.integer(point.year) } else { csv.empty() }
    csv.number(point?.value, decimals: decimals)
  }

  private func pace(
    _ assessment: GoalProgress.Assessment, _ latest: Series.Point?, _ decimals: Int, _ csv: inout CSVWriter
  ) {
    let pace = PaceToTarget(base: assessment.base, latest: latest, aim: row.aim)
    csv.number(pace.actual, decimals: decimals + 2)
    csv.number(pace.required, decimals: decimals + 2)
    csv.number(pace.acceleration, decimals: 3)
    csv.code(pace.attainment?.code ?? "")
  }

  private func projection(_ assessment: GoalProgress.Assessment, _ decimals: Int, _ csv: inout CSVWriter) {
    let projection = comparison.projection(of: row, by: assessment)
    csv.number(projection?.value, decimals: decimals + 1)
    csv.number(projection?.low, decimals: decimals + 1)
    csv.number(projection?.high, decimals: decimals + 1)
    csv.code(projection?.kind.rawValue ?? "")
  }
}
