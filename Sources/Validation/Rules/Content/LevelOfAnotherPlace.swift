import Catalogue
import Vocabulary

/// Figures of another kind of place than the city: the province's for the municipality's.
///
/// Finds: variables whose figures have another geographic level than the city in the registry; once a variable.
/// Leaves alone: cities and figures of one level.
struct LevelOfAnotherPlace: CityRule {
  static let code: FindingCode = "C043"
  static let passing: [RuleExample] = ["population 120000"]
  static let failing: [RuleExample] = ["population 480000 #province"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    guard let first = city.indices.first else { return }
    let level = city.round.registry[city[first].key.city].level
    var told: VariableID?
    for index in city.indices where city[index].level != level && told != city[index].key.variable {
      guard city.value(index) != nil, city.round.isOwn(index) else { continue }
      told = city[index].key.variable
      report.add(self, at: index, in: city.round, ["level": city[index].level.code, "city_level": level.code])
    }
  }
}
