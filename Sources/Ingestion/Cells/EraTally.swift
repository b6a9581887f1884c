import Vocabulary

/// Which eras the years of one file are written in. A year that was typed in the wrong one is read as another year, or looks as
/// if it were right, so a file that has both is told so, once, where the second era begins.
struct EraTally {
  /// The first year that is written in an era.
  private struct Mark {
    var text: String
    var origin: Finding.Origin?
  }

  private var buddhist: Mark?
  private var common: Mark?
  /// Whether a first year was seen and it was not said yet where.
  private(set) var isUnplaced = false

  /// - Parameter text: The year as it was written.
  mutating func add(_ text: String, _ reading: PeriodParser.Reading) {
    let isBuddhist = reading.repairs.contains { if case .buddhistYear = $0 { true } else { false } }
    guard (isBuddhist ? buddhist : common) == nil else { return }
    if isBuddhist { buddhist = Mark(text: text) } else { common = Mark(text: text) }
    isUnplaced = true
  }

  mutating func place(_ origin: Finding.Origin) {
    if let mark = buddhist, mark.origin == nil { buddhist?.origin = origin }
    if let mark = common, mark.origin == nil { common?.origin = origin }
    isUnplaced = false
  }

  /// Takes over what was seen in the rows that follow.
  mutating func append(_ next: EraTally, afterRows rows: Int) {
    func moved(_ mark: Mark?) -> Mark? {
      var mark = mark
      if let row = mark?.origin?.row { mark?.origin?.row = row + rows }
      return mark
    }
    buddhist = buddhist ?? moved(next.buddhist)
    common = common ?? moved(next.common)
  }

  /// nil where all years are of one era.
  var finding: Finding? {
    guard let buddhist, let common, let first = buddhist.origin, let second = common.origin else { return nil }
    let later = first.row ?? 0 > second.row ?? 0 ? first : second
    return Finding("N007", at: later, ["be": buddhist.text, "ce": common.text])
  }
}
