import Catalogue
import Vocabulary

/// A value outside of what the catalogue calls plausible for its variable.
struct OutOfRange: CityRule {
  static let code: FindingCode = "C010"

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for (variable, range) in city.byVariable {
      let plausible = city.catalogue[variable].range
      for index in range {
        guard let value = city[index].value, !plausible.contains(value) else { continue }
        report.add(
          Self.code, at: index, in: city,
          [
            "value": CityObservations.shown(value), "low": CityObservations.shown(plausible.lowerBound),
            "high": CityObservations.shown(plausible.upperBound),
            "unit": city.catalogue.unit(of: variable).label.english,
          ])
      }
    }
  }
}
