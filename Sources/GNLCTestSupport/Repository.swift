import Catalogue
import Foundation

/// Where the sources of this package lie, for tests that read shipped files.
public enum Repository {
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Where something of the repository is.
  public static func path(_ relative: String) -> String { root.appendingPathComponent(relative).path }

  /// Data and oracles that are not part of the package: `$GNLC_SHARED`, else a folder `shared` beside it; nil where absent.
  public static let shared: URL? = {
    let named = ProcessInfo.processInfo.environment["GNLC_SHARED"].map { URL(fileURLWithPath: $0) }
    let folder = named ?? root.deletingLastPathComponent().appendingPathComponent("shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// The files of the shipped catalogue.
  public static func catalogueFiles() -> [CatalogueFile] {
    let folder = root.appendingPathComponent("Indicators")
    guard let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] else { return [] }
    return names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name in
      guard let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8) else { return nil }
      return CatalogueFile(path: "Indicators/\(name)", text: text)
    }
  }

  /// The shipped catalogue, loaded once.
  public static let catalogue: CatalogueLoader.Outcome = CatalogueLoader.load(catalogueFiles())
}
