import Catalogue
import Templates
import Vocabulary

/// Tells what a table leaves out of what its round asks for. A form has a row for everything, and a row left blank is a finding; a table
/// has only what somebody thought of.
struct TableCompleteness {
  private let catalogue: Catalogue
  private let asked: [AskedMeasure]
  /// Missing measures that are named.
  private static let named = 5

  init(catalogue: Catalogue, framework: String) {
    self.catalogue = catalogue
    asked = catalogue.measuresAsked(in: framework)
  }

  /// - Returns: nil where the table speaks of everything.
  func finding(on table: IngestedFile, city: String) -> Finding? {
    let known = Set(table.observations.map(\.key.variable))
    let missing = asked.filter { !$0.isAnswered(by: known) }
    guard !missing.isEmpty else { return nil }
    let labels = missing.prefix(Self.named).map { catalogue[$0.indicator].label }
    let more = missing.count > labels.count ? ", …" : ""
    return Finding(
      "R009", at: .init(file: table.path, city: city),
      [
        "answered": "\(asked.count - missing.count)", "asked": "\(asked.count)",
        "missing_en": labels.map(\.english).joined(separator: ", ") + more,
        "missing_th": labels.map(\.thai).joined(separator: ", ") + more,
      ])
  }
}
