import Catalogue
import Vocabulary

/// A figure that differs from what a closed round published.
///
/// Finds: differences above `revision_tolerance` per cent of the published figure; a note says why.
/// Leaves alone: figures that were provisional, estimated or forecast then: they were meant to be revised.
struct RevisedFigure: RevisionRule {
  static let code: FindingCode = "T011"
  static let passing: [RuleExample] = [
    "population @2024 120000 earlier | population @2024 120000",
    "population @2024 120000 !P earlier | population @2024 121000",
  ]
  static let failing: [RuleExample] = ["population @2024 120000 earlier | population @2024 131000"]

  func check(_ city: CityObservations, against earlier: EarlierObservations, into report: inout RuleReport) {
    guard let first = city.indices.first else { return }
    for figure in earlier.figures(of: city[first].key.city) {
      guard let breakdown = figure.breakdown, !Self.preliminary.contains(figure.observation.status),
        let now = city.reported(figure.observation.key.variable, breakdown, figure.observation.key.period),
        abs(now.value - figure.value) > abs(figure.value) * city.thresholds.series.revisionTolerance / 100
      else { continue }
      report.add(
        self, at: now.index, in: city.round,
        ["from": shown(figure.value), "to": shown(now.value), "period": "\(figure.observation.key.period)"])
    }
  }

  private static let preliminary: Set<ObservationStatus> = [.provisional, .estimated, .forecast]
}
