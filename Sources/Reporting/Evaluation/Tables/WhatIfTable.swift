import Catalogue
import Spreadsheets
import Vocabulary

/// What the what-if page starts from: the city's figures as published, and the same before they were rounded for print.
enum WhatIfTable {
  static func sheet(_ context: EvaluationContext, _ facts: WhatIfFacts) -> Sheet {
    TableSheet(
      context: context, name: SheetNames.whatIfFigures, table: "tbl_what_if", key: "table_what_if",
      values: ["city": context.name(facts.city)]
    ).sheet(columns(context, facts))
  }

  static func columns(_ context: EvaluationContext, _ facts: WhatIfFacts) -> [DataColumn] {
    let catalogue = context.results.catalogue
    let (rows, make, none) = (facts.rows, TableColumns(context.styles), Shorthand.notApplicable)
    let units = rows.map { $0.indicator.map { catalogue.unit(of: $0.id) } }
    let printed = zip(rows, units).map { row, unit in
      row.indicator?.value.map { FixedDecimal($0, decimals: unit?.decimals ?? 1).value }
    }
    let signs = rows.map { row in row.indicator.map { $0.status.map(Shorthand.sign) ?? Shorthand.notAvailable } ?? none
    }
    let missingScore = rows.map { $0.indicator == nil ? Shorthand.notAvailable : Shorthand.notApplicable }
    return [
      make.text("level", rows.map(\.level), width: 13), make.text("code", rows.map(\.code), width: 12),
      make.text("indicator_id", rows.map { $0.indicator.map { catalogue[$0.id].id } ?? "" }, width: 36),
      make.text("name_en", rows.map(\.name.english), width: 46), make.text("name_th", rows.map(\.name.thai), width: 46),
      make.text("unit", units.map { $0?.id ?? "" }, width: 14),
      make.integer("period", rows.map { $0.indicator?.year }, format: NumberFormats.year, missing: none),
      make.number("value", printed, missingByRow: signs),
      make.number("value_unrounded", rows.map { $0.indicator?.value }, missingByRow: signs),
      make.number("value_at_0", rows.map { $0.indicator?.zero }, missing: none),
      make.number("value_at_100", rows.map { $0.indicator?.best }, missing: none),
      make.number("weight", rows.map(\.weight), missing: none),
      make.number(
        "score", rows.map { $0.score.map { FixedDecimal($0, decimals: 1).value } }, format: NumberFormats.score,
        missingByRow: missingScore),
      make.number("score_unrounded", rows.map(\.score), missingByRow: missingScore),
      make.number("mean_unrounded", rows.map(\.mean), missingByRow: missingScore),
      make.number(
        "coverage_pct", rows.map { $0.coverage.map { FixedDecimal(100 * $0, decimals: 0).value } }, missing: none),
    ]
  }
}
