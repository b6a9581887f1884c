import Catalogue
import Foundation
import GNLCTestSupport
import Spreadsheets
import Vocabulary

@testable import Ingestion

/// A folder of its own for one test, removed with its content when the test is over.
final class ScratchFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "ingestion-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  func path(_ name: String) -> String { path + "/" + name }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, bytes: Array(text.utf8)) }

  func write(_ name: String, bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A small catalogue and registry, and ways to read a few lines against them.
struct Sample {
  enum Problem: Error {
    case catalogue([CatalogueFault])
    case mapping([CatalogueFault])
  }

  let context: TableContext
  let folder: ScratchFolder

  var catalogue: Catalogue { context.catalogue }
  var registry: CityRegistry { context.registry }

  init() throws {
    var definitions = SmallCatalogue()
    definitions.codes = definitions.codes.replacing(
      "\nlists:", with: "\n  district:\n    label: {en: District, th: เขต}\n    open: true\nlists:")
    let texts = try String(contentsOfFile: Repository.path("Indicators/texts/findings.yaml"), encoding: .utf8)
    definitions.findings = texts
    let loaded = definitions.load()
    guard let catalogue = loaded.catalogue, loaded.faults.isEmpty else { throw Problem.catalogue(loaded.faults) }
    context = TableContext(catalogue: catalogue, registry: Self.registry)
    folder = try ScratchFolder()
  }

  private static let registry = CityRegistry([
    City(id: "th-phayao", name: LocalizedText(english: "Phayao", thai: "พะเยา"), country: "TH"),
    City(id: "th-satun", name: LocalizedText(english: "Satun", thai: "สตูล"), country: "TH"),
    City(id: "th", name: LocalizedText(english: "Thailand", thai: "ไทย"), level: .country, role: .benchmark),
  ])

  // MARK: Reading

  /// Reads a tidy submission.
  func tidy(_ text: String, named name: String = "phayao.csv") throws -> IngestedFile {
    let path = try folder.write(name, text)
    return ingestor(.tidy(dimensions: catalogue.dimensions.map(\.id))).ingest(path: "submissions/\(name)", at: path)
  }

  /// Reads a tidy submission by another catalogue than the small one.
  func tidy(_ text: String, by catalogue: Catalogue) throws -> IngestedFile {
    let path = try folder.write("phayao.csv", text)
    return FileIngestor(
      context: TableContext(catalogue: catalogue, registry: registry),
      mapping: .tidy(dimensions: catalogue.dimensions.map(\.id)), limits: .submission
    ).ingest(path: "submissions/phayao.csv", at: path)
  }

  /// Reads a table by a mapping.
  /// - Parameter mapping: YAML without the keys that every mapping has: format, id, title.
  func mapped(
    _ mapping: String, _ table: String, named name: String = "data.csv", captures: [String: String] = [:]
  ) throws -> IngestedFile {
    let path = try folder.write(name, table)
    return ingestor(try self.mapping(mapping)).ingest(path: "sources/\(name)", at: path, captures: captures)
  }

  func mapping(_ yaml: String) throws -> SourceMapping {
    let (mapping, faults) = SourceMapping.load(CatalogueFile(path: "source.yaml", text: Self.complete(yaml)))
    guard let mapping, faults.isEmpty else { throw Problem.mapping(faults) }
    return mapping
  }

  static func complete(_ yaml: String) -> String {
    "format: 1\nid: sample\ntitle: {en: Sample, th: ตัวอย่าง}\n"
      + (yaml.contains("files:") ? "" : "files: [\"*.csv\"]\n") + yaml
  }

  func ingestor(_ mapping: SourceMapping, limits: SpreadsheetLimits = .submission) -> FileIngestor {
    FileIngestor(context: context, mapping: mapping, limits: limits)
  }

  func merge(_ files: [IngestedFile]) -> Intake.Outcome {
    Intake(registry: registry, catalogue: catalogue).merge(files)
  }

  // MARK: Asking

  /// `th-phayao adults sex=F 2025 = 12 (A)`, in file order.
  func lines(_ file: IngestedFile) -> [String] {
    file.observations.map { line($0, file.breakdowns[$0.key.breakdown.index]) }
  }

  func lines(_ outcome: Intake.Outcome) -> [String] { lines(outcome.observations) }

  func lines(_ set: ObservationSet) -> [String] {
    set.observations.map { line($0, set.breakdowns[$0.key.breakdown]) }
  }

  private func line(_ observation: Observation, _ breakdown: Breakdown) -> String {
    let key = observation.key
    let place = [registry[key.city].id, catalogue[key.variable].id, breakdown.description, key.period.description]
    let value = observation.value.map { $0 == $0.rounded() && abs($0) < 1e15 ? "\(Int64($0))" : "\($0)" } ?? "–"
    return place.filter { !$0.isEmpty }.joined(separator: " ") + " = \(value) (\(observation.status.code))"
  }
}

extension IngestedFile {
  /// The codes of the findings, in order.
  var findingCodes: [String] { findings.map(\.code.description) }

  func finding(_ code: String) -> Finding? { findings.first { $0.code.description == code } }
}

extension Intake.Outcome {
  var findingCodes: [String] { findings.map(\.code.description) }
}
