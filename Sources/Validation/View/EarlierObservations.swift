import Catalogue
import Vocabulary

/// What a closed round published, in the ids of this one.
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
}
