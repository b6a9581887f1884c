import Catalogue
import Ingestion
import Rounds
import Spreadsheets
import Vocabulary

/// Findings as a compiler would print them: code and message, place, cure.
struct FindingPrinter {
  let texts: Texts
  let language: Language

  /// A finding for machines.
  struct Record: Encodable {
    var code: String
    var slug: String
    var severity: String
    var file: String
    var sheet: String
    var cell: String
    var city: String
    var variable: String
    var messageEnglish: String
    var messageThai: String
    var fixEnglish: String
    var fixThai: String

    enum CodingKeys: String, CodingKey {
      case code, slug, severity, file, sheet, cell, city, variable
      case messageEnglish = "message_en"
      case messageThai = "message_th"
      case fixEnglish = "fix_en"
      case fixThai = "fix_th"
    }
  }

  func record(_ finding: Finding) -> Record {
    let message = texts.message(of: finding)
    let fix = texts.fix(of: finding)
    return Record(
      code: finding.code.description, slug: texts.findings[finding.code]?.slug ?? "",
      severity: texts.severity(of: finding).rawValue, file: finding.origin.file, sheet: finding.origin.sheet,
      cell: cell(finding.origin), city: finding.origin.city, variable: finding.origin.variable,
      messageEnglish: message.english, messageThai: message.thai, fixEnglish: fix.english, fixThai: fix.thai)
  }

  func text(_ finding: Finding) -> String {
    let severity = texts.severity(of: finding).rawValue
    let slug = texts.findings[finding.code]?.slug ?? ""
    var place = finding.origin.file
    if !finding.origin.sheet.isEmpty { place += "  '\(finding.origin.sheet)'" }
    let cell = cell(finding.origin)
    if !cell.isEmpty { place += "  \(cell)" }
    if !finding.origin.variable.isEmpty { place += "  (\(finding.origin.variable))" }
    return """
      \(severity)[\(finding.code)] \(slug): \(texts.message(of: finding)[language])
        --> \(place)
        = \(language == .thai ? "วิธีแก้" : "fix"): \(texts.fix(of: finding)[language])
      """
  }

  func summary(_ outcome: FileCheck.Outcome) -> String {
    var counts: [Finding.Severity: Int] = [:]
    for finding in outcome.findings { counts[texts.severity(of: finding), default: 0] += 1 }
    let account = outcome.reconciliation
    return """
      \(outcome.path): \(counts[.error] ?? 0) errors, \(counts[.warning] ?? 0) warnings, \(counts[.info] ?? 0) for information; \
      \(account.read) values read = \(account.observations) observations + \(account.blanks) blank + \
      \(account.excluded) excluded + \(account.rejected) rejected
      """
  }

  private func cell(_ origin: Finding.Origin) -> String {
    guard let row = origin.row else { return "" }
    return origin.column.map { CellAddress(row: row, column: $0).description } ?? "\(row + 1)"
  }
}
