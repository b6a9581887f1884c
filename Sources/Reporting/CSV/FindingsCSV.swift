import Catalogue
import Spreadsheets
import Vocabulary

/// Every finding with its place, its message and its cure in both languages.
enum FindingsCSV {
  private static let findingsPerPart = 5000

  static func table(_ results: RoundResults) -> CSVTable {
    let fields = [
      CSVSet.field(results, "NUMBER", .integer, required: true), CSVSet.field(results, "SEVERITY", required: true),
      CSVSet.field(results, "CODE", required: true), CSVSet.field(results, "SLUG", required: true),
      CSVSet.field(results, "CITY"), CSVSet.field(results, "VARIABLE"), CSVSet.field(results, "FILE"),
      CSVSet.field(results, "SHEET"), CSVSet.field(results, "CELL"),
      CSVSet.field(results, "MESSAGE_EN", required: true),
      CSVSet.field(results, "MESSAGE_TH", required: true), CSVSet.field(results, "FIX_EN", required: true),
      CSVSet.field(results, "FIX_TH", required: true), CSVSet.field(results, "RULES_VERSION", required: true),
      CSVSet.field(results, "RUN_ID", required: true),
    ]
    return CSVTable(
      name: "findings", title: CSVSet.title(results, "findings"), fields: fields, primaryKey: ["NUMBER"],
      partCount: (results.findings.count + findingsPerPart - 1) / findingsPerPart,
      part: { part in
        var csv = CSVWriter(continuationWithColumns: fields.count)
        let start = part * findingsPerPart
        for number in start..<min(results.findings.count, start + findingsPerPart) {
          write(results.findings[number], number + 1, results, into: &csv)
        }
        return csv.bytes
      })
  }

  private static func write(_ finding: Finding, _ number: Int, _ results: RoundResults, into csv: inout CSVWriter) {
    let texts = results.catalogue.texts
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
    csv.code(results.catalogue.rules.version)
    csv.code(results.run.id)
    csv.endRow()
  }

  /// `B7`, or the row alone where no column is known.
  private static func cell(_ origin: Finding.Origin) -> String {
    guard let row = origin.row else { return "" }
    return origin.column.map { CellAddress(row: row, column: $0).description } ?? "\(row + 1)"
  }
}
