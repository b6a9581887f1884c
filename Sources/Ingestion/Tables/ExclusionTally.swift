import Vocabulary

/// Why a figure is none of ours.
enum ExclusionReason: Hashable {
  /// The mapping's exclusion by its position.
  case declared(Int)
  /// An area outside of the registry.
  case otherArea
  /// A series that the mapping does not use.
  case otherSeries
}

/// What the mapping left out of one table, so that the run can say how much and why.
struct ExclusionTally {
  private struct Entry {
    var count: Int
    var row: Int
    var column: Int
    var seen: String
  }

  private var entries: [ExclusionReason: Entry] = [:]

  /// Counts one more of a kind that is known.
  /// - Returns: false where the kind is new; its first figure is then to be given with ``begin(_:row:column:seen:)``.
  mutating func count(_ reason: ExclusionReason) -> Bool {
    guard let entry = entries[reason] else { return false }
    entries[reason]?.count = entry.count + 1
    return true
  }

  /// - Parameter seen: The text that led to the first exclusion of this kind.
  mutating func begin(_ reason: ExclusionReason, row: Int, column: Int, seen: String) {
    entries[reason] = Entry(count: 1, row: row, column: column, seen: seen)
  }

  /// Adds what a later stretch of the same table left out.
  /// - Parameter rows: How many rows came before that stretch.
  mutating func append(_ later: ExclusionTally, afterRows rows: Int) {
    for (reason, entry) in later.entries {
      var first = entries[reason] ?? Entry(count: 0, row: entry.row + rows, column: entry.column, seen: entry.seen)
      first.count += entry.count
      entries[reason] = first
    }
  }

  /// One finding a reason, at the first figure that was left out.
  func findings(at origin: Finding.Origin, _ exclusions: [SourceMapping.Exclusion]) -> [Finding] {
    entries.sorted { ($0.value.row, $0.value.column) < ($1.value.row, $1.value.column) }.map { reason, entry in
      var place = origin
      place.row = entry.row
      place.column = entry.column
      switch reason {
      case .declared(let index):
        let text = exclusions[index].reason
        return Finding(
          "F050", at: place,
          ["count": "\(entry.count)", "reason_en": text.english, "reason_th": text.thai])
      case .otherArea: return Finding("F051", at: place, ["count": "\(entry.count)", "seen": entry.seen])
      case .otherSeries: return Finding("F052", at: place, ["count": "\(entry.count)", "seen": entry.seen])
      }
    }
  }
}
