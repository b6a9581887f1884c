import Catalogue
import Spreadsheets
import Vocabulary

/// Table 8: the figures of the network that pages and sentences quote and no other table holds. The first ones are those of the
/// evaluation, from the same list.
enum FundersFigures {
  static func figures(_ context: FundersContext) -> [FigureTable.Figure] {
    let evidence = context.funders.evidence
    func share(_ count: Int) -> Int { Share.percent(count, of: evidence.values) }
    return FigureTable.figures(context.base) + [
      .init("city_targets_met_or_on_track_before", context.funders.previousProgress?.count(.met, .onTrack)),
      .init("framework_values", evidence.values),
      .init("framework_values_official", evidence.count(.official)),
      .init("framework_values_official_pct", share(evidence.count(.official))),
      .init("framework_values_survey", evidence.count(.survey)),
      .init("framework_values_survey_pct", share(evidence.count(.survey))),
      .init("framework_values_expert_review", evidence.count(.expertReview)),
      .init("framework_values_expert_review_pct", share(evidence.count(.expertReview))),
      .init("framework_values_older", evidence.older),
      .init("framework_values_older_pct", share(evidence.older)),
      .init("framework_values_estimated", evidence.estimated),
      .init("framework_values_provisional", evidence.provisional),
      .init("framework_values_low_reliability", evidence.lowReliability),
      .init("framework_values_strong", evidence.strong),
      .init("framework_values_strong_pct", share(evidence.strong)),
      .init("cities_unweighed", context.funders.needs.unweighed),
      .init("trend_cities", context.funders.trend.cities), .init("trend_years", context.funders.trend.points.count),
    ]
  }

  static func sheet(_ context: FundersContext) -> Sheet {
    let figures = figures(context)
    let labels = figures.map { $0.label(context.words) }
    let make = TableColumns(context.styles)
    return FundersTables.sheet(
      context, FundersSheets.figures, table: "tbl_figures", key: "funders.table8",
      [
        make.text("figure", figures.map(\.id), width: 42), make.text("label_en", labels.map(\.english), width: 60),
        make.text("label_th", labels.map(\.thai), width: 60), make.number("value", figures.map(\.value)),
      ])
  }
}
