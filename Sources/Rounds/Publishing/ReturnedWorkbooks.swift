import Catalogue
import Foundation
import Ingestion
import Reporting
import Spreadsheets
import Templates
import Vocabulary

/// Writes the workbooks that go back to cities. Each submission is read again when its turn comes, so that there is one in memory
/// for each core, however many cities there are.
struct ReturnedWorkbooks {
  let workspace: Workspace
  let results: RoundResults
  /// What the rounds before said, for the cells beside those to fill.
  let earlier: ObservationSet?

  /// - Returns: Paths below the folder, in the order of the registry.
  func write(into folder: String) throws(RoundsError) -> [String] {
    let outcomes = results.outcomes.filter { !$0.returned.isEmpty }
    guard !outcomes.isEmpty else { return [] }
    let path = "\(folder)/\(RoundResults.returnedFolder)"
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o750])
    } catch {
      throw RoundsError(
        .cannotCreate, "\(path) cannot be made: \(error.localizedDescription)", cure: "check space and permissions")
    }
    var findings: [String: [Finding]] = [:]
    let files = Set(outcomes.map(\.file))
    for finding in results.findingsOfCities where files.contains(finding.origin.file) {
      findings[finding.origin.file, default: []].append(finding)
    }
    let context = TableContext(catalogue: results.catalogue, registry: results.registry)
    let written = outcomes.concurrentMap { [findings] outcome in
      Result { () throws(RoundsError) in
        try write(outcome, findings[outcome.file] ?? [], context, into: folder)
      }
    }
    var paths: [String] = []
    for result in written { paths.append(try result.get()) }
    return paths
  }

  private func write(
    _ outcome: RoundResults.CityOutcome, _ findings: [Finding], _ context: TableContext, into folder: String
  ) throws(RoundsError) -> String {
    let ingestor = FileIngestor(
      context: context, mapping: .tidy(dimensions: results.catalogue.dimensions.map(\.id)), limits: .submission,
      round: "\(results.programme.id)/\(results.round.id)")
    let form = ingestor.form(path: outcome.file, at: workspace.absolute(outcome.file), of: outcome.city)
    guard let form else {
      throw RoundsError(
        .inputOutput, "\(outcome.file) was read at the start of the run and now cannot be",
        cure: "run again when nobody changes the submissions")
    }
    let workbook = ReturnedForm(
      city: results.registry[outcome.city], programme: results.programme, round: results.round,
      catalogue: results.catalogue, prior: earlier.map { PriorValues($0, of: outcome.city) } ?? PriorValues(),
      date: results.run.date
    ).workbook(form, findings)
    do throws(XLSXWritingError) {
      try XLSXWriter.write(workbook, toPath: "\(folder)/\(outcome.returned)")
    } catch {
      throw RoundsError(
        .inputOutput, "\(outcome.returned) cannot be written: \(error)", cure: "make room on the disk and run again")
    }
    return outcome.returned
  }
}

/// What the workbook of one city is made from, beside what it sent.
struct ReturnedForm {
  var city: City
  var programme: Programme
  var round: Round
  var catalogue: Catalogue
  var prior: PriorValues
  var date: CalendarDate

  func workbook(_ form: SubmittedForm, _ findings: [Finding]) -> Workbook {
    switch form {
    case .template(let answers):
      let request = request(
        language: city.languages.isEmpty ? answers.language : nil, years: answers.years.isEmpty ? nil : answers.years)
      return ReturnedWorkbook.workbook(request, answers: answers, findings: findings)
    case .table(let table):
      return ReturnedWorkbook.workbook(request(language: nil, years: nil), table: table, findings: findings)
    }
  }

  /// - Parameter language: That of the form that came, where the registry does not name the city's.
  private func request(language: TemplateLanguage?, years: [Int]?) -> TemplateRequest {
    TemplateRequest(
      city: city, programme: programme, round: round, catalogue: catalogue, prior: prior,
      language: language ?? TemplateLanguage(city.languages(in: programme)), date: date, years: years)
  }
}

extension City {
  /// The languages of forms and letters: the city's own, else the programme's.
  func languages(in programme: Programme) -> [Language] { languages.isEmpty ? programme.languages : languages }
}
