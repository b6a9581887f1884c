import Spreadsheets
import Vocabulary

/// The regions of the registry with their cities.
struct RegionFacts: Sendable {
  /// As in the registry; empty for cities without one.
  let name: String
  /// Member cities, reporting or not, by name.
  let members: [CityID]
  let reporting: [CityID]
  let scores: NodeFacts
  /// City targets met or on track, of all.
  let good: Int
  let targets: Int
  /// Those of them that can be judged.
  let judged: Int
  /// Residents of its reporting cities; nil where none of them says.
  let residents: Double?

  var goodShare: Int? { Self.goodShare(good, of: targets, judged: judged) }

  /// Per cent met or on track; nil where none can be judged, which is not 0.
  static func goodShare(_ good: Int, of targets: Int, judged: Int) -> Int? {
    targets > 0 && judged > 0 ? Share.percent(good, of: targets) : nil
  }

  /// In the order of their names, cities without one last.
  static func all(_ results: RoundResults, _ facts: EvaluationFacts) -> [RegionFacts] {
    let population = Population(results)
    let positions = Dictionary(uniqueKeysWithValues: facts.reporting.enumerated().map { ($1, $0) })
    return members(results).map { name, cities in
      let reporting = cities.filter { positions[$0] != nil }
      let statuses = reporting.compactMap { positions[$0] }.flatMap { facts.progress?.statuses[$0] ?? [] }
      let residents = reporting.compactMap { population.residents(of: $0) }
      return RegionFacts(
        name: name, members: cities, reporting: reporting, scores: NodeFacts(results, reporting, node: nil),
        good: statuses.count { $0.isGood }, targets: statuses.count, judged: statuses.count { $0.isJudged },
        residents: residents.isEmpty ? nil : residents.reduce(0, +))
    }
  }
  /// The member cities of each region by name; regions in the order of their names, cities without one last.
  static func members(_ results: RoundResults) -> [(name: String, cities: [CityID])] {
    let registry = results.registry
    let members = Dictionary(grouping: results.outcomes.map(\.city)) { registry[$0].region }
    return members.sorted { ($0.key.isEmpty ? 1 : 0, $0.key) < ($1.key.isEmpty ? 1 : 0, $1.key) }.map { name, cities in
      (name, cities.sorted { (registry[$0].name.english, $0) < (registry[$1].name.english, $1) })
    }
  }
}
