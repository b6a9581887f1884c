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
    var rowsBefore = 0
    var pieces: [Piece] = [Piece(observations: observations)]
    for (part, own) in zip(parts, numbers) {
      pieces.append(
        Piece(
          observations: part.table.observations, breakdowns: own, notesBefore: UInt32(notes.count - 1),
          rowsBefore: UInt32(rowsBefore)))
      notes += part.table.notes.dropFirst()
      log.append(part.table.log, afterRows: rowsBefore)
      codes.eras.append(part.table.codes.eras, afterRows: rowsBefore)
      exclusions.append(part.table.exclusions, afterRows: rowsBefore)
      reconciliation += part.table.reconciliation
      rowsBefore += part.rows
    }
    observations = Self.joined(pieces)
    return true
  }

  /// All observations one after another, part by part over the cores: there are millions of them.
  private static func joined(_ pieces: [Piece]) -> [Observation] {
    var starts = [0]
    for piece in pieces { starts.append(starts[starts.count - 1] + piece.observations.count) }
    let total = starts[pieces.count]
    return [Observation](unsafeUninitializedCapacity: total) { [starts] buffer, count in
      // Every piece has a stretch of its own.
      nonisolated(unsafe) let places = buffer
      _ = pieces.indices.concurrentMap { index in
        var place = starts[index]
        for observation in pieces[index].observations {
          var observation = observation
          pieces[index].place(&observation)
          places.initializeElement(at: place, to: observation)
          place += 1
        }
      }
      count = total
    }
  }

  /// The observations of a part, and what stands before it.
  private struct Piece: Sendable {
    var observations: [Observation]
    /// The table's numbers of breakdowns by the part's; none for what had them from the start.
    var breakdowns: [BreakdownID] = []
    var notesBefore: UInt32 = 0
    var rowsBefore: UInt32 = 0

    /// Moves an observation from its place in the part to that in the table.
    func place(_ observation: inout Observation) {
      if !breakdowns.isEmpty {
        observation.key.breakdown = breakdowns[observation.key.breakdown.index]
      }
      if observation.note > 0 { observation.note += notesBefore }
      observation.provenance.row += rowsBefore
    }
  }
}
