import Normalisation
import Spreadsheets
import Vocabulary

/// The cities in thirds by overall score, and by name within each. Thirds, not ranks: a difference of a few tenths means nothing.
struct Standing: Sendable {
  enum Group: String, CaseIterable, Sendable {
    case upper, middle, lower
    /// Fewer than three cities have a score: there are no thirds.
    case all
    /// Too few measures for an overall score.
    case unscored
  }

  /// Groups that have cities, from the top down.
  let groups: [(group: Group, cities: [CityID])]
  private let groupOfCity: [CityID: Group]

  init(_ results: RoundResults, _ cities: [CityID]) {
    var scores: [(city: CityID, score: Int64)] = []
    var unscored: [CityID] = []
    for city in cities {
      if let score = results.current.overall(city, framework: results.framework).score {
        scores.append((city, FixedDecimal(score, decimals: 1).scaled))
      } else {
        unscored.append(city)
      }
    }
    var members: [Group: [CityID]] = [.unscored: unscored]
    let sorted = scores.sorted { ($1.score, $0.city) < ($0.score, $1.city) }
    var better = 0
    for (position, entry) in sorted.enumerated() {
      // Cities with the same printed score stand in the same third.
      if position > 0, sorted[position - 1].score != entry.score { better = position }
      members[Self.group(cityBehind: better, of: sorted.count), default: []].append(entry.city)
    }
    let registry = results.registry
    groups = Group.allCases.compactMap { group in
      guard let cities = members[group], !cities.isEmpty else { return nil }
      let byName = cities.sorted {
        (registry[$0].name.english, $0) < (registry[$1].name.english, $1)
      }
      return (group, byName)
    }
    var groupOfCity: [CityID: Group] = [:]
    for (group, cities) in groups {
      for city in cities { groupOfCity[city] = group }
    }
    self.groupOfCity = groupOfCity
  }

  /// The third of a city that has `better` cities before it.
  static func group(cityBehind better: Int, of count: Int) -> Group {
    guard count >= 3 else { return .all }
    return [.upper, .middle, .lower][min(2, 3 * better / count)]
  }

  func group(of city: CityID) -> Group? { groupOfCity[city] }

  /// All reporting cities in the order of the pages.
  var order: [CityID] { groups.flatMap(\.cities) }
}
