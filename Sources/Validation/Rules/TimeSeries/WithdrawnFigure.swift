import Catalogue
import Vocabulary

/// A figure that a closed round published and that now has no value.
///
/// Finds: rows whose value was taken out.
/// Leaves alone: rows that are not in the submission at all: a city need not send its history again.
struct WithdrawnFigure: RevisionRule {
  static let code: FindingCode = "T012"
  static let passing: [RuleExample] = ["population @2024 120000 earlier | population @2025 121000"]
  static let failing: [RuleExample] = ["population @2024 120000 earlier | population @2024 - !O"]

  func check(_ city: CityObservations, against earlier: EarlierObservations, into report: inout RuleReport) {
    guard let first = city.indices.first else { return }
    for figure in earlier.figures(of: city[first].key.city) {
      guard let breakdown = figure.breakdown,
        let now = city.index(figure.observation.key.variable, breakdown, figure.observation.key.period),
        city.value(now) == nil
      else { continue }
      report.add(
        self, at: now, in: city.round,
        ["from": shown(figure.value), "period": "\(figure.observation.key.period)", "status": city[now].status.code])
    }
  }
}
