import Catalogue
import Vocabulary

/// A figure that is simply not there.
///
/// Finds: totals whose newest row is of status O, without a note.
/// Leaves alone: figures that are not applicable, not collected, suppressed or included elsewhere: these statuses are reasons; and
/// older years.
struct MissingWithoutReason: CityRule {
  static let code: FindingCode = "C038"
  static let passing: [RuleExample] = ["population - !L", "population - !O \"register is being rebuilt\""]
  static let failing: [RuleExample] = ["population - !O"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for series in city.series where series.breakdown == .total {
      guard let last = series.range.last, city[last].status == .missing, city[last].note == 0 else { continue }
      report.add(self, at: last, in: city.round, ["period": "\(city.period(last))"])
    }
  }
}
