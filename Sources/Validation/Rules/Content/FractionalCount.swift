import Catalogue
import Vocabulary

/// A count of whole things with decimals: a rate in the wrong row, or a unit of thousands.
struct FractionalCount: CityRule {
  static let code: FindingCode = "C013"

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for (variable, range) in city.byVariable where city.catalogue.unit(of: variable).kind == .count {
      for index in range {
        guard let value = city[index].value, value != value.rounded() else { continue }
        report.add(Self.code, at: index, in: city, ["value": CityObservations.shown(value)])
      }
    }
  }
}
