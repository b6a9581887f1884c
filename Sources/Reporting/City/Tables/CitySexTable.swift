import Catalogue
import Measurement
import Spreadsheets
import Trends
import Vocabulary

/// Table 3: women and men.
enum CitySexTable {
  static func sheet(_ context: CityContext) -> Sheet {
    let make = TableColumns(context.styles)
    let rows = context.card.sexes
    let units = rows.map { context.catalogue.unit(of: $0.comparison.indicator) }
    let names = rows.map { context.measure($0.comparison.indicator) }
    func number(_ header: String, _ value: (SexComparison) -> Double, change: Bool = false) -> DataColumn {
      make.number(
        header, zip(rows, units).map { FixedDecimal(value($0.comparison), decimals: $1.decimals).value },
        format: change ? NumberFormats.change : nil)
    }
    return TableSheet(
      context: context.base, name: CitySheets.sexes, table: "tbl_women_men", key: "card.table3",
      values: ["city": context.name]
    ).sheet([
      make.text("indicator_id", rows.map { context.catalogue[$0.comparison.indicator].id }, width: 36),
      make.text("name_en", names.map(\.english), width: 40), make.text("name_th", names.map(\.thai), width: 40),
      make.text("unit", units.map(\.id), width: 14),
      make.integer("year", rows.map(\.comparison.year), format: "0"),
      number("women", \.women), number("men", \.men), number("gap", \.gap, change: true),
      make.number("parity_index", rows.map { $0.parity?.value }, format: "0.00", missing: Shorthand.notApplicable),
      make.number(
        "parity_change", rows.map { $0.parityChange?.value }, format: "+0.00;-0.00;0.00",
        missing: Shorthand.notAvailable),
      make.text("side", rows.map(\.side.rawValue), width: 14),
    ])
  }
}
