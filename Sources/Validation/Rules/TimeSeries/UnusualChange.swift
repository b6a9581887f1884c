import Catalogue
import Vocabulary

/// A change from the previous observation beyond the catalogue's thresholds: both the absolute and the relative one, or the
/// absolute one alone where the base is small.
///
/// Leaves alone: values with a note (the city has explained itself), and values that start a new series after a break.
struct UnusualChange: CityRule {
  static let code: FindingCode = "T003"

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for range in city.series {
      guard let first = range.first else { continue }
      let thresholds = city.catalogue.changeThresholds(of: city[first].key.variable)
      var previous: Int?
      for index in range where city[index].value != nil && city[index].key.period.isAnnual {
        defer { previous = index }
        guard let previous, let before = city[previous].value, let after = city[index].value,
          city[index].status != .breakInSeries, city[index].note == 0, exceeds(thresholds, from: before, to: after)
        else { continue }
        report.add(
          Self.code, at: index, in: city,
          [
            "from": CityObservations.shown(before), "to": CityObservations.shown(after),
            "change": change(from: before, to: after, unit: city.catalogue.unit(of: city[index].key.variable)),
            "previous": "\(city[previous].key.period)",
          ])
      }
    }
  }

  private func exceeds(_ thresholds: ChangeThresholds, from before: Double, to after: Double) -> Bool {
    let absolute = abs(after - before)
    let passesAbsolute = thresholds.warnAbsolute.map { absolute > $0 }
    guard let relative = thresholds.warnRelative else { return passesAbsolute ?? false }
    guard before > 0, before >= thresholds.minimumBase else { return passesAbsolute ?? false }
    return (passesAbsolute ?? true) && absolute / before * 100 > relative
  }

  private func change(from before: Double, to after: Double, unit: UnitOfMeasure) -> String {
    let isRelative = unit.kind == .count || unit.kind == .amount
    let number = isRelative && before != 0 ? 100 * (after / before - 1) : after - before
    let sign = number > 0 ? "+" : ""
    let suffix = isRelative && before != 0 ? " %" : unit.kind == .rate ? " pp" : ""
    return sign + CityObservations.shown((number * 10).rounded() / 10) + suffix
  }
}
