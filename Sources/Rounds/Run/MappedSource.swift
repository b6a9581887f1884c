import Catalogue
import Ingestion
import Spreadsheets
import Vocabulary

/// A mapping with the files that it reads: none where something is wrong with it.
struct MappedSource {
  private(set) var files: [InputFile] = []
  private(set) var findings: [Finding] = []

  /// - Parameters:
  ///   - folder: Where the mapping lies; the paths of its files begin with it.
  ///   - data: Everything below the folder, as paths below it.
  init(_ file: CatalogueFile, in folder: String, _ data: [String]) {
    let (mapping, faults) = SourceMapping.load(file)
    findings = faults.map { Finding("F040", at: .init(file: file.path, row: $0.line - 1), ["detail": $0.message]) }
    guard let mapping, faults.isEmpty else { return }
    // A file that two patterns match is read once.
    var claimed: Set<String> = []
    for pattern in mapping.files {
      let matches = data.compactMap { name in pattern.match(name).map { (name, $0) } }
      if matches.isEmpty { findings.append(Finding("F033", at: .init(file: file.path), ["pattern": pattern.text])) }
      for (name, captures) in matches where claimed.insert(name).inserted {
        files.append(InputFile(path: "\(folder)/\(name)", mapping: mapping, captures: captures, limits: .source))
      }
    }
  }
}
