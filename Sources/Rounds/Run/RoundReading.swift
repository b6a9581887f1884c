import Catalogue
import Ingestion
import Spreadsheets
import Vocabulary

/// The files of one round, read and brought together.
struct RoundReading {
  let discovery: InputDiscovery
  let intake: Intake.Outcome
  /// File by file the version of the template's form; nil for tables.
  let templates: [Int?]

  /// - Parameters:
  ///   - cache: Knows files that were read before.
  ///   - edition: Tells the catalogue apart where it is not the one that the cache's round is computed by.
  ///   - framework: Of the round; nil where nobody needs to know what the files leave out.
  init(
    _ name: RoundName, in workspace: Workspace, catalogue: Catalogue, registry: CityRegistry,
    cache: RoundCache? = nil, edition: String = "", framework: String? = nil
  ) throws(RoundsError) {
    let discovery = try InputDiscovery(
      workspace: workspace, folder: name.inputs, catalogue: catalogue)
    let context = TableContext(catalogue: catalogue, registry: registry)
    let read = discovery.files.concurrentMap { input in
      let ingestor = FileIngestor(
        context: context, mapping: input.mapping, limits: input.limits, round: name.description)
      func ingest() -> IngestedFile {
        ingestor.ingest(path: input.path, at: workspace.absolute(input.path), captures: input.captures)
      }
      return cache?.ingested(input, round: name.description, catalogue: edition, read: ingest) ?? ingest()
    }
    templates = read.map(\.templateVersion)
    // From here on the files' own observations are not needed: the round has them all.
    intake = Intake(registry: registry, catalogue: catalogue, framework: framework).merge(read)
    self.discovery = discovery
  }
}
