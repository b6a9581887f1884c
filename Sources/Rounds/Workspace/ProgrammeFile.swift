import Catalogue
import Vocabulary

extension Programme {
  /// Reads `programme.yaml`.
  static func load(_ file: CatalogueFile) throws(RoundsError) -> Programme {
    let log = FaultLog()
    guard let root = YAMLValue.parse(file, into: log) else { throw Workspace.configurationError(log.faults) }
    root.checkFormat()
    root.allowOnly([
      "format", "id", "title", "organisation", "contact", "languages", "font", "synthetic", "licence", "notes",
      "disclosure",
    ])
    let languages = root.required("languages")?.items.compactMap { item -> Language? in
      guard let code = item.string else { return nil }
      if Language(rawValue: code) == nil { item.report("`\(code)` is no language of gnlc: en, th") }
      return Language(rawValue: code)
    }
    let programme = Programme(
      id: root.required("id")?.string ?? "", title: root.text("title"), organisation: root.text("organisation"),
      contact: root.required("contact")?.string ?? "", languages: languages ?? [],
      font: root.optional("font")?.string ?? "Arial", isSynthetic: root.optional("synthetic")?.boolean ?? false,
      licence: root.text("licence"), notes: root.optional("notes")?.items.map(\.localized) ?? [],
      disclosure: disclosure(root.optional("disclosure")))
    if programme.languages.isEmpty { root.report("`languages` needs at least one language") }
    guard log.faults.isEmpty else { throw Workspace.configurationError(log.faults.sorted()) }
    return programme
  }

  private static func disclosure(_ value: YAMLValue?) -> DisclosureThresholds {
    guard let value else { return .standard }
    value.allowOnly(["minimum_count", "minimum_denominator"])
    func threshold(_ key: String) -> Double {
      let number = value.required(key)?.number ?? 1
      guard (1...1e9).contains(number) else {
        value.report("`\(key)` must lie between 1 and 1000000000")
        return 1
      }
      return number
    }
    return DisclosureThresholds(
      minimumCount: threshold("minimum_count"), minimumDenominator: threshold("minimum_denominator"))
  }
}
