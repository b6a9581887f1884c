import Catalogue
import Foundation
import Ingestion
import Spreadsheets
import Templates
import Validation
import Vocabulary

/// Reads submissions outside of a round and tells what is wrong with them: what a city unit does before it sends a file. The
/// catalogue alone suffices; what a workspace knows of cities and rounds is used where there is one.
public struct FileCheck {
  /// What was found in one file, and the account of its values.
  public struct Outcome: Sendable {
    public var path: String
    /// In the order of the file.
    public var findings: [Finding]
    public var reconciliation: Reconciliation
    /// The cities that the file speaks of.
    public var cities: [City]
    /// `demo/2026`; nil where neither the file nor the caller says.
    public var round: String?
    /// nil where nobody knows: then no figure is called old or early.
    public var referenceYear: Int?

    var city: City? { cities.count == 1 ? cities[0] : nil }
    var template: TemplateAnswers?
  }

  public let catalogue: Catalogue
  let workspace: Workspace
  let registry: CityRegistry
  let chosen: RoundName?
  let year: Int?
  /// Rounds that were asked for once: nil for those that the workspace does not have.
  private var known: [RoundName: KnownRound?] = [:]

  /// A round of the workspace with what came before it.
  struct KnownRound {
    var programme: Programme
    var round: Round
    var earlier: ObservationSet?
  }

  /// - Parameters:
  ///   - programme: The programme whose registry and additions count; without one, the cities of all programmes.
  ///   - round: The round that the files are for; a template of another round is refused. Without it a template says so itself.
  ///   - year: The reference year, whatever the round's.
  public init(
    workspace: Workspace, programme: String? = nil, round: RoundName? = nil, year: Int? = nil
  ) throws(RoundsError) {
    self.workspace = workspace
    self.year = year
    chosen = round
    let programme = programme ?? round?.programme
    if let programme, !workspace.programmes.contains(programme) {
      throw .unknown("programme", programme, among: workspace.programmes)
    }
    catalogue = try workspace.catalogue(programme: programme)
    var cities: [String: City] = [:]
    for id in programme.map({ [$0] }) ?? workspace.programmes {
      let path = "Inputs/\(id)/cities.csv"
      guard workspace.exists(path) else { continue }
      for city in try CityFile.load(path, in: workspace).cities { cities[city.id] = city }
    }
    registry = CityRegistry(Array(cities.values))
  }

  /// Checks one file by itself.
  /// - Throws: As a run does where the round that the file is for, or an earlier one, can't be read.
  public mutating func check(_ path: String) throws(RoundsError) -> Outcome {
    let preview = ingestor(registry).preview(at: path)
    let registry = registry(for: preview)
    let name = chosen ?? preview.template.flatMap { RoundName($0.identity.round) }
    let round = try name.flatMap { name throws(RoundsError) in try known(name, registry) }
    let referenceYear = year ?? round?.round.referenceYear ?? preview.template?.years.last
    let file = ingestor(registry).ingest(path: path, at: path)
    let intake = Intake(registry: registry, catalogue: catalogue, framework: round?.round.framework).merge([file])
    let validator = Validator(
      catalogue: catalogue, registry: registry, observations: intake.observations, referenceYear: referenceYear,
      earlier: round?.earlier)
    let rules = file.cities.flatMap { validator.check($0).findings }
    let findings = (intake.findings + rules).sorted(by: Self.stand)
    let cities = file.cities.isEmpty ? preview.cities.compactMap { registry.id(of: $0) } : file.cities
    return Outcome(
      path: path, findings: findings, reconciliation: intake.accounts[0], cities: cities.map { registry[$0] },
      round: name?.description, referenceYear: referenceYear, template: preview.template)
  }

  /// Whether a finding stands before another one of its file.
  static func stand(_ a: Finding, before b: Finding) -> Bool {
    (a.origin.sheet, a.origin.row ?? -1, a.origin.column ?? -1, a.code)
      < (b.origin.sheet, b.origin.row ?? -1, b.origin.column ?? -1, b.code)
  }

  func ingestor(_ registry: CityRegistry) -> FileIngestor {
    FileIngestor(
      context: TableContext(catalogue: catalogue, registry: registry),
      mapping: .tidy(dimensions: catalogue.dimensions.map(\.id)), limits: .submission,
      round: chosen?.description)
  }

  /// Where no registry is at hand the file's word is taken for its city.
  private func registry(for preview: SubmissionPreview) -> CityRegistry {
    guard registry.cities.isEmpty else { return registry }
    return CityRegistry(preview.cities.map { City(id: $0, name: LocalizedText(same: $0)) })
  }

  mutating func known(_ name: RoundName, _ registry: CityRegistry) throws(RoundsError) -> KnownRound? {
    if let known = known[name] { return known }
    let folder = "Inputs/\(name.programme)"
    let path = name.file
    guard workspace.exists(path), workspace.exists("\(folder)/programme.yaml") else {
      known[name] = .some(nil)
      return nil
    }
    let programme = try Programme.load(
      CatalogueFile(path: "\(folder)/programme.yaml", text: try workspace.text(of: "\(folder)/programme.yaml")))
    let round = try Round.load(CatalogueFile(path: path, text: try workspace.text(of: path)))
    let earlier = try EarlierRounds(
      before: round, of: name.programme, in: workspace, catalogue: catalogue, registry: registry)
    let found = KnownRound(programme: programme, round: round, earlier: earlier.observations)
    known[name] = found
    return found
  }

  /// The registry that a file was read against.
  func registry(of outcome: Outcome) -> CityRegistry {
    registry.cities.isEmpty ? CityRegistry(outcome.cities) : registry
  }
}
