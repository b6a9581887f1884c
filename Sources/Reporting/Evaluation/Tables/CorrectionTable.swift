import Catalogue
import Spreadsheets
import Vocabulary

/// Every correction as a row: what was reported, what is used, who decided and why.
enum CorrectionTable {
  static func sheet(_ context: EvaluationContext, _ facts: CorrectionFacts) -> Sheet {
    let results = context.results
    var city = CityColumns()
    let records = facts.rows.map(\.record)
    let corrections = records.map(\.correction)
    for correction in corrections { city.append(results.registry[correction.city], context.name(correction.city)) }
    let variables = corrections.map { results.catalogue[$0.variable] }
    let make = TableColumns(context.styles)
    func signs(_ number: (CorrectionFacts.Row) -> Double?) -> [String] {
      facts.rows.map { row in
        if number(row) != nil { return "" }
        if row.record.outcome != .applied { return Shorthand.notApplicable }
        return row.record.isTold && row.figure?.status != .suppressed
          ? Shorthand.notAvailable : Shorthand.suppressed
      }
    }
    let columns =
      [make.text("round", records.map(\.round), width: 9), make.integer("line", corrections.map(\.line))]
      + city.columns(make) + [
        make.text("variable", variables.map(\.id), width: 32),
        make.text("name_en", variables.map(\.label.english), width: 36),
        make.text("name_th", variables.map(\.label.thai), width: 36),
        make.text(
          "breakdown", corrections.map { $0.breakdown.isTotal ? "_T" : $0.breakdown.description }, width: 22),
        make.text("period", corrections.map(\.period.description), width: 9),
        make.text("unit", variables.map { results.catalogue.units[$0.unit].id }, width: 14),
        make.text("action", corrections.map(\.action.kind.rawValue), width: 10),
        make.text("outcome", records.map(\.outcome.rawValue), width: 15),
        make.number("reported", facts.rows.map(\.record.reported), missingByRow: signs(\.record.reported)),
        make.text("reported_status", records.map { $0.reportedStatus?.code ?? Shorthand.notApplicable }, width: 8),
        make.number("used", facts.rows.map { $0.figure?.value }, missingByRow: signs { $0.figure?.value }),
        make.text("status", facts.rows.map { $0.figure?.status.code ?? Shorthand.notApplicable }, width: 8),
        make.text("reason_en", corrections.map { TextLimits.harmless($0.reason.english) }, width: 50),
        make.text("reason_th", corrections.map { TextLimits.harmless($0.reason.thai) }, width: 50),
        make.text("authority_en", corrections.map { TextLimits.harmless($0.authority.english) }, width: 28),
        make.text("authority_th", corrections.map { TextLimits.harmless($0.authority.thai) }, width: 28),
        make.text(
          "reference", corrections.map { $0.reference.isEmpty ? "[z]" : TextLimits.harmless($0.reference) }, width: 24),
        make.text("decided", corrections.map(\.date.description), width: 11),
        make.text("expires", corrections.map { $0.expires?.description ?? "[z]" }, width: 11),
      ]
    return TableSheet(
      context: context, name: SheetNames.correctedFigures, table: "tbl_corrections", key: "table_corrections"
    ).sheet(columns)
  }
}
