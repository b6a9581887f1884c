import Catalogue
import Vocabulary

/// A flag that a reader cannot judge without a word: a break, another definition, an estimate.
///
/// Finds: the statuses of `statuses_with_note` without a note, once a variable and year.
/// Leaves alone: provisional figures, and further breakdowns of a figure that was told already.
struct FlagWithoutNote: CityRule {
  static let code: FindingCode = "C037"
  static let passing: [RuleExample] = ["population 1210 !E \"from the household register\"", "population 1210 !P"]
  static let failing: [RuleExample] = ["population 1210 !B"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    let statuses = city.thresholds.statusesWithNote
    var told: (variable: VariableID, years: Set<TimePeriod>)?
    for index in city.indices where city[index].note == 0 && statuses.contains(city[index].status) {
      let key = city[index].key
      if told?.variable != key.variable { told = (key.variable, []) }
      guard told?.years.insert(key.period).inserted ?? false else { continue }
      report.add(self, at: index, in: city.round, ["status": city[index].status.code])
    }
  }
}
