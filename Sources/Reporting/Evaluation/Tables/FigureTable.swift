import Catalogue
import Normalisation
import Spreadsheets
import Vocabulary

/// The figures of the network as a whole that pages and sentences quote and no other table holds.
enum FigureTable {
  struct Figure {
    /// Its label is the text `figure.<id>`, unless it has one of its own.
    var id: String
    var value: Double?
    var label: LocalizedText?

    init(_ id: String, _ value: Int?) {
      self.id = id
      self.value = value.map(Double.init)
    }

    init(_ id: String, _ value: FixedDecimal?) {
      self.id = id
      self.value = value?.value
    }

    func label(_ words: Words) -> LocalizedText { label ?? words.both("figure.\(id)") }
  }

  static func figures(_ context: EvaluationContext) -> [Figure] {
    let results = context.results
    let facts = context.facts
    let quality = facts.quality
    let areas = facts.layout.areas.compactMap { facts.node($0)?.change?.scaled }
    var figures = [
      Figure("cities_members", quality.rows.count), Figure("cities_reporting", facts.reporting.count),
      Figure("cities_published", quality.cities(.published).count),
      Figure("cities_part_held", quality.cities(.partHeld).count),
      Figure("cities_rejected", quality.cities(.rejected).count),
      Figure("cities_not_received", quality.cities(.notReceived).count),
      Figure("cities_not_reporting", quality.cities(.rejected, .notReceived).count),
      Figure("cities_with_errors", quality.rows.count { $0.outcome.errors > 0 }),
      Figure("cities_scored", facts.overall.scored), Figure("cities_compared", facts.overall.compared),
      Figure("cities_improved", facts.overall.improved), Figure("cities_worsened", facts.overall.worsened),
      Figure("mean_score", facts.overall.mean), Figure("mean_score_change", facts.overall.change),
      Figure("measures", results.catalogue.frameworks[results.framework].allIndicators.count),
      Figure("measures_expected", facts.overall.expected), Figure("measures_reported", facts.overall.reported),
      Figure("measures_reported_pct", facts.overall.reportedShare),
      Figure("measures_asked_of_members", facts.askedOfMembers),
      Figure("areas", facts.layout.areas.count), Figure("areas_up", areas.count { $0 > 0 }),
      Figure("areas_down", areas.count { $0 < 0 }), Figure("focal_points", facts.layout.columns.count),
    ]
    if let progress = facts.progress {
      let (good, bad) = (progress.count(.met, .onTrack), progress.count(.offTrack, .worsening))
      figures += [
        Figure("targets", progress.targets.count), Figure("city_targets", progress.total),
        Figure("city_targets_met_or_on_track", good),
        Figure("city_targets_met_or_on_track_pct", Share.percent(good, of: progress.total)),
        Figure("city_targets_watch", progress.count(.watch)), Figure("city_targets_off_track_or_worsening", bad),
        Figure("city_targets_off_track_or_worsening_pct", Share.percent(bad, of: progress.total)),
        Figure("city_targets_not_judged", progress.count(.noData, .tooEarly)),
      ]
    }
    figures.append(Figure("changes", facts.changes.changes.count))
    for outcome in ChangeFacts.Outcome.allCases {
      figures.append(Figure("changes_\(outcome.rawValue)", facts.changes.count(outcome)))
    }
    let equity = facts.equity.tallies
    figures += [
      Figure("equity_comparisons", equity.total(\.compared)), Figure("equity_behind", equity.total(\.behind)),
      Figure("equity_closing", equity.total(\.closing)), Figure("equity_unchanged", equity.total(\.unchanged)),
      Figure("equity_widening", equity.total(\.widening)), Figure("equity_kept_back", facts.equity.keptBack),
    ]
    for severity in Finding.Severity.allCases {
      figures.append(Figure("findings_\(severity.rawValue)", quality.count(severity)))
    }
    figures += quality.frequencies.map { frequency in
      var figure = Figure(
        "findings_\(frequency.code.description.lowercased())_\(frequency.severity.rawValue)", frequency.count)
      let slug = results.catalogue.texts.findings[frequency.code]?.slug ?? ""
      figure.label = context.words.both(
        "figure.findings_code",
        [
          "code": LocalizedText(same: frequency.code.description), "slug": LocalizedText(same: slug),
          "severity": context.words.both(frequency.severity.look.key).lowercasedStart,
        ])
      return figure
    }
    let agreement = facts.agreement
    figures += [
      Figure("ranks_cities", results.robustness?.overall.ranked ?? 0),
      Figure("ranks_groups", results.robustness?.overall.groups ?? 0),
      Figure("methods_judged", agreement.judged), Figure("methods_agree", agreement.agree),
      Figure("methods_agree_pct", Share.percent(agreement.agree, of: agreement.judged)),
      Figure("methods_contradict", agreement.contradictions),
    ]
    return figures + [
      Figure("findings", results.findings.count), Figure("files", results.files.count),
      Figure("values_read", results.files.reduce(0) { $0 + $1.read }),
      Figure("indicators", results.catalogue.indicators.count),
      Figure("indicators_unchecked", facts.uncheckedIndicators),
    ]
  }

  static func sheet(_ context: EvaluationContext) -> Sheet {
    let figures = figures(context)
    let labels = figures.map { $0.label(context.words) }
    let make = TableColumns(context.styles)
    let columns = [
      make.text("figure", figures.map(\.id), width: 42), make.text("label_en", labels.map(\.english), width: 60),
      make.text("label_th", labels.map(\.thai), width: 60), make.number("value", figures.map(\.value)),
    ]
    return TableSheet(context: context, name: SheetNames.figures, table: "tbl_figures", key: "table_figures")
      .sheet(columns)
  }
}
