import Catalogue
import Spreadsheets
import Vocabulary

/// Table 6: every finding with its place, its text and the way to mend it.
enum FindingTable {
  /// More are in the round's CSV file; nobody mends more from a spreadsheet.
  static let most = 5000

  static func sheet(_ context: EvaluationContext) -> Sheet {
    let results = context.results
    let texts = results.catalogue.texts
    let findings = results.findings.prefix(most)
    let make = TableColumns(context.styles)
    func column(_ header: String, _ width: Double, _ value: (Finding) -> String) -> DataColumn {
      make.text(header, findings.map { TextLimits.harmless(value($0)) }, width: width)
    }
    let messages = findings.map { texts.message(of: $0) }
    let fixes = findings.map { texts.fix(of: $0) }
    let columns = [
      column("severity", 10) { texts.severity(of: $0).rawValue },
      column("finding_code", 13) { $0.code.description },
      column("slug", 26) { texts.findings[$0.code]?.slug ?? "" },
      column("city_id", 16) { $0.origin.city }, column("variable", 34) { $0.origin.variable },
      column("file", 40) { $0.origin.file }, column("sheet", 18) { $0.origin.sheet },
      column("cell", 8) { cell(of: $0.origin) },
      make.text("message_en", messages.map { TextLimits.harmless($0.english) }, width: 60),
      make.text("message_th", messages.map { TextLimits.harmless($0.thai) }, width: 60),
      make.text("fix_en", fixes.map { TextLimits.harmless($0.english) }, width: 60),
      make.text("fix_th", fixes.map { TextLimits.harmless($0.thai) }, width: 60),
    ]
    return TableSheet(
      context: context, name: SheetNames.findings, table: "tbl_findings",
      key: findings.count < results.findings.count ? "table6cut" : "table6",
      values: ["shown": .count(findings.count), "total": .count(results.findings.count)]
    ).sheet(columns)
  }

  private static func cell(of origin: Finding.Origin) -> String {
    switch (origin.row, origin.column) {
    case (let row?, let column?): CellAddress(row: row, column: column).description
    case (let row?, nil): "\(row + 1)"
    default: ""
    }
  }
}
