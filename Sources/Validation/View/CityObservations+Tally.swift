import Catalogue
import Vocabulary

extension CityObservations {
  /// What one year of a city looks like as a whole.
  struct YearTally {
    var year: Int
    /// Where its first value stands, and its first large count.
    var first: Int
    var firstLarge: Int
    var values = 0
    var provisional = 0
    /// Counts of `round_to` or more, and those that are multiples of it.
    var large = 0
    var round = 0
  }

  /// A figure of women and the one of men beside it.
  struct PairOfSexes {
    var female: Int
    var male: Int
  }

  static func tally(
    _ indices: Range<Int>, in round: RoundObservations
  ) -> [YearTally] {
    let roundTo = round.plan.thresholds.content.roundTo
    var tallies: [YearTally] = []
    for index in indices where round.isOwn(index) {
      let observation = round.set.observations[index]
      guard observation.key.period.isAnnual, let value = observation.value else { continue }
      let isLarge = round.plan.kinds[observation.key.variable.index] == .count && roundTo > 0 && value >= roundTo
      let isRound = isLarge && (value / roundTo).rounded() * roundTo == value
      let isProvisional = observation.status == .provisional
      let year = Int(observation.key.period.year)
      var position = tallies.firstIndex { $0.year == year } ?? tallies.count
      if position == tallies.count {
        tallies.append(YearTally(year: year, first: index, firstLarge: index))
        position = tallies.count - 1
      }
      tallies[position].add(index: index, isLarge: isLarge, isRound: isRound, isProvisional: isProvisional)
    }
    return tallies.sorted { $0.year < $1.year }
  }

  static func pairs(_ series: [Series], in round: RoundObservations) -> [PairOfSexes] {
    let observations = round.set.observations
    var pairs: [PairOfSexes] = []
    // A variable's series lie together and are few, so that the men's are looked for among its neighbours.
    for (position, women) in series.enumerated() {
      guard let male = round.plan.breakdowns.male[women.breakdown.index] else { continue }
      var other = position + 1
      while other < series.count, series[other].variable == women.variable, series[other].breakdown != male {
        other += 1
      }
      guard other < series.count, series[other].variable == women.variable else { continue }
      for female in women.range {
        let period = observations[female].key.period
        guard let male = series[other].range.first(where: { observations[$0].key.period == period }) else { continue }
        pairs.append(PairOfSexes(female: female, male: male))
      }
    }
    return pairs
  }

  /// The pairs of one variable.
  func pairsOfSexes(of variable: VariableID) -> [PairOfSexes] {
    Self.pairs(Array(series(of: variable)), in: round)
  }
}

extension CityObservations.YearTally {
  fileprivate mutating func add(index: Int, isLarge: Bool, isRound: Bool, isProvisional: Bool) {
    values += 1
    if isProvisional { provisional += 1 }
    if isLarge {
      if large == 0 { firstLarge = index }
      large += 1
    }
    if isRound { round += 1 }
  }
}
