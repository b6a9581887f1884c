import Vocabulary

extension ObservationSet {
  /// What is known of the cities that this set speaks of, when an earlier set is known too: a template asks for the round's year
  /// alone, so the years before come from what was said of them then. Where both speak of a figure this set counts, also where it
  /// says that there is no value. Of a city that this set does not have, nothing is taken: silence is not an answer.
  func completed(by earlier: ObservationSet?) -> ObservationSet {
    guard let earlier, !earlier.observations.isEmpty else { return self }
    let table = BreakdownTable(breakdowns.breakdowns + earlier.breakdowns.breakdowns)
    func ids(_ set: ObservationSet) -> [BreakdownID] {
      set.breakdowns.breakdowns.map { table.id(of: $0) ?? .total }
    }
    let (own, others) = (ids(self), ids(earlier))
    var cities: Set<CityID> = []
    var all = observations.map { observation in
      cities.insert(observation.key.city)
      var copy = observation
      copy.key.breakdown = own[observation.key.breakdown.index]
      return copy
    }
    let known = Set(all.map(\.key))
    for observation in earlier.observations where cities.contains(observation.key.city) {
      var copy = observation
      copy.key.breakdown = others[observation.key.breakdown.index]
      guard !known.contains(copy.key) else { continue }
      copy.provenance.source = SourceID(observation.provenance.source.index + sources.count)
      if copy.note > 0 { copy.note += UInt32(notes.count - 1) }
      all.append(copy)
    }
    all.sort { $0.key < $1.key }
    return ObservationSet(
      observations: all, breakdowns: table, notes: notes + earlier.notes.dropFirst(), sources: sources + earlier.sources
    )
  }
}
