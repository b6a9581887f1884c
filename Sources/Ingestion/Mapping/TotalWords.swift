import Catalogue

extension SourceMapping.BreakdownRule {
  private static let words: Set<String> = ["all", "both", "total", "รวม", "ทั้งหมด"]

  /// Whether a text stands for everybody: nothing, SDMX's `_T`, or a word for it. Words do where the codes are known; an open
  /// dimension may have a district of that name.
  func saysTotal(_ text: String, of dimension: Dimension?) -> Bool {
    if text.isEmpty || text == "_T" || text == "T" { return true }
    guard let dimension, !dimension.isOpen else { return false }
    return Self.words.contains(Notation.comparable(text))
  }
}
