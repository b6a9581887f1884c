import Catalogue
import Spreadsheets
import Trends
import Vocabulary

/// The data sheets of the funders' workbook: every number of its pages, and where the charts find theirs.
struct FundersTables {
  let trend: Sheet
  let targets: Sheet
  let focalPoints: Sheet
  let sexes: Sheet
  let cities: Sheet
  let strands: Sheet
  let people: Sheet
  let figures: Sheet
  let goals: Sheet

  var all: [Sheet] { [trend, targets, focalPoints, sexes, cities, strands, people, figures, goals] }

  init(_ context: FundersContext) {
    trend = Self.trend(context)
    targets = Self.targets(context)
    focalPoints = Self.focalPoints(context)
    sexes = Self.sexes(context)
    cities = RegionTable.sheet(context)
    strands = StrandTable.sheet(context)
    people = Self.people(context)
    figures = FundersFigures.sheet(context)
    goals = Self.goals(context)
  }

  static func sheet(
    _ context: FundersContext, _ name: String, table: String, key: String, _ columns: [DataColumn],
    values: [String: LocalizedText] = [:]
  ) -> Sheet {
    TableSheet(context: context.base, name: name, table: table, key: key, values: values).sheet(columns)
  }

  private static func trend(_ context: FundersContext) -> Sheet {
    let make = TableColumns(context.styles)
    let trend = context.funders.trend
    let labels = trend.points.map { context.words.both("year", ["year": .year($0.year)]) }
    return sheet(
      context, FundersSheets.trend, table: "tbl_trend", key: "funders.table1",
      [
        make.text("label_en", labels.map(\.english), width: 10), make.text("label_th", labels.map(\.thai), width: 12),
        make.integer("year", trend.points.map(\.year), format: "0"),
        make.number("mean_score", trend.points.map(\.mean.value), format: NumberFormats.score),
        make.integer("cities", trend.points.map { _ in trend.cities }),
        make.number("mean_score_all", trend.points.map(\.meanOfAll.value), format: NumberFormats.score),
        make.integer("cities_all", trend.points.map(\.citiesOfAll)),
      ])
  }

  /// A row a year: the comparison year, then the reference year.
  private static func targets(_ context: FundersContext) -> Sheet {
    let make = TableColumns(context.styles)
    let round = context.base.round
    let rows: [(year: Int, facts: ProgressFacts)] =
      [(round.comparisonYear, context.funders.previousProgress), (round.referenceYear, context.facts.progress)]
      .compactMap { year, facts in facts.map { (year, $0) } }
    let labels = rows.map { context.words.both("year", ["year": .year($0.year)]) }
    func counts(_ statuses: ProgressStatus...) -> [Int?] {
      rows.map { row in statuses.reduce(0) { $0 + row.facts.count($1) } }
    }
    return sheet(
      context, FundersSheets.targets, table: "tbl_targets", key: "funders.table2",
      [
        make.text("label_en", labels.map(\.english), width: 10), make.text("label_th", labels.map(\.thai), width: 12),
        make.integer("year", rows.map(\.year), format: "0"), make.integer("city_targets", rows.map(\.facts.total)),
      ]
        + ProgressStatus.allCases.map { make.integer($0.rawValue, counts($0)) }
        + [
          make.integer("no_data_or_too_early", counts(.noData, .tooEarly)),
          make.integer("met_or_on_track", counts(.met, .onTrack)),
          make.integer(
            "met_or_on_track_pct",
            rows.map { Share.percent($0.facts.count(.met, .onTrack), of: $0.facts.total) }),
        ],
      values: ["target_year": .year(context.results.catalogue.method.progress.targetYear)])
  }

  /// Target by target the number of cities by status.
  private static func goals(_ context: FundersContext) -> Sheet {
    let make = TableColumns(context.styles)
    let progress = context.facts.progress
    let targets = progress.map { Array($0.targets.indices) } ?? []
    let nodes = targets.compactMap { progress?.node($0) }
    func counts(_ statuses: ProgressStatus...) -> [Int?] {
      targets.map { target in statuses.reduce(0) { $0 + (progress?.count(target, $1) ?? 0) } }
    }
    return sheet(
      context, FundersSheets.goalCounts, table: "tbl_goals", key: "funders.table9",
      [
        make.text("code", nodes.map(\.code), width: 8),
        make.text("label_en", nodes.map(\.shortName.english), width: 34),
        make.text("label_th", nodes.map(\.shortName.thai), width: 34),
        make.integer("cities", targets.map { _ in progress?.statuses.count }),
      ]
        + ProgressStatus.allCases.map { make.integer($0.rawValue, counts($0)) }
        + [
          make.integer("met_or_on_track", counts(.met, .onTrack)),
          make.integer("off_track_or_worsening", counts(.offTrack, .worsening)),
          make.integer("no_data_or_too_early", counts(.noData, .tooEarly)),
        ],
      values: ["target_year": .year(context.results.catalogue.method.progress.targetYear)])
  }

  /// The best mean first, as the chart shows them.
  private static func focalPoints(_ context: FundersContext) -> Sheet {
    let make = TableColumns(context.styles)
    let ranking = context.funders.ranking
    // Those without a mean follow: their coverage is told, too.
    let rows =
      ranking
      + context.facts.layout.columns.compactMap { context.facts.node($0) }.filter { $0.mean == nil && $0.expected > 0 }
    let nodes = rows.map { context.framework.nodes[$0.node ?? 0] }
    let labels = rows.map { context.coded($0.node ?? 0) }
    let needs = rows.map { row in context.funders.needs.focalPoints.first { $0.node == row.node } }
    let round = context.base.round
    return sheet(
      context, FundersSheets.focalPoints, table: "tbl_focal_points", key: "funders.table3",
      [
        make.text("code", nodes.map(\.code), width: 8),
        make.text("label_en", labels.map(\.english), width: 34),
        make.text("label_th", labels.map(\.thai), width: 34),
        make.number("mean_\(round.referenceYear)", rows.map { $0.mean?.value }, format: NumberFormats.score),
        make.integer("cities", rows.map(\.scored)),
        make.number(
          "compared_\(round.comparisonYear)", rows.map { $0.comparedPrevious?.value }, format: NumberFormats.score),
        make.number(
          "compared_\(round.referenceYear)", rows.map { $0.comparedCurrent?.value }, format: NumberFormats.score),
        make.number("change", rows.map { $0.change?.value }, format: NumberFormats.change),
        make.integer("under_50", rows.map(\.under50)), make.integer("reported", rows.map(\.reported)),
        make.integer("expected", rows.map(\.expected)), make.integer("reported_pct", rows.map(\.reportedShare)),
        make.integer("cities_with_residents", needs.map { $0?.cities }),
        make.number("residents", needs.map { $0?.residents.value }, format: NumberFormats.count),
        make.number("distance_weighed", needs.map { $0?.distance.value }, format: NumberFormats.score),
        make.number("residents_times_gap", needs.map { $0?.weight.value }, format: NumberFormats.count),
      ])
  }

  /// The rows of the page first, in its order, then all others.
  private static func sexes(_ context: FundersContext) -> Sheet {
    let make = TableColumns(context.styles)
    let facts = context.funders.sexes
    let shown = Set(facts.shown.map(\.indicator))
    let rows = facts.shown + facts.rows.filter { !shown.contains($0.indicator) }
    let names = rows.map { context.indicator($0.indicator) }
    return sheet(
      context, FundersSheets.sexes, table: "tbl_women_men", key: "funders.table4",
      [
        make.text("indicator_id", rows.map { context.results.catalogue[$0.indicator].id }, width: 36),
        make.text("label_en", names.map(\.english), width: 44), make.text("label_th", names.map(\.thai), width: 44),
        make.integer("cities", rows.map(\.cities)),
        make.number("women", rows.map(\.women.value), format: NumberFormats.score),
        make.number("men", rows.map(\.men.value), format: NumberFormats.score),
        make.number("gap_points", rows.map(\.gap.value), format: NumberFormats.change),
      ])
  }

  private static func people(_ context: FundersContext) -> Sheet {
    let make = TableColumns(context.styles)
    let rows = context.funders.needs.measures
    let names = rows.map { context.indicator($0.indicator) }
    let largest = rows.map { context.base.name($0.largest.city) }
    return sheet(
      context, FundersSheets.people, table: "tbl_people", key: "funders.table7",
      [
        make.text("indicator_id", rows.map { context.results.catalogue[$0.indicator].id }, width: 36),
        make.text("label_en", names.map(\.english), width: 44), make.text("label_th", names.map(\.thai), width: 44),
        make.number("best_pct", rows.map(\.best.value), format: NumberFormats.score),
        make.integer("cities", rows.map(\.cities)),
        make.number("people", rows.map(\.people.value), format: NumberFormats.count),
        make.text("largest_city_id", rows.map { context.results.registry[$0.largest.city].id }, width: 16),
        make.text("largest_city_en", largest.map(\.english), width: 22),
        make.text("largest_city_th", largest.map(\.thai), width: 22),
        make.number("largest_city_people", rows.map(\.largest.people.value), format: NumberFormats.count),
      ])
  }
}
