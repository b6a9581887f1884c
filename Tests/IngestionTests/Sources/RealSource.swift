import Catalogue
import Foundation
import GNLCTestSupport
import Ingestion
import Spreadsheets
import Vocabulary

/// One of the real sources: its data, which are not part of the package, and its mapping, which is.
struct RealSource {
  /// The folder of the data and of the fixture.
  var name: String
  var registry: CityRegistry
  /// Mapped files in the order of a run.
  var files: [IngestedFile]
  var outcome: Intake.Outcome
  var catalogue: Catalogue

  enum Problem: Error {
    case mapping([CatalogueFault])
    case catalogue([CatalogueFault])
    case noData
  }

  static var isThere: Bool { Repository.shared != nil }

  static func data(_ name: String) -> URL? { Repository.shared?.appendingPathComponent("data/\(name)") }

  static func fixture(_ path: String) -> URL {
    Repository.root.appendingPathComponent("Tests/IngestionTests/Fixtures/\(path)")
  }

  /// Reads a source as a run does.
  static func read(_ name: String, registry makeRegistry: (URL) throws -> CityRegistry) throws -> RealSource {
    guard let data = data(name) else { throw Problem.noData }
    let catalogue = try catalogue(name)
    let registry = try makeRegistry(data)
    let context = TableContext(catalogue: catalogue, registry: registry)
    let inputs = try mappings(name).flatMap { Self.inputs(of: $0, in: data) }
    let files = inputs.concurrentMap { input in
      FileIngestor(context: context, mapping: input.mapping, limits: .source)
        .ingest(path: input.path, at: data.appendingPathComponent(input.path).path, captures: input.captures)
    }
    return RealSource(
      name: name, registry: registry, files: files,
      outcome: Intake(registry: registry, catalogue: catalogue).merge(files), catalogue: catalogue)
  }

  // MARK: Parts

  /// The shipped catalogue with the source's additions, loaded once for all tests.
  static func catalogue(_ name: String) throws -> Catalogue {
    guard let loaded = catalogues[name] else { throw Problem.noData }
    return try loaded.get()
  }

  static let names = ["kolada", "bristol", "uk-ons", "uis"]

  private static let catalogues = Dictionary(
    uniqueKeysWithValues: names.map { name in (name, Result { try loadCatalogue(name) }) })

  private static func loadCatalogue(_ name: String) throws -> Catalogue {
    var files = Repository.catalogueFiles()
    let folder = fixture("\(name)/catalogue")
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      files.append(CatalogueFile(path: "Inputs/\(name)/catalogue/\(file)", text: text))
    }
    let loaded = CatalogueLoader.load(files)
    guard let catalogue = loaded.catalogue, loaded.faults.isEmpty else { throw Problem.catalogue(loaded.faults) }
    return catalogue
  }

  static func mappings(_ name: String) throws -> [SourceMapping] {
    let folder = fixture(name)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
    return try names.sorted().map { name in
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      let loaded = SourceMapping.load(CatalogueFile(path: name, text: text))
      guard let mapping = loaded.mapping, loaded.faults.isEmpty else { throw Problem.mapping(loaded.faults) }
      return mapping
    }
  }

  private struct Input: Sendable {
    var path: String
    var mapping: SourceMapping
    var captures: [String: String]
  }

  private static func inputs(of mapping: SourceMapping, in folder: URL) -> [Input] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    return names.sorted().flatMap { name in
      mapping.files.compactMap { pattern in
        pattern.match(name).map { Input(path: name, mapping: mapping, captures: $0) }
      }
    }
  }

  // MARK: Questions

  var total: Reconciliation { outcome.accounts.reduce(into: Reconciliation()) { $0 += $1 } }

  /// The figure of a city; nil where there is none.
  func value(_ city: String, _ variable: String, _ period: String, by breakdown: [String: String] = [:]) -> Double? {
    observation(city, variable, period, by: breakdown)?.value
  }

  func observation(
    _ city: String, _ variable: String, _ period: String, by breakdown: [String: String] = [:]
  ) -> Observation? {
    guard let cityID = registry.id(of: city), let variableID = catalogue.variableID(variable) else { return nil }
    let wanted = Breakdown(breakdown.map { Breakdown.Part(dimension: $0.key, code: $0.value) })
    guard let breakdownID = outcome.observations.breakdowns.id(of: wanted) else { return nil }
    return outcome.observations.slice(of: cityID).first {
      $0.key.variable == variableID && $0.key.breakdown == breakdownID && $0.key.period.description == period
    }
  }

  /// How many findings there are of each code.
  var findingCounts: [String: Int] {
    outcome.findings.reduce(into: [:]) { $0[$1.code.description, default: 0] += 1 }
  }
}

/// Reads CSV in the plainest way, for counting and for lists of areas: an opinion of its own on what a row is.
enum PlainCSV {
  /// Records with at least one field that is not blank, the header included.
  static func records(_ file: URL) throws -> [[String]] {
    var records: [[String]] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    func text() -> String { String(decoding: field, as: UTF8.self) }
    func endRecord() {
      fields.append(text())
      field.removeAll(keepingCapacity: true)
      if fields.contains(where: { !$0.trimmingCharacters(in: .whitespaces).isEmpty }) { records.append(fields) }
      fields.removeAll(keepingCapacity: true)
    }
    for byte in try Data(contentsOf: file) {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        fields.append(text())
        field.removeAll(keepingCapacity: true)
      case UInt8(ascii: "\n") where !isQuoted, UInt8(ascii: "\r") where !isQuoted: endRecord()
      default: field.append(byte)
      }
    }
    endRecord()
    return records
  }

  /// Data rows of all files that match.
  static func rowCount(in folder: URL, _ isWanted: (String) -> Bool) throws -> Int {
    let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    return try names.filter(isWanted).reduce(0) { try $0 + records(folder.appendingPathComponent($1)).count - 1 }
  }
}
