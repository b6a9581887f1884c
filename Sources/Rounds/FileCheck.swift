import Catalogue
import Ingestion
import Spreadsheets
import Validation
import Vocabulary

/// Reads submissions outside of a round and tells what is wrong with them: what a city unit does before it sends a file.
public struct FileCheck: Sendable {
  public struct Outcome: Sendable {
    public var path: String
    public var findings: [Finding]
    public var reconciliation: Reconciliation
  }

  public let catalogue: Catalogue
  private let registry: CityRegistry

  /// - Parameter programme: The programme whose registry and additions count; without one, the cities of all programmes.
  public init(workspace: Workspace, programme: String? = nil) throws(RoundsError) {
    catalogue = try workspace.catalogue(programme: programme)
    var cities: [String: City] = [:]
    for id in programme.map({ [$0] }) ?? workspace.programmes {
      let path = "Inputs/\(id)/cities.csv"
      guard workspace.exists(path) else { continue }
      for city in try CityFile.load(path, in: workspace).cities { cities[city.id] = city }
    }
    registry = CityRegistry(Array(cities.values))
  }

  /// Checks one file by itself. Findings come in the order of the file.
  public func check(_ path: String) -> Outcome {
    let context = TableContext(catalogue: catalogue, registry: registry)
    let file = FileIngestor(
      context: context, mapping: .tidy(dimensions: catalogue.dimensions.map(\.id)), limits: .submission
    ).ingest(path: path, at: path)
    let intake = Intake(registry: registry, catalogue: catalogue).merge([file])
    let validator = Validator(catalogue: catalogue, registry: registry, observations: intake.observations)
    let rules = file.cities.flatMap { validator.check($0).findings }
    let findings = (intake.findings + rules).sorted { a, b in
      (a.origin.row ?? -1, a.origin.column ?? -1, a.code) < (b.origin.row ?? -1, b.origin.column ?? -1, b.code)
    }
    return Outcome(path: path, findings: findings, reconciliation: intake.accounts[0])
  }
}
