/// What a figure is taken to be instead of what was reported.
public struct Restatement: Sendable, Hashable {
  public var city: CityID
  public var variable: VariableID
  public var breakdown: Breakdown
  public var period: TimePeriod
  public var value: Double?
  public var status: ObservationStatus
  /// Added to the figure's note.
  public var remark: String

  /// - Precondition: There is a value exactly where the status is one of a value.
  public init(
    city: CityID, variable: VariableID, breakdown: Breakdown, period: TimePeriod, value: Double?,
    status: ObservationStatus, remark: String
  ) {
    self.city = city
    self.variable = variable
    self.breakdown = breakdown
    self.period = period
    self.value = value
    self.status = status
    self.remark = remark
  }
}

extension ObservationSet {
  /// What separates a remark from the note before it.
  public static let remarkMark = " · "

  /// Position of a figure in ``observations``.
  public func index(
    city: CityID, variable: VariableID, breakdown: Breakdown, period: TimePeriod
  ) -> Int? {
    guard let id = breakdowns.id(of: breakdown) else { return nil }
    let key = Observation.Key(city: city, variable: variable, breakdown: id, period: period)
    let slice = slice(of: city)
    var (low, high) = (slice.startIndex, slice.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if slice[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low < slice.endIndex && slice[low].key == key ? low : nil
  }

  /// Position of the figure that a correction is about.
  public func index(_ correction: Correction) -> Int? {
    index(
      city: correction.city, variable: correction.variable, breakdown: correction.breakdown, period: correction.period)
  }

  /// The figure that a correction speaks of; nil where there is none.
  public func figure(_ correction: Correction) -> Observation? { index(correction).map { observations[$0] } }

  /// The same set with some figures restated; those that it does not have are left out.
  public func restated(by restatements: [Restatement]) -> ObservationSet {
    guard !restatements.isEmpty else { return self }
    var figures = observations
    var notes = self.notes
    for restated in restatements {
      let place = index(
        city: restated.city, variable: restated.variable, breakdown: restated.breakdown, period: restated.period)
      guard let place else { continue }
      let old = figures[place]
      let note = notes[Int(old.note)]
      notes.append(note.isEmpty ? restated.remark : note + Self.remarkMark + restated.remark)
      figures[place] = Observation(
        key: old.key, value: restated.value, status: restated.status, level: old.level, note: UInt32(notes.count - 1),
        provenance: old.provenance)
    }
    return ObservationSet(observations: figures, breakdowns: breakdowns, notes: notes, sources: sources)
  }
}
