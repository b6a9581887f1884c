import Catalogue
import Foundation
import Validation

/// Everything in the repository that is written from source, read from a working copy.
struct Reference {
  struct File {
    /// Below the repository.
    var path: String
    var text: String

    func isCurrent(below root: URL) -> Bool {
      (try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)) == text
    }

    /// - Returns: Whether the file was not current.
    func write(below root: URL) throws -> Bool {
      guard !isCurrent(below: root) else { return false }
      try text.write(to: root.appendingPathComponent(path), atomically: true, encoding: .utf8)
      return true
    }
  }

  struct CatalogueHasFaults: Error, CustomStringConvertible {
    var description: String
  }

  private let rules: [RuleSource]
  private let catalogue: Catalogue

  init(root: URL) throws {
    rules = try Self.texts(below: root.appendingPathComponent("Sources/Validation/Rules"), suffix: ".swift")
      .compactMap { RuleSource(source: $0.text) }
    let files = try Self.texts(below: root.appendingPathComponent("Indicators"), suffix: ".yaml")
      .map { CatalogueFile(path: "Indicators/\($0.path)", text: $0.text) }
    let outcome = CatalogueLoader.load(files)
    guard let catalogue = outcome.catalogue, outcome.faults.isEmpty else {
      throw CatalogueHasFaults(description: outcome.faults.map { "\($0)" }.joined(separator: "\n"))
    }
    self.catalogue = catalogue
  }

  func files() -> [File] {
    [
      File(path: "Sources/Validation/Reference/RuleRegistry.swift", text: RegistryFile.registry(rules)),
      File(path: "Sources/Validation/Reference/RuleDocumentation.swift", text: RegistryFile.documentation(rules)),
      File(path: "Documentation/findings.md", text: RuleCatalogue(catalogue).markdown()),
      File(path: "Sources/Catalogue/Definitions/RequiredTexts.swift", text: RequiredTextsFile.text(catalogue.texts)),
    ]
  }

  private static func texts(below folder: URL, suffix: String) throws -> [(path: String, text: String)] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    return try names.filter { $0.hasSuffix(suffix) }.sorted().map { name in
      (name, try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8))
    }
  }
}
