import Catalogue
import Ingestion
import Spreadsheets
import Vocabulary

/// The files of one round, read and brought together.
struct RoundReading {
  let discovery: InputDiscovery
  let intake: Intake.Outcome
  /// `path digest` of each file, for the name of the run.
  let digests: [String]

  init(
    workspace: Workspace, programme: String, round: String, catalogue: Catalogue, registry: CityRegistry
  ) throws(RoundsError) {
    let discovery = try InputDiscovery(
      workspace: workspace, folder: "Inputs/\(programme)/\(round)", catalogue: catalogue)
    let context = TableContext(catalogue: catalogue, registry: registry)
    let read = discovery.files.concurrentMap { input in
      (
        file: FileIngestor(
          context: context, mapping: input.mapping, limits: input.limits, round: "\(programme)/\(round)"
        ).ingest(path: input.path, at: workspace.absolute(input.path), captures: input.captures),
        digest: Digest.sha256(ofFile: workspace.absolute(input.path)) ?? ""
      )
    }
    digests = zip(discovery.files, read).map { "\($0.path) \($1.digest)" }
    // From here on the files' own observations are not needed: the round has them all.
    intake = Intake(registry: registry, catalogue: catalogue).merge(read.map(\.file))
    self.discovery = discovery
  }
}
