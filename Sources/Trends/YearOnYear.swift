import Catalogue
import Foundation
import Measurement
import Normalisation
import Vocabulary

/// Changes from observation to observation along each series of one city.
///
/// A rate changes in percentage points, a count in per cent. Over a gap the change is also annualised; across a break in series
/// there is none. Changes are computed from unrounded values.
public struct YearOnYear: Sendable {
  let catalogue: Catalogue

  public init(catalogue: Catalogue) {
    self.catalogue = catalogue
  }

  /// - Parameter values: Sorted; series are told apart by city, indicator and breakdown.
  /// - Returns: One change for every annual value but those without a value, and those of pooled years that end in a year with a
  ///   value of its own.
  public func changes(in values: ArraySlice<IndicatorValue>) -> [Change] {
    var changes: [Change] = []
    changes.reserveCapacity(values.count)
    var start = values.startIndex
    while start < values.endIndex {
      let key = values[start].key
      let end = values[start...].firstIndex { !$0.key.isInSeries(of: key) } ?? values.endIndex
      append(values[start..<end], of: catalogue[key.indicator], to: &changes)
      start = end
    }
    return changes
  }

  /// - Parameter series: The values of one series.
  private func append(_ series: ArraySlice<IndicatorValue>, of indicator: Indicator, to changes: inout [Change]) {
    var previous: IndicatorValue?
    for value in series {
      guard let number = value.value, !value.key.period.yields(to: previous?.key.period) else { continue }
      changes.append(change(of: indicator, to: value, number, from: previous))
      previous = value
    }
  }

  private func change(
    of indicator: Indicator, to value: IndicatorValue, _ number: Double, from previous: IndicatorValue?
  ) -> Change {
    let kind = catalogue.units[indicator.unit].kind
    let measure: Change.Measure =
      switch kind {
      case .rate: .points
      case .count, .amount: .percent
      case .index, .rating, .flag: .units
      }
    var change = Change(
      key: value.key, value: number, previousPeriod: previous?.key.period, previousValue: previous?.value,
      measure: measure, gap: 0, status: value.status)
    guard let previous, let earlier = previous.value else {
      change.absence = .first
      return change
    }
    change.gap = Int(value.key.period.year) - Int(previous.key.period.year)
    change.status = value.status.combined(with: previous.status)
    guard value.status != .breakInSeries else {
      change.absence = .seriesBreak
      return change
    }
    let years = Double(max(1, change.gap))
    let difference = number - earlier
    change.absolute = difference
    change.annualisedAbsolute = difference / years
    if earlier > 0 {
      change.relative = 100 * (number / earlier - 1)
      if number >= 0 { change.annualisedRelative = 100 * (pow(number / earlier, 1 / years) - 1) }
    } else if measure == .percent {
      change.absence = earlier == 0 ? .zeroBase : .negativeBase
    }
    change.verdict = verdict(from: earlier, to: number, indicator)
    if let before = catalogue.method.normalisation.fixedScore(of: earlier, indicator),
      let after = catalogue.method.normalisation.fixedScore(of: number, indicator)
    {
      change.effect = after - before
    }
    return change
  }

  private func verdict(from earlier: Double, to later: Double, _ indicator: Indicator) -> Change.Verdict {
    let gain: Double
    switch indicator.direction {
    case .increase: gain = later - earlier
    case .decrease: gain = earlier - later
    case .ideal:
      guard case .ideal(let ideal, _) = indicator.scale else { return .neutral }
      gain = abs(earlier - ideal) - abs(later - ideal)
    case .none: return .neutral
    }
    if abs(gain) < 1e-9 { return .same }
    return gain > 0 ? .better : .worse
  }
}

extension IndicatorValue.Key {
  fileprivate func isInSeries(of other: Self) -> Bool {
    city == other.city && indicator == other.indicator && breakdown == other.breakdown
  }
}
