import Catalogue
import Vocabulary

/// A change from the previous observation beyond the catalogue's warning thresholds: both the absolute and the relative one, or the
/// absolute one alone where the base is small.
///
/// Finds: changes that are rare, once a series and year.
/// Leaves alone: new series after a break, changes that need a reason (`T001`), shifted decimal points (`T004`) and counts that
/// come from or go to zero (`T006`, `T007`).
struct UnusualChange: CityRule {
  static let code: FindingCode = "T003"
  static let passing: [RuleExample] = [
    "population @2024 100000 | population 101000", "population @2024 100000 | population 140000 !B",
  ]
  static let failing: [RuleExample] = [
    "population @2024 100000 | population 140000",
    "population @2024 100000 earlier | population 140000",
  ]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for series in city.series {
      let thresholds = city.plan.changes[series.variable.index]
      let isCount = city.plan.kinds[series.variable.index] == .count
      for step in city.steps(series) where city[step.later].status != .breakInSeries {
        guard thresholds.warns(step), !thresholds.stops(step), step.shift(city.thresholds.series) == nil,
          !(isCount && step.flipsZero(city.thresholds.series))
        else { continue }
        report.add(self, at: step.later, in: city.round, city.details(of: step, series.variable))
      }
    }
  }
}

extension ChangeThresholds {
  /// Whether a change asks for a look.
  func warns(_ step: CityObservations.Step) -> Bool { exceeds(warnAbsolute, warnRelative, step) }

  /// Whether a change asks for a reason.
  func stops(_ step: CityObservations.Step) -> Bool { exceeds(errorAbsolute, errorRelative, step) }

  private func exceeds(_ absolute: Double?, _ relative: Double?, _ step: CityObservations.Step) -> Bool {
    let change = abs(step.to - step.from)
    let passesAbsolute = absolute.map { change > $0 }
    guard let relative, step.from > 0, step.from >= minimumBase ?? 0 else { return passesAbsolute ?? false }
    return (passesAbsolute ?? true) && change / step.from * 100 > relative
  }
}

extension CityObservations {
  /// A change as a finding tells it: counts in per cent, rates in percentage points.
  func details(of step: Step, _ variable: VariableID) -> [String: String] {
    let kind = plan.kinds[variable.index]
    let isRelative = (kind == .count || kind == .amount) && step.from != 0
    // Of an earlier value below 0 the quotient falls where the figure rises.
    let share = isRelative ? 100 * (step.to / step.from - 1) : 0
    let number = isRelative ? (step.from < 0 ? -share : share) : step.to - step.from
    let suffix = isRelative ? " %" : kind == .rate ? " pp" : ""
    return [
      "from": shown(step.from), "to": shown(step.to),
      "change": (number > 0 ? "+" : "") + shown((number * 10).rounded() / 10) + suffix,
      "previous": "\(period(step.earlier))",
    ]
  }
}
