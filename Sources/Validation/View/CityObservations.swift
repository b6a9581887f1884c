import Catalogue
import Vocabulary

/// One city's part of the round, indexed once for all rules.
struct CityObservations {
  /// The observations of one variable and breakdown, in order of time.
  struct Series {
    var variable: VariableID
    var breakdown: BreakdownID
    var range: Range<Int>
    /// Positions in the city's steps.
    var steps: Range<Int>
  }

  let round: RoundObservations
  let indices: Range<Int>
  /// Sorted by variable and breakdown.
  let series: [Series]
  /// Positions in `series`, by variable; empty where the city reported nothing.
  private let positions: [Range<Int>]
  private let observations: [Observation]
  private let steps: [Step]
  /// In order of time.
  let years: [YearTally]
  let pairsOfSexes: [PairOfSexes]

  init(round: RoundObservations, indices: Range<Int>) {
    self.round = round
    self.indices = indices
    let observations = round.set.observations
    var series: [Series] = []
    var positions = [Range<Int>](repeating: 0..<0, count: round.plan.catalogue.variables.count)
    var steps: [Step] = []
    var start = indices.lowerBound
    while start < indices.upperBound {
      let key = observations[start].key
      var end = start + 1
      while end < indices.upperBound, observations[end].key.variable == key.variable,
        observations[end].key.breakdown == key.breakdown
      { end += 1 }
      let known = positions[key.variable.index]
      positions[key.variable.index] = (known.isEmpty ? series.count : known.lowerBound)..<series.count + 1
      let firstStep = steps.count
      var previous: (index: Int, value: Double)?
      for index in start..<end where observations[index].key.period.isAnnual {
        guard let value = observations[index].value else { continue }
        if observations[index].key.period.yields(to: previous.map { observations[$0.index].key.period }) { continue }
        if let previous {
          steps.append(Step(earlier: previous.index, later: index, from: previous.value, to: value))
        }
        previous = (index, value)
      }
      series.append(
        Series(variable: key.variable, breakdown: key.breakdown, range: start..<end, steps: firstStep..<steps.count))
      start = end
    }
    self.observations = observations
    self.series = series
    self.steps = steps
    self.positions = positions
    years = Self.tally(indices, in: round)
    pairsOfSexes = Self.pairs(series, in: round)
  }

  var plan: RulePlan { round.plan }
  var thresholds: RuleThresholds { round.plan.thresholds }

  subscript(index: Int) -> Observation { observations[index] }
  func value(_ index: Int) -> Double? { observations[index].value }
  func period(_ index: Int) -> TimePeriod { observations[index].key.period }

  /// The series of a variable, one a breakdown, the total first.
  func series(of variable: VariableID) -> ArraySlice<Series> { series[positions[variable.index]] }

  func series(_ variable: VariableID, _ breakdown: BreakdownID) -> Series? {
    let candidates = positions[variable.index]
    guard let first = candidates.first else { return nil }
    // The total comes first, and most questions are about it.
    if series[first].breakdown == breakdown { return series[first] }
    return candidates.first { series[$0].breakdown == breakdown }.map { series[$0] }
  }

  /// Where a figure stands.
  func index(_ variable: VariableID, _ breakdown: BreakdownID, _ period: TimePeriod) -> Int? {
    guard let range = series(variable, breakdown)?.range else { return nil }
    return range.first { observations[$0].key.period == period }
  }

  /// Where a figure with a value stands.
  func reported(
    _ variable: VariableID, _ breakdown: BreakdownID, _ period: TimePeriod
  ) -> (index: Int, value: Double)? {
    guard let index = index(variable, breakdown, period), let value = observations[index].value else { return nil }
    return (index, value)
  }

  /// The sum of several variables, where all of them have a value.
  func sum(
    _ variables: [VariableID], _ breakdown: BreakdownID, _ period: TimePeriod
  ) -> (value: Double, indices: [Int])? {
    var sum = 0.0
    var indices: [Int] = []
    for variable in variables {
      guard let found = reported(variable, breakdown, period) else { return nil }
      sum += found.value
      indices.append(found.index)
    }
    return indices.isEmpty ? nil : (sum, indices)
  }

  /// The sum of a total's parts along a dimension, where all of them have a value.
  func parts(of total: Int, _ family: BreakdownPlan.Family) -> (sum: Double, indices: [Int])? {
    let key = observations[total].key
    var sum = 0.0
    var indices: [Int] = []
    for member in family.members {
      guard let part = reported(key.variable, member, key.period) else { return nil }
      sum += part.value
      indices.append(part.index)
    }
    return (sum, indices)
  }

  /// Neighbours in a series: each annual value with the one before it.
  func steps(_ series: Series) -> ArraySlice<Step> { steps[series.steps] }

  /// A value and the one before it.
  struct Step {
    var earlier: Int
    var later: Int
    var from: Double
    var to: Double

    /// 10, 100 or 1000 where one value is that many times the other, nearly.
    func shift(_ thresholds: SeriesThresholds) -> Double? {
      let larger = max(abs(from), abs(to))
      let smaller = min(abs(from), abs(to))
      guard smaller > 0, larger >= thresholds.shiftFrom, (from > 0) == (to > 0) else { return nil }
      return [10, 100, 1000].first { abs(larger / smaller / $0 - 1) <= thresholds.shiftTolerance + 1e-9 }
    }

    /// A count of some size that becomes 0, or comes from 0.
    func flipsZero(_ thresholds: SeriesThresholds) -> Bool {
      (from == 0) != (to == 0) && max(from, to) >= thresholds.zeroFlipFrom
    }
  }

  func label(_ variable: VariableID) -> String { plan.catalogue[variable].id }

  /// What figures a finding is about, such as `sex=F`, or `total`.
  func label(_ breakdown: BreakdownID) -> String {
    breakdown == .total ? "total" : round.set.breakdowns[breakdown].description
  }
}

/// A number as a finding shows it.
func shown(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String((value * 1000).rounded() / 1000)
}
