import Catalogue
import Spreadsheets
import Templates
import Vocabulary

/// Reads a city's template into observations: the form by `TemplateReader`, the writing in its cells by the same rules as any
/// other submission.
struct TemplateIngestor {
  let context: TableContext
  /// `demo/2026` where only templates of this round are taken.
  var round: String?

  /// - Returns: nil where the workbook is no template.
  func ingest(_ path: String, _ workbook: XLSXReader) throws(SpreadsheetFault) -> IngestedFile? {
    let reader = TemplateReader(catalogue: context.catalogue, round: round)
    guard let answers = try reader.read(workbook, path: path) else { return nil }
    var file = IngestedFile(path: path, mapping: SourceMapping.tidyID, sheets: answers.sheetNames)
    file.templateVersion = answers.identity.version
    guard let city = context.registry.id(of: answers.identity.city) else {
      let near = answers.identity.city.nearest(in: context.registry.cities.lazy.map(\.id)) ?? ""
      file.findings =
        answers.findings
        + [Finding("R010", at: Finding.Origin(file: path), ["seen": answers.identity.city, "near": near])]
      file.reconciliation.read = answers.answers.count
      file.reconciliation.rejected = answers.answers.count
      return file
    }
    var settler = AnswerSettler(context: context, city: city, answers: answers, path: path)
    for finding in answers.findings { settler.add(finding) }
    for answer in answers.answers { settler.settle(answer) }
    file.observations = settler.observations
    file.breakdowns = settler.breakdowns
    file.notes = settler.notes
    file.findings = settler.findings
    file.reconciliation = settler.reconciliation
    return file
  }
}
