import Catalogue
import Measurement
import Spreadsheets
import Trends
import Vocabulary

/// Table 4: the checks of the mechanisms and the hours of the course.
enum CityMechanismTable {
  static func sheet(_ context: CityContext) -> Sheet {
    let make = TableColumns(context.styles)
    let rows = (context.card.mechanisms + context.card.course).flatMap { group in group.measures.map { (group, $0) } }
    let names = rows.map { context.measure($0.1.indicator) }
    let units = rows.map { context.catalogue.unit(of: $0.1.indicator) }
    return TableSheet(
      context: context.base, name: CitySheets.mechanisms, table: "tbl_mechanisms", key: "card.table4",
      values: ["city": context.name]
    ).sheet([
      make.text("framework", rows.map { context.catalogue.frameworks[$0.0.framework].id }, width: 20),
      make.text("code", rows.map { context.catalogue[$0.1.indicator].code }, width: 10),
      make.text("indicator_id", rows.map { context.catalogue[$0.1.indicator].id }, width: 36),
      make.text("name_en", names.map(\.english), width: 50), make.text("name_th", names.map(\.thai), width: 50),
      make.text("unit", units.map(\.id), width: 10),
      make.number(
        "value",
        zip(rows, units).map { row, unit in
          row.1.value?.value.map { FixedDecimal($0, decimals: max(unit.decimals, unit.kind == .flag ? 0 : 1)).value }
        }, missingByRow: rows.map { Shorthand.sign(of: $0.1.status) }),
      make.number("full_value", rows.map { context.fullScore($0.1.indicator) }, missing: Shorthand.notApplicable),
    ])
  }
}
