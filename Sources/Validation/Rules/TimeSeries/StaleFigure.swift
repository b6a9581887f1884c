import Catalogue
import Vocabulary

/// A series whose newest value is too old to stand for the round's year.
///
/// Finds: totals whose last value lies more than the method's `maximum_age_years` before the reference year.
/// Leaves alone: series that say why there is nothing newer: a later year without a value has a status of its own.
struct StaleFigure: CityRule {
  static let code: FindingCode = "T009"
  static let passing: [RuleExample] = ["population @2020 120000 | reference 2025"]
  static let failing: [RuleExample] = ["population @2014 120000 | reference 2025"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    guard let year = city.plan.referenceYear else { return }
    for series in city.series where series.breakdown == .total {
      guard let last = series.range.last, city.value(last) != nil else { continue }
      let age = year - Int(city.period(last).year)
      guard age > city.plan.catalogue.method.maximumAgeYears else { continue }
      report.add(
        self, at: last, in: city.round,
        [
          "period": "\(city.period(last))", "age": "\(age)",
          "maximum": "\(city.plan.catalogue.method.maximumAgeYears)",
        ])
    }
  }
}
