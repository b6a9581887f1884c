import Catalogue
import Vocabulary

/// A percentage between 0 and 1 in a series whose other values are above: 0.45 where 45 was meant.
///
/// Leaves alone: series that live below 1 throughout.
struct ShareForPercent: CityRule {
  static let code: FindingCode = "C031"

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for (variable, range) in city.byVariable where city.catalogue.unit(of: variable).id == "percent" {
      let usual = range.compactMap { city[$0].value }.filter { $0 > 5 }.count
      guard usual > 0 else { continue }
      for index in range {
        guard let value = city[index].value, value > 0, value < 1 else { continue }
        report.add(
          Self.code, at: index, in: city,
          ["value": CityObservations.shown(value), "percent": CityObservations.shown(value * 100)])
      }
    }
  }
}
