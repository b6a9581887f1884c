import Catalogue
import Measurement
import Spreadsheets
import Trends
import Vocabulary

/// Table 2: every measure with its change, target, pace and evidence.
enum CityMeasureTable {
  /// What a status was told by: a target, or a fixed pace where there is none.
  private static func judgedAgainst(_ measure: MeasureFacts) -> String {
    guard let verdict = measure.verdict, verdict != .noData, verdict != .tooEarly else { return "" }
    return measure.pace?.target == nil ? "fixed_pace" : "target"
  }

  static func sheet(_ context: CityContext) -> Sheet {
    let catalogue = context.catalogue
    let make = TableColumns(context.styles)
    let rows = context.card.groups.flatMap { group in group.measures.map { (group, $0) } }
    let measures = rows.map(\.1)
    let units = measures.map { catalogue.unit(of: $0.indicator) }
    let none = Shorthand.notApplicable
    func rounded(_ number: Double?, _ decimals: Int) -> Double? {
      number.map { FixedDecimal($0, decimals: decimals).value }
    }
    func each<T>(_ value: (MeasureFacts, UnitOfMeasure) -> T) -> [T] { zip(measures, units).map(value) }
    func pace(_ header: String, _ value: (RequiredPace) -> Double?) -> DataColumn {
      make.number(
        header, each { measure, unit in rounded(measure.pace.flatMap(value), PaceWords.decimals(unit)) }, missing: none)
    }
    let columns: [DataColumn] = [
      make.text("framework", rows.map { catalogue.frameworks[$0.0.framework].id }, width: 14),
      make.text("node_code", rows.map { catalogue.frameworks[$0.0.framework].nodes[$0.0.node].code }, width: 10),
      make.text("code", each { measure, _ in catalogue[measure.indicator].code }, width: 12),
      make.text("indicator_id", each { measure, _ in catalogue[measure.indicator].id }, width: 36),
      make.text("name_en", each { measure, _ in context.measure(measure.indicator).english }, width: 40),
      make.text("name_th", each { measure, _ in context.measure(measure.indicator).thai }, width: 40),
      make.text("unit", each { _, unit in unit.id }, width: 14),
      make.text("period", each { measure, _ in measure.value?.key.period.description ?? "" }, width: 9),
      make.number(
        "value",
        each { measure, unit in
          measure.value?.key.breakdown == .total ? rounded(measure.value?.value, unit.decimals) : nil
        }, missingByRow: each { measure, _ in Shorthand.sign(of: measure.status) }),
      make.text("previous_period", each { measure, _ in measure.change?.previousPeriod?.description ?? "" }, width: 15),
      make.number(
        "previous_value", each { measure, unit in rounded(measure.change?.previousValue, unit.decimals) }, missing: none
      ),
      make.number("change", each { measure, _ in measure.change?.printed(catalogue)?.value }, missing: none),
      make.text("change_in", each { measure, _ in measure.change?.measure.code ?? "" }, width: 11),
      make.text("outcome", each { measure, _ in measure.change?.outcome(catalogue).rawValue ?? "" }, width: 16),
      make.number("score", each { measure, _ in measure.score?.value }, format: NumberFormats.score, missing: none),
    ]
    return TableSheet(
      context: context.base, name: CitySheets.measures, table: "tbl_measures", key: "card.table2",
      values: ["city": context.name]
    ).sheet(
      columns + [
        make.number("target", each { measure, unit in rounded(measure.pace?.target, unit.decimals) }, missing: none),
        make.integer(
          "target_year", measures.map { $0.pace.flatMap { $0.target == nil ? nil : $0.targetYear } }, format: "0",
          missing: none),
        make.text("target_status", measures.map { $0.verdict?.rawValue ?? "" }, width: 13),
        make.text("judged_against", measures.map(Self.judgedAgainst), width: 14),
        make.text("pace_case", measures.map { $0.pace?.situation.rawValue ?? "" }, width: 11),
        pace("required_a_year", \.required), pace("recent_a_year", \.recent),
        make.integer("recent_years", measures.map { $0.pace?.recentYears }, missing: none),
        make.text("status", measures.map(\.status.code), width: 8),
        make.text("evidence", measures.map { catalogue[$0.indicator].evidence.rawValue }, width: 14),
        make.integer("age_years", measures.map { $0.value == nil ? nil : $0.age }, missing: none),
        make.number("base", measures.map { rounded($0.value?.base, 0) }, format: NumberFormats.count, missing: none),
        make.integer("evidence_strength", measures.map(\.strength), missing: none),
        make.text("revised", measures.map { $0.value == nil ? "" : $0.isRevised ? "yes" : "no" }, width: 9),
      ])
  }
}
