import Spreadsheets
import Vocabulary

/// Table 8: the data quality of every member city, reporting or not.
enum CityTable {
  static func sheet(_ context: EvaluationContext) -> Sheet {
    let rows = context.facts.quality.rows
    let make = TableColumns(context.styles)
    let none = Shorthand.notApplicable
    var city = CityColumns()
    for row in rows {
      city.append(context.results.registry[row.outcome.city], context.name(row.outcome.city))
    }
    let columns =
      city.columns(make) + [
        make.text("state", rows.map { context.results.state(of: $0.outcome).rawValue }, width: 14),
        make.text("outcome", rows.map(\.outcome.kind.rawValue), width: 14),
        make.text("file", rows.map { TextLimits.harmless($0.outcome.file) }, width: 44),
        make.integer("reported", rows.map { $0.measures?.reported }),
        make.integer("expected", rows.map { $0.measures?.expected }),
        make.integer("estimated", rows.map { $0.measures?.estimated }),
        make.integer("not_applicable", rows.map { $0.measures?.notApplicable }),
        make.integer("missing", rows.map { $0.measures?.missing }),
        make.integer("reported_pct", rows.map { $0.measures?.share }),
        make.integer("errors", rows.map(\.outcome.errors)), make.integer("warnings", rows.map(\.outcome.warnings)),
        make.integer("infos", rows.map(\.outcome.infos)),
        make.integer("days_to_close", rows.map { _ in context.results.daysToClose }, missing: none),
        make.text("returned_file", rows.map(\.outcome.returned), width: 32),
      ]
    return TableSheet(context: context, name: SheetNames.cities, table: "tbl_cities", key: "table8").sheet(columns)
  }
}
