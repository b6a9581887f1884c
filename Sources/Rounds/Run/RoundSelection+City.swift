import Vocabulary

extension RoundSelection {
  /// The round that is meant where a city is asked about.
  /// - Parameter name: `programme/round`; nil for the open round that has the city.
  /// - Throws: `noInput` where several rounds are open and none has the city.
  func round(of city: String, named name: String?) throws(RoundsError) -> RoundName {
    let open = try resolve(name.map { [$0] } ?? [])
    for round in open {
      let registry = try CityFile.load("Inputs/\(round.programme)/cities.csv", in: workspace)
      if open.count == 1 || registry.id(of: city) != nil { return round }
    }
    let rounds = open.map(\.description).joined(separator: ", ")
    throw RoundsError(
      .noInput, "no open round has a city \(city)", cure: "name the round with --round; open are \(rounds)")
  }
}
