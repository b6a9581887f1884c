import Vocabulary

/// Turns the numbers that breakdowns, notes and files have within a file into those that they have in the round.
struct RoundNumbering {
  let table: BreakdownTable
  /// Of all files; the first is empty.
  let notes: [String]
  private let files: [IngestedFile]
  /// By file; what is not taken has none.
  private let breakdowns: [[BreakdownID]]
  /// By file: what is added to its notes' numbers.
  private let firstNotes: [UInt32]

  init(_ files: [IngestedFile], _ taken: [Int]) {
    let table = BreakdownTable(taken.flatMap { files[$0].breakdowns })
    var notes = [""]
    var firstNotes = [UInt32](repeating: 0, count: files.count)
    var breakdowns = [[BreakdownID]](repeating: [], count: files.count)
    for index in taken {
      firstNotes[index] = UInt32(notes.count - 1)
      notes += files[index].notes.dropFirst()
      breakdowns[index] = files[index].breakdowns.map { table.id(of: $0) ?? .total }
    }
    (self.table, self.notes, self.files) = (table, notes, files)
    (self.firstNotes, self.breakdowns) = (firstNotes, breakdowns)
  }

  /// The observations at some places of the files, unsorted.
  func observations(at places: [(file: Int, range: Range<Int>)]) -> [Observation] {
    var observations: [Observation] = []
    observations.reserveCapacity(places.reduce(0) { $0 + $1.range.count })
    for (file, range) in places {
      for var observation in files[file].observations[range] {
        observation.key.breakdown = breakdowns[file][observation.key.breakdown.index]
        if observation.note > 0 { observation.note += firstNotes[file] }
        observation.provenance.source = SourceID(file)
        observations.append(observation)
      }
    }
    return observations
  }
}
