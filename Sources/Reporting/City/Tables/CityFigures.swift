import Catalogue
import Measurement
import Spreadsheets
import Trends
import Vocabulary

/// Table 6: the figures that the pages quote and no other table holds.
enum CityFigures {
  static func figures(_ context: CityContext) -> [FigureTable.Figure] {
    let card = context.card
    let sentences = CitySentences(context: context)
    let measures = card.groups.flatMap(\.measures)
    let moved = measures.compactMap(\.change)
    let mechanisms = sentences.mechanisms
    let own = measures.filter { measure in
      card.groups.contains {
        $0.framework == context.results.framework && $0.measures.contains { $0.indicator == measure.indicator }
      }
    }
    return [
      .init("score", card.overall.score), .init("score_before", card.overall.previous),
      .init("score_change", card.overall.change), .init("cities_scored", context.base.facts.overall.scored),
      .init("measures_reported", card.overall.reported), .init("measures_expected", card.overall.expected),
      .init("measures_reported_pct", Share.percent(card.overall.reported, of: card.overall.expected)),
      .init("city_targets", card.targets.count),
      .init("city_targets_met_or_on_track", card.targets.count { [.met, .onTrack].contains($0.status) }),
      .init("focal_points", card.focalPoints.count),
      .init("focal_points_without_score", card.focalPoints.count { $0.score == nil && $0.expected > 0 }),
      .init("changes", moved.count),
      .init("changes_better", moved.count { $0.outcome(context.catalogue) == .better }),
      .init("values_weak", measures.count { ($0.strength ?? 4) <= 1 }),
      .init("framework_values_strong", own.count { ($0.strength ?? 0) >= 3 }),
      .init(
        "measures_not_listed",
        card.groups.filter { $0.framework != context.results.framework }
          .reduce(0) { $0 + $1.measures.count { $0.value == nil } }),
      .init("mechanisms", mechanisms.all), .init("mechanisms_in_place", mechanisms.inPlace),
      .init("mechanisms_open", card.mechanisms.flatMap(\.measures).count { $0.value?.value == 0 }),
      .init("course_hours", sentences.hours?.done), .init("course_hours_all", sentences.courseLength),
      .init("course_hours_reported", sentences.hours?.all), .init("course_hours_left", sentences.hours?.left),
      .init("course_modules_reported", sentences.hours?.reported),
      .init("course_modules_missing", sentences.hours?.missing),
      .init("findings_error", card.outcome?.errors ?? 0), .init("findings_warning", card.outcome?.warnings ?? 0),
    ]
  }

  static func sheet(_ context: CityContext) -> Sheet {
    let figures = figures(context)
    let labels = figures.map { $0.label(context.words) }
    let make = TableColumns(context.styles)
    return TableSheet(
      context: context.base, name: CitySheets.figures, table: "tbl_figures", key: "card.table6",
      values: ["city": context.name]
    ).sheet([
      make.text("figure", figures.map(\.id), width: 36), make.text("label_en", labels.map(\.english), width: 56),
      make.text("label_th", labels.map(\.thai), width: 56), make.number("value", figures.map(\.value)),
    ])
  }
}
