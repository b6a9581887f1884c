import Catalogue
import Vocabulary

/// Invented groups of a fictional city: districts and zones that add up to the city, vulnerable groups and ages that do not have
/// to. Some are behind, and the distance moves from year to year.
struct SyntheticGroups {
  /// A group, its share of the people, and how much less (or more) of them are reached than in the city as a whole.
  struct Group {
    var dimension: String
    var code: String
    var share: Double
    var lean: Double
    /// Of the lean, a year.
    var drift: Double
  }

  /// Years for which cities have figures of groups: the habit is young.
  static let years = 3

  let groups: [[Group]]

  /// - Parameter generators: A seeded generator for a key.
  init(generator: (String) -> SeededGenerator) {
    var own = generator("groups")
    let (hasDistricts, hasGroups) = (own.share() < 0.75, own.share() < 0.75)
    groups = [
      hasDistricts ? Self.districts(generator("districts")) : [], Self.zones(generator("zones")),
      hasGroups ? Self.vulnerable(generator("vulnerable")) : [], Self.ages(generator("ages")),
    ].filter { !$0.isEmpty }
  }

  private static func districts(_ seeded: SeededGenerator) -> [Group] {
    var own = seeded
    let count = 3 + Int(own.next() % 4)
    let sizes = (0..<count).map { _ in 0.3 + own.share() }
    let sum = sizes.reduce(0, +)
    return sizes.enumerated().map { index, size in
      Group(
        dimension: "district", code: "district-\(index + 1)", share: size / sum, lean: 0.14 * own.bell(),
        drift: 0.04 * own.bell())
    }
  }

  private static func zones(_ seeded: SeededGenerator) -> [Group] {
    var own = seeded
    let core = 0.15 + 0.2 * own.share()
    let (lean, drift) = (-0.04 - 0.12 * own.share(), 0.05 * own.bell())
    return [
      Group(dimension: "zone", code: "CORE", share: core, lean: lean, drift: drift),
      Group(dimension: "zone", code: "OTHER", share: 1 - core, lean: -lean * core, drift: -drift * core),
    ]
  }

  private static func vulnerable(_ seeded: SeededGenerator) -> [Group] {
    var own = seeded
    return [("DISABILITY", 0.03, -0.22), ("LOW_INCOME", 0.18, -0.12), ("MIGRANT", 0.05, -0.1), ("OLDER", 0.16, -0.08)]
      .map { code, share, lean in
        Group(
          dimension: "group", code: code, share: share * (0.7 + 0.6 * own.share()), lean: lean + 0.08 * own.bell(),
          drift: 0.05 * own.bell())
      }
  }

  private static func ages(_ seeded: SeededGenerator) -> [Group] {
    var own = seeded
    return [("Y15T24", 0.16, 0.05), ("Y25T64", 0.66, 0.02), ("Y_GE65", 0.18, -0.12)].map { code, share, lean in
      Group(
        dimension: "age", code: code, share: share, lean: lean + 0.02 * own.bell(), drift: 0.02 * own.bell())
    }
  }

  /// Counts of a whole and of those reached in it, split over groups.
  /// - Parameters:
  ///   - age: Years before the last one.
  ///   - addsUp: Whether the groups make up the whole.
  /// - Returns: For each group its people and those of them who are reached, never more.
  static func split(
    _ groups: [Group], whole: Double, reached: Double, age: Int, addsUp: Bool
  ) -> [(whole: Double, reached: Double)] {
    let rate = whole > 0 ? reached / whole : 0
    var parts = groups.map { group in
      let people = (whole * group.share).rounded()
      let lean = group.lean - group.drift * Double(age)
      return (whole: people, reached: min(people, max(0, (people * rate * (1 + lean)).rounded())))
    }
    guard addsUp, let last = parts.indices.last else { return parts }
    parts[last].whole = max(0, whole - parts.dropLast().reduce(0) { $0 + $1.whole })
    parts[last].reached = min(parts[last].reached, parts[last].whole)
    // What is over or missing goes to those who have room for it.
    var rest = reached - parts.reduce(0) { $0 + $1.reached }
    for index in parts.indices where rest != 0 {
      let moved = max(-parts[index].reached, min(parts[index].whole - parts[index].reached, rest))
      parts[index].reached += moved
      rest -= moved
    }
    return parts
  }
}

extension SyntheticCity {
  /// Figures of groups for every ratio of two counts that cities may break down.
  mutating func assignGroups() {
    let groups = SyntheticGroups(generator: generator)
    for indicator in catalogue.indicators {
      guard case .ratio(let numerator, let denominator, _, _) = indicator.computation, numerator.count == 1,
        denominator.count == 1, !catalogue[numerator[0]].optionalDimensions.isEmpty
      else { continue }
      let (above, below) = (numerator[0], denominator[0])
      for year in years.suffix(SyntheticGroups.years) {
        guard let whole = counts[below]?[year]?.total, let reached = counts[above]?[year]?.total else { continue }
        for dimension in groups.groups where isBroken(indicator, above, by: dimension[0].dimension) {
          let parts = SyntheticGroups.split(
            dimension, whole: whole, reached: reached, age: years.upperBound - year,
            addsUp: ["district", "zone", "age"].contains(dimension[0].dimension))
          for (group, part) in zip(dimension, parts) {
            emit(below, [(group.dimension, group.code)], year, part.whole)
            emit(above, [(group.dimension, group.code)], year, part.reached)
          }
        }
      }
    }
  }

  /// A measure of an age group is not broken down by age; all adults are.
  private func isBroken(_ indicator: Indicator, _ variable: VariableID, by dimension: String) -> Bool {
    dimension == "age"
      ? catalogue[variable].id.hasSuffix("15plus") : catalogue[variable].optionalDimensions.contains(dimension)
  }
}
