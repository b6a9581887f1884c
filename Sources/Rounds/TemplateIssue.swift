import Catalogue
import Foundation
import Reporting
import Spreadsheets
import Templates
import Vocabulary

/// Writes the workbooks that cities of a round fill in.
public struct TemplateIssue: Sendable {
  let workspace: Workspace
  let programme: Programme
  let round: Round
  let catalogue: Catalogue
  let registry: CityRegistry
  /// What the rounds before this one said; nothing where this is the first.
  let prior: ObservationSet?
  public let date: CalendarDate

  /// - Throws: As a run does where the programme, the round or the catalogue can't be read.
  public init(workspace: Workspace, name: RoundName, date: CalendarDate) throws(RoundsError) {
    self.workspace = workspace
    self.date = date
    let setting = try RoundSetting(name, in: workspace)
    programme = setting.programme
    round = setting.round
    catalogue = setting.catalogue
    registry = setting.registry
    prior = try EarlierRounds(
      before: setting.round, of: name.programme, in: workspace, catalogue: setting.catalogue,
      registry: setting.registry
    ).observations
  }

  /// Writes the templates of cities into a folder, which is made where it is missing; a file that is there is not touched.
  /// - Parameters:
  ///   - cities: Ids, or nothing for every member of the reference year.
  ///   - language: `th`, `en` or `both`; nil for each city's own.
  /// - Returns: The names of the files, in the order of the registry.
  public func write(cities: [String], language: String?, to folder: String) throws(RoundsError) -> [String] {
    let chosenLanguage = language.flatMap(TemplateLanguage.init(rawValue:))
    if let language, chosenLanguage == nil {
      throw RoundsError(.noInput, "no template language is called \(language)", cure: "use th, en or both")
    }
    let chosen =
      try cities.isEmpty
      ? registry.allIDs.filter { registry[$0].isMember(in: round.referenceYear) } : ids(of: cities)
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw RoundsError(
        .cannotCreate, "\(folder) cannot be made: \(error.localizedDescription)",
        cure: "check its parent and permissions")
    }
    let requests = chosen.map { request($0, chosenLanguage) }
    // The cities of one language share all but their names and figures.
    var forms: [TemplateLanguage: TemplateForm] = [:]
    for request in requests where forms[request.language] == nil { forms[request.language] = TemplateForm(request) }
    let shared = forms
    let results = zip(chosen, requests).map { ($0, $1) }.concurrentMap { city, request in
      Result { () throws(RoundsError) in try write(city, request, shared[request.language], to: folder) }
    }
    var names: [String] = []
    for result in results { names.append(try result.get()) }
    return names
  }

  private func ids(of cities: [String]) throws(RoundsError) -> [CityID] {
    var found: [CityID] = []
    for id in cities {
      guard let city = registry.id(of: id) else {
        throw RoundsError.unknown(
          "city of \(programme.id)", id, among: registry.cities.map(\.id),
          otherwise: "Inputs/\(programme.id)/cities.csv lists them")
      }
      found.append(city)
    }
    return found
  }

  private func request(_ city: CityID, _ language: TemplateLanguage?) -> TemplateRequest {
    TemplateRequest(
      city: registry[city], programme: programme, round: round, catalogue: catalogue,
      language: language ?? TemplateLanguage(registry[city].languages(in: programme)), date: date)
  }

  private func write(
    _ city: CityID, _ request: TemplateRequest, _ form: TemplateForm?, to folder: String
  ) throws(RoundsError) -> String {
    var request = request
    if let prior { request.prior = PriorValues(prior, of: city) }
    let workbook = TemplateWriter.workbook(request, form)
    let name = "\(registry[city].id)-\(round.id).xlsx"
    do throws(XLSXWritingError) {
      try XLSXWriter.write(workbook, toPath: "\(folder)/\(name)")
    } catch {
      throw RoundsError(
        .cannotCreate, "\(folder)/\(name) cannot be written: \(error)",
        cure: "move away what is there, or name another folder with --out")
    }
    return name
  }
}
