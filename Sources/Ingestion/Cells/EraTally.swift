import Vocabulary

/// Which eras the years of one file are written in. A year that was typed in the wrong one is read as another year, or looks as
/// if it were right, so a file that has both is told so, once.
struct EraTally {
  private var buddhist: String?
  private var common: String?
  private var told = false

  /// - Parameter text: The year as it was written.
  mutating func add(_ text: String, _ reading: PeriodParser.Reading) {
    let isBuddhist = reading.repairs.contains { if case .buddhistYear = $0 { true } else { false } }
    if isBuddhist {
      if buddhist == nil { buddhist = text }
    } else if common == nil {
      common = text
    }
  }

  /// The details of the finding, at the first place where both eras are known; nil before and after.
  mutating func mixture() -> [String: String]? {
    guard !told, let buddhist, let common else { return nil }
    told = true
    return ["be": buddhist, "ce": common]
  }
}
