import Catalogue
import Spreadsheets
import Trends
import Vocabulary

/// How often every two methods of progress see the same course.
enum AgreementTable {
  static func sheet(_ context: EvaluationContext) -> Sheet {
    let pairs = context.facts.agreement.pairs
    let make = TableColumns(context.styles)
    return TableSheet(
      context: context, name: SheetNames.agreement, table: "tbl_agreement", key: "table_agreement"
    ).sheet([
      make.text("method_a", pairs.map(\.first.rawValue), width: 14),
      make.text("method_b", pairs.map(\.second.rawValue), width: 14),
      make.integer("judged_by_both", pairs.map(\.judged)), make.integer("agree", pairs.map(\.agree)),
      make.integer("differ", pairs.map(\.differ)),
      make.integer("agree_pct", pairs.map(\.share), missing: Shorthand.notApplicable),
    ])
  }
}

/// The measures of cities on which the methods of progress differ, the widest differences first.
enum DifferenceTable {
  static func sheet(_ context: EvaluationContext) -> Sheet {
    let results = context.results
    let all = context.facts.agreement.differences
    let rows = context.holdsEveryRow ? all : Array(all.prefix(AgreementPage.mostDifferences))
    var cities = CityColumns()
    for row in rows { cities.append(results.registry[row.city], context.name(row.city)) }
    let names = rows.map { context.indicatorNames[$0.indicator.index] }
    let make = TableColumns(context.styles)
    func methods(
      _ row: AgreementFacts.Difference, _ course: KeyPath<AgreementFacts.Difference, [Method.ProgressMethod]>
    )
      -> String
    {
      row[keyPath: course].map(\.rawValue).joined(separator: " ")
    }
    return TableSheet(
      context: context, name: SheetNames.differences, table: "tbl_differences", key: "table_differences",
      isExcerpt: !context.holdsEveryRow
    ).sheet(
      cities.columns(make) + [
        make.text("indicator_id", rows.map { results.catalogue[$0.indicator].id }, width: 36),
        make.text("name_en", names.map(\.english), width: 40), make.text("name_th", names.map(\.thai), width: 40),
        make.text("on_course", rows.map { methods($0, \.onCourse) }, width: 32),
        make.text("too_slow", rows.map { methods($0, \.tooSlow) }, width: 32),
        make.text("moving_away", rows.map { methods($0, \.away) }, width: 32),
        make.integer("distance", rows.map(\.distance)),
      ])
  }
}

extension AgreementFacts.Difference {
  var onCourse: [Method.ProgressMethod] { methods(.onCourse) }
  var tooSlow: [Method.ProgressMethod] { methods(.tooSlow) }
  var away: [Method.ProgressMethod] { methods(.away) }
}
