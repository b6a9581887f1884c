import Catalogue
import Spreadsheets
import Vocabulary

/// Every finding with its place, its message and its cure in both languages.
enum FindingsCSV {
  private static let findingsPerPart = 500

  static func table(_ findings: [Finding], catalogue: Catalogue, runID: String) -> CSVTable {
    func field(_ name: String, _ kind: CSVTable.Field.Kind = .string, required: Bool = false) -> CSVTable.Field {
      CSVTable.Field(name, kind, required: required, catalogue.texts.label("csv.\(name.lowercased())"))
    }
    let fields = [
      field("NUMBER", .integer, required: true), field("SEVERITY", required: true), field("CODE", required: true),
      field("SLUG", required: true), field("CITY"), field("VARIABLE"), field("FILE"), field("SHEET"), field("CELL"),
      field("MESSAGE_EN", required: true), field("MESSAGE_TH", required: true), field("FIX_EN", required: true),
      field("FIX_TH", required: true), field("RULES_VERSION", required: true), field("RUN_ID", required: true),
    ]
    return CSVTable(
      name: "findings", title: catalogue.texts.label("csv.title.findings"), fields: fields, primaryKey: ["NUMBER"],
      partCount: (findings.count + findingsPerPart - 1) / findingsPerPart,
      part: { part, csv in
        let start = part * findingsPerPart
        for number in start..<min(findings.count, start + findingsPerPart) {
          write(findings[number], number + 1, catalogue, runID, into: &csv)
        }
      })
  }

  private static func write(
    _ finding: Finding, _ number: Int, _ catalogue: Catalogue, _ runID: String, into csv: inout CSVWriter
  ) {
    let texts = catalogue.texts
    let message = texts.message(of: finding)
    let fix = texts.fix(of: finding)
    csv.integer(number)
    csv.code(texts.severity(of: finding).rawValue)
    csv.code(finding.code.description)
    csv.code(texts.findings[finding.code]?.slug ?? "")
    csv.text(finding.origin.city)
    csv.text(finding.origin.variable)
    csv.text(finding.origin.file)
    csv.text(finding.origin.sheet)
    csv.code(Self.cell(finding.origin))
    csv.text(message.english)
    csv.text(message.thai)
    csv.text(fix.english)
    csv.text(fix.thai)
    csv.code(catalogue.rules.version)
    csv.code(runID)
    csv.endRow()
  }

  /// `B7`, or the row alone where no column is known.
  private static func cell(_ origin: Finding.Origin) -> String {
    guard let row = origin.row else { return "" }
    return origin.column.map { CellAddress(row: row, column: $0).description } ?? "\(row + 1)"
  }
}
