import Catalogue
import Ingestion
import Spreadsheets
import Vocabulary

/// A file that a round reads, and how.
struct InputFile: Sendable {
  /// Below the workspace.
  var path: String
  var mapping: SourceMapping
  var captures: [String: String]
  var limits: SpreadsheetLimits
}

/// Finds the files of a round: submissions, and the mapped sources with their data.
struct InputDiscovery {
  let workspace: Workspace
  let folder: String
  let catalogue: Catalogue
  private(set) var files: [InputFile] = []
  private(set) var findings: [Finding] = []
  /// Texts of the mappings: they decide what the data mean, so they are part of the run's name.
  private(set) var mappings: [CatalogueFile] = []

  init(workspace: Workspace, folder: String, catalogue: Catalogue) throws(RoundsError) {
    self.workspace = workspace
    self.folder = folder
    self.catalogue = catalogue
    try findSubmissions()
    try findSources()
    if files.isEmpty, findings.isEmpty { findings.append(Finding("R007", at: .init(file: folder))) }
  }

  private mutating func findSubmissions() throws(RoundsError) {
    let tidy = SourceMapping.tidy(dimensions: catalogue.dimensions.map(\.id))
    let submissions = "\(folder)/submissions"
    for name in try workspace.names(in: submissions) {
      let path = "\(submissions)/\(name)"
      if workspace.isFolder(path) || !(name.lowercased().hasSuffix(".xlsx") || name.lowercased().hasSuffix(".csv")) {
        findings.append(Finding("R005", at: .init(file: path), ["name": name]))
      } else {
        files.append(InputFile(path: path, mapping: tidy, captures: [:], limits: .submission))
      }
    }
  }

  private mutating func findSources() throws(RoundsError) {
    let sources = "\(folder)/sources"
    let names = try workspace.names(in: sources).filter { $0.hasSuffix(".yaml") }
    let data = names.isEmpty ? [] : try workspace.files(below: sources)
    for name in names {
      let path = "\(sources)/\(name)"
      let file = CatalogueFile(path: path, text: try workspace.text(of: path))
      mappings.append(file)
      let source = MappedSource(file, in: sources, data)
      files += source.files
      findings += source.findings
    }
  }
}
