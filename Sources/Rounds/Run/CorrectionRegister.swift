import Ingestion
import Measurement
import Reporting
import Vocabulary

/// The corrections that a round tells of: its own, whatever became of them, and those of earlier rounds that its figures still rest on.
///
/// What was reported is told beside what is used, but not where either could tell of single persons.
struct CorrectionRegister {
  /// By the day of the rounds, then as they stand in their files.
  private(set) var entries: [CorrectionRecord] = []
  /// The protected observations; a remark on a figure that is kept back has no numbers.
  private(set) var observations: ObservationSet
  private let suppression: Suppression

  /// - Parameters:
  ///   - records: Of earlier rounds in their order, then of this one.
  ///   - reported: What was reported, and was known before, without this round's corrections.
  init(
    _ records: [CorrectionRecord], of round: String, _ guarded: Confidentiality.Outcome,
    _ confidentiality: Confidentiality, reported: () -> ObservationSet, knowing released: EarlierRelease?
  ) throws(RoundsError) {
    observations = guarded.observations
    suppression = guarded.suppression
    guard !records.isEmpty else { return }
    var last: [Observation.Key: Int] = [:]
    for (index, record) in records.enumerated() where record.outcome == .applied {
      if let place = place(of: record) { last[observations.observations[place].key] = index }
    }
    let standing = records.enumerated().filter { index, record in
      record.round == round || place(of: record).map { last[observations.observations[$0].key] == index } ?? false
    }.map(\.element)
    let bare = Self.figures(of: Set(standing.map(\.correction.city)), in: reported())
    let kept = try confidentiality.protect(bare, knowing: released).suppression
    for var record in standing {
      record.isTold = record.outcome != .noFigure && !isKept(record, in: observations, suppression)
      if bare.figure(record.correction) != nil { record.isTold = record.isTold && !isKept(record, in: bare, kept) }
      if !record.isTold { hide(&record) }
      entries.append(record)
    }
  }

  /// Position of the figure, where it still is the one that was corrected.
  private func place(of record: CorrectionRecord) -> Int? {
    guard let place = observations.index(record.correction) else { return nil }
    let source = observations.observations[place].provenance.source
    return observations.sources[source.index].path == record.file ? place : nil
  }

  /// Whether anything of the variable and period is kept back: one figure may tell another.
  private func isKept(_ record: CorrectionRecord, in set: ObservationSet, _ suppression: Suppression) -> Bool {
    let (city, correction) = (set.slice(of: record.correction.city), record.correction)
    return city.indices.contains { index in
      city[index].key.variable == correction.variable && city[index].key.period == correction.period
        && (suppression[index] != nil || city[index].status == .suppressed)
    }
  }

  private static func figures(of cities: Set<CityID>, in set: ObservationSet) -> ObservationSet {
    ObservationSet(
      observations: cities.sorted().flatMap { set.slice(of: $0) }, breakdowns: set.breakdowns, notes: set.notes,
      sources: set.sources)
  }

  private mutating func hide(_ record: inout CorrectionRecord) {
    record.reported = nil
    record.correction.reason = LocalizedText(
      english: Self.withoutNumbers(record.correction.reason.english),
      thai: Self.withoutNumbers(record.correction.reason.thai))
    guard record.outcome == .applied, let place = place(of: record) else { return }
    let old = observations.observations[place]
    var (figures, notes) = (observations.observations, observations.notes)
    let note = notes[Int(old.note)]
    notes.append(Self.withoutNumbers(note))
    figures[place].note = UInt32(notes.count - 1)
    observations = ObservationSet(
      observations: figures, breakdowns: observations.breakdowns, notes: notes, sources: observations.sources)
  }

  /// Digits in any writing, each run of them as one mark.
  private static func withoutNumbers(_ text: String) -> String {
    var result = ""
    var isInside = false
    for character in text {
      if !character.isNumber { result.append(character) } else if !isInside { result.append(Confidentiality.mark) }
      isInside = character.isNumber
    }
    return result
  }
}
