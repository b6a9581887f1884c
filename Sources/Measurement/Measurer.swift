import Catalogue
import Vocabulary

/// Computes the indicators of cities from their observations. Pure: the same observations give the same values.
public struct Measurer: Sendable {
  let catalogue: Catalogue
  let observations: ObservationSet
  /// Indicators that look at variables, and those that look at other indicators, in order.
  private let direct: [IndicatorID]
  private let derived: [IndicatorID]

  public init(catalogue: Catalogue, observations: ObservationSet) {
    self.catalogue = catalogue
    self.observations = observations
    let all = catalogue.indicators.indices.map(IndicatorID.init)
    func looksAtIndicators(_ id: IndicatorID) -> Bool {
      switch catalogue[id].computation {
      case .parity, .gap: true
      default: false
      }
    }
    direct = all.filter { !looksAtIndicators($0) }
    derived = all.filter(looksAtIndicators)
  }

  /// The values of one city, sorted by key.
  public func values(of city: CityID) -> [IndicatorValue] {
    let inputs = CityInputs(observations.slice(of: city), variables: catalogue.variables.count)
    guard !inputs.isEmpty else { return [] }
    var values: [IndicatorValue] = []
    for id in direct { measure(id, city, inputs, into: &values) }
    let table = IndicatorTable(values.sorted { $0.key < $1.key })
    var all = table.values
    for id in derived { compare(id, city, table, into: &all) }
    return all.sorted { $0.key < $1.key }
  }

  // MARK: From variables

  private func measure(_ id: IndicatorID, _ city: CityID, _ inputs: CityInputs, into values: inout [IndicatorValue]) {
    switch catalogue[id].computation {
    case .ratio(let numerator, let denominator, let factor, let ready):
      let start = values.count
      ratio(id, city, numerator, denominator, factor, inputs, into: &values)
      let computed = start..<values.count
      for (index, observation) in inputs[ready] where observation.key.period.isAnnual {
        let key = self.key(city, id, observation)
        if let known = values[computed].firstIndex(where: { $0.key == key }) {
          guard values[known].value == nil else { continue }
          values[known] = reported(key, observation, index)
        } else {
          values.append(reported(key, observation, index))
        }
      }
    case .reported(let variable):
      for (index, observation) in inputs[variable] where observation.key.period.isAnnual {
        values.append(reported(key(city, id, observation), observation, index))
      }
    case .rating(let variable, let reviewers, _):
      for (index, observation) in inputs[variable] where observation.key.period.isAnnual {
        let count = inputs.find(reviewers, observation.key.breakdown, observation.key.period)?.value
        values.append(
          IndicatorValue(
            key: key(city, id, observation), value: observation.value, status: observation.status, form: .computed,
            base: count, input: index))
      }
    case .distribution(let variable, let dimension):
      distribution(id, city, variable, dimension, inputs, into: &values)
    case .parity, .gap: break
    }
  }

  private func key(_ city: CityID, _ id: IndicatorID, _ observation: Observation) -> IndicatorValue.Key {
    IndicatorValue.Key(
      city: city, indicator: id, breakdown: observation.key.breakdown, period: observation.key.period)
  }

  private func reported(_ key: IndicatorValue.Key, _ observation: Observation, _ index: Int) -> IndicatorValue {
    IndicatorValue(key: key, value: observation.value, status: observation.status, form: .reported, input: index)
  }

  /// factor · Σ numerator / Σ denominator for every breakdown and year that has all of them.
  private func ratio(
    _ id: IndicatorID, _ city: CityID, _ numerator: [VariableID], _ denominator: [VariableID], _ factor: Double,
    _ inputs: CityInputs, into values: inout [IndicatorValue]
  ) {
    let isRate = catalogue.unit(of: id).kind == .rate
    for (index, first) in inputs[numerator[0]] where first.key.period.isAnnual {
      let above = inputs.sum(numerator, first.key.breakdown, first.key.period)
      let below = inputs.sum(denominator, first.key.breakdown, first.key.period)
      guard let above, let below else { continue }
      let key = self.key(city, id, first)
      guard let top = above.value, let bottom = below.value else {
        let status =
          above.value == nil && below.value == nil
          ? above.status.combined(with: below.status) : above.value == nil ? above.status : below.status
        values.append(IndicatorValue(key: key, value: nil, status: status, form: .computed, input: index))
        continue
      }
      guard bottom > 0 else {
        values.append(
          IndicatorValue(key: key, value: nil, status: .notApplicable, form: .computed, base: 0, input: index))
        continue
      }
      var status = above.status.combined(with: below.status)
      if isRate, bottom < catalogue.rules.minimumDenominator {
        status = status.combined(with: .lowReliability)
      }
      values.append(
        IndicatorValue(
          key: key, value: factor * top / bottom, status: status, form: .computed, base: bottom, input: index))
    }
  }

  /// Each category's share of the total of its year; the total as reported, else the sum of the categories.
  private func distribution(
    _ id: IndicatorID, _ city: CityID, _ variable: VariableID, _ dimension: String, _ inputs: CityInputs,
    into values: inout [IndicatorValue]
  ) {
    let parts = inputs[variable].filter { _, observation in
      let breakdown = observations.breakdowns[observation.key.breakdown]
      return observation.key.period.isAnnual && breakdown.parts.count == 1 && breakdown[dimension] != nil
    }
    for (index, part) in parts {
      let siblings = parts.map(\.1).filter { $0.key.period == part.key.period }
      let whole = whole(inputs.find(variable, .total, part.key.period), siblings)
      let key = self.key(city, id, part)
      if let value = part.value, let whole, whole.value > 0 {
        values.append(
          IndicatorValue(
            key: key, value: 100 * value / whole.value, status: part.status.combined(with: whole.status),
            form: .computed, base: whole.value, input: index))
      } else {
        let status = part.status.hasValue ? ObservationStatus.missing : part.status
        values.append(IndicatorValue(key: key, value: nil, status: status, form: .computed, input: index))
      }
    }
  }

  /// What shares are taken of, with the weightiest status of all that it rests on; nil where neither the total nor every part
  /// has a value.
  private func whole(_ total: Observation?, _ parts: [Observation]) -> (value: Double, status: ObservationStatus)? {
    if let total, let value = total.value { return (value, total.status) }
    guard parts.allSatisfy({ $0.value != nil }) else { return nil }
    let status = parts.reduce(ObservationStatus.normal) { $0.combined(with: $1.status) }
    return (parts.reduce(0) { $0 + ($1.value ?? 0) }, status)
  }

  // MARK: From other indicators

  /// Parity and gaps: one group against the other, everything else equal.
  private func compare(_ id: IndicatorID, _ city: CityID, _ table: IndicatorTable, into values: inout [IndicatorValue])
  {
    let source: IndicatorID
    let dimension: String
    let of: String
    let to: String
    switch catalogue[id].computation {
    case .parity(let indicator, let d, let a, let b, _), .gap(let indicator, let d, let a, let b):
      (source, dimension, of, to) = (indicator, d, a, b)
    default: return
    }
    for first in table.values where first.key.indicator == source {
      let breakdown = observations.breakdowns[first.key.breakdown]
      guard breakdown[dimension] == of,
        let otherID = observations.breakdowns.id(of: breakdown.setting(dimension, to: to)),
        let restID = observations.breakdowns.id(of: breakdown.setting(dimension, to: nil)),
        let second = table[.init(city: city, indicator: source, breakdown: otherID, period: first.key.period)]
      else { continue }
      let key = IndicatorValue.Key(city: city, indicator: id, breakdown: restID, period: first.key.period)
      let missing = [first, second].filter { $0.value == nil }.map(\.status)
      if let worst = missing.first {
        let status = missing.reduce(worst) { $0.combined(with: $1) }
        values.append(
          IndicatorValue(key: key, value: nil, status: status, form: .computed, input: Int(first.input)))
        continue
      }
      let base = [first.base, second.base].compactMap { $0 }.min()
      let value = comparison(id, first.value ?? 0, second.value ?? 0)
      let status = value == nil ? .notApplicable : first.status.combined(with: second.status)
      values.append(
        IndicatorValue(key: key, value: value, status: status, form: .computed, base: base, input: Int(first.input)))
    }
  }

  private func comparison(_ id: IndicatorID, _ a: Double, _ b: Double) -> Double? {
    switch catalogue[id].computation {
    case .parity(_, _, _, _, let adjusted): adjusted ? Parity.adjustedIndex(a, over: b) : Parity.index(a, over: b)
    case .gap: a - b
    default: nil
    }
  }
}
