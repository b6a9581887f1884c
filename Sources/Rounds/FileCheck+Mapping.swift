import Catalogue
import Foundation
import Ingestion
import Validation
import Vocabulary

extension FileCheck {
  /// Whether a file is a mapping, not a submission.
  public static func isMapping(_ path: String) -> Bool { path.lowercased().hasSuffix(".yaml") }

  /// Reads a source as a round would: every file that the mapping names, and the account of all of them.
  /// - Parameter path: Of the mapping; its files lie in the same folder or below.
  /// - Returns: What was found in each file, then in the mapping itself with the sum of its files.
  public mutating func check(mapping path: String) throws(RoundsError) -> [Outcome] {
    guard let bytes = PlainFile.contents(path) else {
      throw RoundsError(.noInput, "\(path) cannot be read", cure: "check that the file exists and may be read")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw RoundsError(.configuration, "\(path) is not UTF-8", cure: "save the file as UTF-8")
    }
    let url = URL(fileURLWithPath: path)
    let folder = path.contains("/") ? url.deletingLastPathComponent().relativePath : "."
    let source = MappedSource(
      CatalogueFile(path: path, text: text), in: folder, Self.files(below: folder))
    let round = try chosen.flatMap { name throws(RoundsError) in try known(name, registry) }
    let referenceYear = year ?? round?.round.referenceYear
    let context = TableContext(catalogue: catalogue, registry: registry)
    let read = source.files.concurrentMap { input in
      FileIngestor(context: context, mapping: input.mapping, limits: input.limits)
        .ingest(path: input.path, at: input.path, captures: input.captures)
    }
    let intake = Intake(registry: registry, catalogue: catalogue).merge(read)
    let validator = Validator(
      catalogue: catalogue, registry: registry, observations: intake.observations, referenceYear: referenceYear,
      earlier: round?.earlier)
    let rules = validator.checkAll(comparesCities: false).findings
    let found = Dictionary(grouping: intake.findings + rules, by: \.origin.file)
    func outcome(_ path: String, _ findings: [Finding], _ account: Reconciliation, _ cities: [CityID]) -> Outcome {
      Outcome(
        path: path, findings: findings.sorted(by: Self.stand), reconciliation: account,
        cities: cities.map { registry[$0] }, round: chosen?.description, referenceYear: referenceYear)
    }
    return zip(read, intake.accounts).map { outcome($0.path, found[$0.path] ?? [], $1, $0.cities) }
      + [outcome(path, source.findings, intake.accounts.reduce(into: Reconciliation()) { $0 += $1 }, [])]
  }

  /// All files below a folder but hidden ones, in byte order.
  private static func files(below folder: String) -> [String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.filter { name in
      !name.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasPrefix("~$") }
        && !OutputFolder.isFolder("\(folder)/\(name)")
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
