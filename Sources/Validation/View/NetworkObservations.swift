import Catalogue
import Vocabulary

/// The totals of all cities, by variable: what cities can be compared by.
struct NetworkObservations {
  struct Figure {
    var index: Int
    var city: CityID
    var year: Int
    var value: Double
  }

  let round: RoundObservations
  /// By variable; sorted by city and year, each year of a city once.
  let figures: [[Figure]]

  /// Benchmark areas are not cities, so they are left out.
  init(_ round: RoundObservations) {
    self.round = round
    var figures = [[Figure]](repeating: [], count: round.plan.catalogue.variables.count)
    let isMember = round.registry.cities.map { $0.role == .member }
    for (index, observation) in round.set.observations.enumerated() {
      let key = observation.key
      guard key.breakdown == .total, key.period.isAnnual, isMember[key.city.index], let value = observation.value
      else { continue }
      if let last = figures[key.variable.index].last, last.city == key.city,
        key.period.yields(to: round.set.observations[last.index].key.period)
      {
        continue
      }
      figures[key.variable.index].append(
        Figure(index: index, city: key.city, year: Int(key.period.year), value: value))
    }
    self.figures = figures
  }

  var plan: RulePlan { round.plan }

  /// The year that cities are compared in: the round's, or the newest that enough of them reported.
  func year(of variable: Int) -> Int? {
    if let year = plan.referenceYear { return year }
    var counts: [Int: Int] = [:]
    for figure in figures[variable] { counts[figure.year, default: 0] += 1 }
    return counts.filter { Double($0.value) >= plan.thresholds.network.minimumCities }.keys.max()
  }
}
