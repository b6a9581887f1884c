import Catalogue
import Vocabulary

/// The observations of a round with what they mean; rules look at them through a city or through the network.
///
/// Where rounds came before, each series begins with what they said, as far as this round says nothing of the same time.
struct RoundObservations: Sendable {
  let plan: RulePlan
  let registry: CityRegistry
  let set: ObservationSet
  /// Where each observation stands in the round; -1 for those of earlier ones. nil where all are the round's, in order.
  private let positions: [Int]?

  init(plan: RulePlan, registry: CityRegistry, set: ObservationSet, after earlier: EarlierObservations?) {
    self.plan = plan
    self.registry = registry
    guard let history = earlier?.before(set), !history.isEmpty else {
      self.set = set
      positions = nil
      return
    }
    var observations: [Observation] = []
    var positions: [Int] = []
    observations.reserveCapacity(set.observations.count + history.count)
    positions.reserveCapacity(set.observations.count + history.count)
    var next = 0
    for (position, own) in set.observations.enumerated() {
      while next < history.count, history[next].key < own.key {
        observations.append(history[next])
        positions.append(-1)
        next += 1
      }
      observations.append(own)
      positions.append(position)
    }
    observations += history[next...]
    positions += repeatElement(-1, count: history.count - next)
    self.set = ObservationSet(
      observations: observations, breakdowns: set.breakdowns, notes: set.notes, sources: set.sources)
    self.positions = positions
  }

  /// Whether an observation is the round's, and not one of an earlier round.
  func isOwn(_ index: Int) -> Bool { positions.map { $0[index] >= 0 } ?? true }

  /// Where an observation stands in the set that the round was made of; nil for one of an earlier round.
  func position(of index: Int) -> Int? {
    guard let positions else { return index }
    return positions[index] >= 0 ? positions[index] : nil
  }

  /// - Precondition: The observation is the round's.
  func origin(of index: Int) -> Finding.Origin {
    let observation = set.observations[index]
    let place = observation.provenance
    let file = set.sources[place.source.index]
    return Finding.Origin(
      file: file.path, sheet: Int(place.sheet) < file.sheets.count ? file.sheets[Int(place.sheet)] : "",
      row: Int(place.row), column: Int(place.column), city: registry[observation.key.city].id,
      variable: plan.catalogue[observation.key.variable].id)
  }
}
