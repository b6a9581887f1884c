import Vocabulary

/// A large table is read in parts, each by a reader of its own; what they found is brought together here as if one had read all.
extension TableReader {
  /// A reader for another part of the table: knows what this one learned, and has found nothing yet.
  func continuation() -> TableReader {
    var next = self
    next.observations = []
    next.log = FindingLog()
    next.exclusions = ExclusionTally()
    next.reconciliation = Reconciliation()
    next.notes = [""]
    next.codes.eras = EraTally()
    return next
  }

  /// Appends the part that follows.
  /// - Parameter rows: How many rows came before it, from where the parts begin.
  /// - Returns: false, with nothing changed, where it does not fit what was read before.
  mutating func append(_ part: TableReader, afterRows rows: Int) -> Bool {
    guard let breakdownIDs = breakdowns.adopt(part.breakdowns) else { return false }
    let firstNote = UInt32(notes.count - 1)
    for var observation in part.observations {
      observation.key.breakdown = breakdownIDs[observation.key.breakdown.index]
      if observation.note > 0 { observation.note += firstNote }
      observation.provenance.row += UInt32(rows)
      observations.append(observation)
    }
    notes += part.notes.dropFirst()
    log.append(part.log, afterRows: rows)
    codes.eras.append(part.codes.eras, afterRows: rows)
    exclusions.append(part.exclusions, afterRows: rows)
    reconciliation += part.reconciliation
    return true
  }
}

/// Parts of a table as they come, put together in their order: a part waits only for those before it, and is gone when it was taken.
struct OrderedParts {
  /// A part that was read, and how many rows it has; the first counts from the top of the file.
  typealias Part = (table: TableReader, rows: Int)

  /// What came before the parts, and those that were taken; nil where one could not be read or did not fit.
  private(set) var table: TableReader?
  private var waiting: [Int: Part] = [:]
  private var next = 0
  private var rows = 0

  /// - Parameters:
  ///   - table: What was read before the first part.
  ///   - count: About how many observations the parts have.
  init(after table: TableReader, expecting count: Int) {
    var table = table
    table.observations.reserveCapacity(table.observations.count + count)
    self.table = table
  }

  var hasFailed: Bool { table == nil }

  /// - Parameter part: nil where it could not be read.
  mutating func take(_ part: Part?, at index: Int) {
    guard let part, !hasFailed else { return fail() }
    waiting[index] = part
    while let ready = waiting.removeValue(forKey: next) {
      guard table?.append(ready.table, afterRows: rows) == true else { return fail() }
      rows += ready.rows
      next += 1
    }
  }

  private mutating func fail() {
    table = nil
    waiting = [:]
  }
}
