import Catalogue
import Measurement
import Normalisation
import Spreadsheets
import Vocabulary

/// Where money would move most: the distance to a full score, weighed by people.
struct NeedFacts: Sendable {
  /// A city, by residents times the distance of its score from 100.
  struct City: Sendable {
    var city: CityID
    var residents: FixedDecimal
    var score: FixedDecimal
    /// 100 minus the score.
    var distance: FixedDecimal
    /// Residents × distance / 100.
    var weight: FixedDecimal
    /// The lowest focal point with a score.
    var weakest: (node: Int, score: FixedDecimal)?
  }

  /// A focal point, over the cities that have both a score of it and a population.
  struct FocalPoint: Sendable {
    var node: Int
    var cities: Int
    var residents: FixedDecimal
    /// The mean distance of the scores from 100, weighed by residents: comparable where not the same cities are scored.
    var distance: FixedDecimal
    /// Residents × distance / 100, summed over the cities.
    var weight: FixedDecimal
    /// Whether the cities have at least half of the residents that could be counted; else the sum says more of who is missing.
    var isComparable: Bool
  }

  /// A share of people that should rise or fall: how many are missing to its full score.
  struct Measure: Sendable {
    var indicator: IndicatorID
    var cities: Int
    var people: FixedDecimal
    var best: FixedDecimal
    var largest: (city: CityID, people: FixedDecimal)
  }

  /// By weight, the largest first.
  let cities: [City]
  /// By distance, the largest first; those that cannot be compared last.
  let focalPoints: [FocalPoint]
  /// By people, the most first.
  let measures: [Measure]
  /// Reporting cities without a population or an overall score.
  let unweighed: Int

  /// - Parameter nodes: The focal points, or what stands for them in another framework.
  init(_ results: RoundResults, _ reporting: [CityID], nodes: [Int]) {
    let population = Population(results)
    func whole(_ number: Double) -> FixedDecimal { FixedDecimal(number, decimals: 0) }
    cities = reporting.compactMap { city -> City? in
      guard let residents = population.residents(of: city),
        let score = results.current.overall(city, framework: results.framework).score
      else { return nil }
      let points = nodes.compactMap { node in
        results.current.node(city, framework: results.framework, node: node).score.map { (node: node, score: $0) }
      }
      let weakest = points.min { ($0.score, $0.node) < ($1.score, $1.node) }
      return City(
        city: city, residents: whole(residents), score: FixedDecimal(score, decimals: 1),
        distance: FixedDecimal(100 - score, decimals: 1), weight: whole(residents * (100 - score) / 100),
        weakest: weakest.map { ($0.node, FixedDecimal($0.score, decimals: 1)) })
    }.sorted { ($1.weight.scaled, $0.city) < ($0.weight.scaled, $1.city) }
    unweighed = reporting.count - cities.count
    let counted = reporting.compactMap { population.residents(of: $0) }.reduce(0, +)
    focalPoints = nodes.compactMap { node -> FocalPoint? in
      let pairs = reporting.compactMap { city -> (residents: Double, score: Double)? in
        guard let residents = population.residents(of: city), residents > 0,
          let score = results.current.node(city, framework: results.framework, node: node).score
        else { return nil }
        return (residents, score)
      }
      guard !pairs.isEmpty else { return nil }
      let residents = pairs.reduce(0) { $0 + $1.residents }
      let weight = pairs.reduce(0) { $0 + $1.residents * (100 - $1.score) / 100 }
      return FocalPoint(
        node: node, cities: pairs.count, residents: whole(residents),
        distance: FixedDecimal(100 * weight / residents, decimals: 1), weight: whole(weight),
        isComparable: 2 * residents >= counted)
    }.sorted {
      ($0.isComparable ? 0 : 1, -$0.distance.scaled, $0.node) < ($1.isComparable ? 0 : 1, -$1.distance.scaled, $1.node)
    }
    measures = SexFacts.indicators(results).compactMap { Self.measure($0, results, reporting, population) }
      .sorted { ($1.people.scaled, $0.indicator) < ($0.people.scaled, $1.indicator) }
  }

  /// Only official shares of persons whose denominator was reported: the base of a survey is its sample, not the people it
  /// stands for. A base of more persons than live in the city is not of its residents, and is left out.
  private static func measure(
    _ id: IndicatorID, _ results: RoundResults, _ cities: [CityID], _ population: Population
  ) -> Measure? {
    let catalogue = results.catalogue
    let indicator = catalogue[id]
    guard case .ratio(let numerator, let denominator, _, _) = indicator.computation, indicator.evidence == .official,
      catalogue.units[indicator.unit].id == "percent",
      (numerator + denominator).allSatisfy({ catalogue.unit(of: $0).quantity == "persons" }),
      case .goalposts(let low, let high) = indicator.scale
    else { return nil }
    let best: Double
    switch indicator.direction {
    case .increase: best = min(100, high)
    case .decrease: best = max(0, low)
    case .ideal, .none: return nil
    }
    var sum = 0.0
    var count = 0
    var largest: (city: CityID, people: Double)?
    for city in cities {
      guard let entry = results.current.entry(city, id) else { continue }
      let value = results.values.values[Int(entry.value)]
      guard let share = value.value, let base = value.base, value.form == .computed,
        let residents = population.residents(of: city), base <= residents
      else { continue }
      let people = max(0, indicator.direction == .increase ? best - share : share - best) / 100 * base
      count += 1
      sum += people
      if people > largest?.people ?? -1 { largest = (city, people) }
    }
    guard let largest, sum >= 0.5 else { return nil }
    return Measure(
      indicator: id, cities: count, people: FixedDecimal(sum, decimals: 0), best: FixedDecimal(best, decimals: 1),
      largest: (largest.city, FixedDecimal(largest.people, decimals: 0)))
  }
}
