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
  let inputs: InputTree
  let cache: RoundCache?

  /// - Returns: In the order of the registry.
  func write(into folder: String) throws(RoundsError) -> [WrittenFile] {
    let outcomes = results.outcomes.filter { !$0.returned.isEmpty }
    guard !outcomes.isEmpty else { return [] }
    try OutputFolder.make("\(folder)/\(RoundResults.returnedFolder)")
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
    var made: [WrittenFile] = []
    for result in written { made.append(try result.get()) }
    return made
  }

  private func write(
    _ outcome: RoundResults.CityOutcome, _ findings: [Finding], _ context: TableContext, into folder: String
  ) throws(RoundsError) -> WrittenFile {
    let key = cache.map { self.key(of: outcome, findings, definitions: $0.definitions) }
    if let key, let reused = try cache?.reuse(key, as: outcome.returned, in: folder) {
      return WrittenFile(path: outcome.returned, output: reused, key: key)
    }
    let ingestor = FileIngestor(
      context: context, mapping: .tidy(dimensions: results.catalogue.dimensions.map(\.id)), limits: .submission,
      round: "\(results.programme.id)/\(results.round.id)")
    let form = ingestor.form(path: outcome.file, at: workspace.absolute(outcome.file), of: outcome.city)
    guard let form else {
      throw RoundsError(
        .inputOutput, "\(outcome.file) was read at the start of the run and now cannot be",
        cure: "run again when nobody changes the submissions")
    }
    // What was read now is what was read at the start.
    try inputs.checkUnchanged(outcome.file, in: workspace)
    let workbook = ReturnedForm(
      city: results.registry[outcome.city], programme: results.programme, round: results.round,
      catalogue: results.catalogue, prior: earlier.map { PriorValues($0, of: outcome.city) } ?? PriorValues(),
      date: results.run.date
    ).workbook(form, findings)
    try XLSXWriter.write(workbook, as: outcome.returned, in: folder)
    return WrittenFile(path: outcome.returned, output: nil, key: key)
  }

  /// The digest of all that decides the workbook's bytes: the file itself, what was found in it, what the city said before, the
  /// definitions and the day. It is known without reading the submission again.
  private func key(of outcome: RoundResults.CityOutcome, _ findings: [Finding], definitions: String) -> String {
    var writer = ByteWriter()
    for text in [
      definitions, results.programme.id, results.round.id, results.registry[outcome.city].id, outcome.file,
      inputs[outcome.file]?.sha256 ?? "", results.run.date.description,
    ] { writer.add(text) }
    writer.add(findings) { $1.write(to: &$0) }
    if let earlier {
      writer.add(Array(earlier.slice(of: outcome.city))) { writer, observation in
        writer.add(UInt32(observation.key.variable.index))
        writer.add(earlier.breakdowns[observation.key.breakdown].parts) {
          $0.add($1.dimension)
          $0.add($1.code)
        }
        observation.key.period.write(to: &writer)
        writer.add(observation.status.rawValue)
        writer.add(observation.value ?? 0)
      }
    }
    return Digest.sha256(writer.bytes)
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
