import Vocabulary

/// A large table is read in parts, each by a reader of its own; what they found is brought together here as if one had read all.
extension TableReader {
  /// A part that was read, and how many rows it has; the first counts from the top of the file.
  typealias Part = (table: TableReader, rows: Int)

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

  /// Appends parts that follow each other.
  /// - Returns: false, with nothing changed, where they do not fit together.
  mutating func append(_ parts: [Part]) -> Bool {
    var breakdowns = breakdowns
    var numbers: [[BreakdownID]] = []
    for part in parts {
      guard let own = breakdowns.adopt(part.table.breakdowns) else { return false }
      numbers.append(own)
    }
    self.breakdowns = breakdowns
    observations.reserveCapacity(parts.reduce(observations.count) { $0 + $1.table.observations.count })
    var rowsBefore = 0
    for (part, own) in zip(parts, numbers) {
      let notesBefore = UInt32(notes.count - 1)
      for var observation in part.table.observations {
        observation.key.breakdown = own[observation.key.breakdown.index]
        if observation.note > 0 { observation.note += notesBefore }
        observation.provenance.row += UInt32(rowsBefore)
        observations.append(observation)
      }
      notes += part.table.notes.dropFirst()
      log.append(part.table.log, afterRows: rowsBefore)
      codes.eras.append(part.table.codes.eras, afterRows: rowsBefore)
      exclusions.append(part.table.exclusions, afterRows: rowsBefore)
      reconciliation += part.table.reconciliation
      rowsBefore += part.rows
    }
    return true
  }
}
