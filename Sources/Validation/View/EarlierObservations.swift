import Catalogue
import Vocabulary

/// What earlier rounds said, in the ids of this one.
struct EarlierObservations: Sendable {
  let set: ObservationSet
  /// The breakdown of this round for each of the earlier one's; nil where it no longer occurs.
  private let breakdowns: [BreakdownID?]

  /// - Precondition: Both rounds are of one registry and one catalogue, so that ids of cities and variables agree.
  init(_ set: ObservationSet, in current: BreakdownTable) {
    self.set = set
    breakdowns = set.breakdowns.breakdowns.map { current.id(of: $0) }
  }

  /// The figures of a city that had a value, with their breakdown in this round.
  func figures(of city: CityID) -> [(observation: Observation, breakdown: BreakdownID?, value: Double)] {
    set.slice(of: city).compactMap { observation in
      observation.value.map { (observation, breakdowns[observation.key.breakdown.index], $0) }
    }
  }

  /// The observations with a value whose key the round does not have, in its order.
  func before(_ round: ObservationSet) -> [Observation] {
    var history: [Observation] = []
    var next = 0
    for observation in moved {
      while next < round.observations.count, round.observations[next].key < observation.key { next += 1 }
      if next < round.observations.count, round.observations[next].key == observation.key { continue }
      history.append(observation)
    }
    return history
  }

  /// The observations with a value under this round's ids, sorted; notes are left out.
  private var moved: [Observation] {
    self.set.observations.compactMap { observation -> Observation? in
      guard observation.value != nil, let breakdown = breakdowns[observation.key.breakdown.index] else { return nil }
      var copy = observation
      copy.key.breakdown = breakdown
      copy.note = 0
      return copy
    }.sorted { $0.key < $1.key }
  }
}
