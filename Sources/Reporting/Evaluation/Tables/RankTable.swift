import Catalogue
import Normalisation
import Spreadsheets
import Vocabulary

/// The interval of places and the group of every city, overall and by area.
enum RankTable {
  static func sheet(_ context: EvaluationContext) -> Sheet {
    let results = context.results
    let framework = results.catalogue.frameworks[results.framework]
    var cities = CityColumns()
    var rows: [(ranking: Robustness.Ranking, standing: Robustness.Standing)] = []
    for ranking in results.robustness?.rankings ?? [] {
      for standing in ranking.standings {
        rows.append((ranking, standing))
        cities.append(results.registry[standing.city], context.name(standing.city))
      }
    }
    let nodes = rows.map { row in row.ranking.node.map { framework.nodes[$0] } }
    let overall = context.words.both("overall")
    let scores = rows.map { row in
      row.ranking.node.map { results.current.node(row.standing.city, framework: results.framework, node: $0) }
        ?? results.current.overall(row.standing.city, framework: results.framework)
    }
    let none = Shorthand.notApplicable
    let make = TableColumns(context.styles)
    let columns =
      cities.columns(make) + [
        make.text("level", nodes.map { $0.map { framework.levels[$0.depth] } ?? "overall" }, width: 11),
        make.text("code", nodes.map { $0?.code ?? "all" }, width: 9),
        make.text("name_en", nodes.map { ($0?.shortName ?? overall).english }, width: 28),
        make.text("name_th", nodes.map { ($0?.shortName ?? overall).thai }, width: 28),
        make.number(
          "score", scores.map { $0.score.map { FixedDecimal($0, decimals: 1).value } }, format: NumberFormats.score),
        make.integer("coverage_pct", scores.map { Int((100 * $0.coverage).rounded()) }),
        make.integer("imputed", scores.map(\.imputed)),
        make.text("rank_status", rows.map { $0.standing.absence?.rawValue ?? "ranked" }, width: 16),
        make.integer("group", rows.map(\.standing.group), missing: none),
        make.integer("place_low", rows.map { $0.standing.interval?.low }, missing: none),
        make.integer("place_median", rows.map { $0.standing.interval?.median }, missing: none),
        make.integer("place_high", rows.map { $0.standing.interval?.high }, missing: none),
        make.integer("top_quarter_pct", rows.map { $0.standing.topShare.map(Self.percent) }, missing: none),
        make.integer("bottom_quarter_pct", rows.map { $0.standing.bottomShare.map(Self.percent) }, missing: none),
        make.integer("groups", rows.map(\.ranking.groups)), make.integer("cities_ranked", rows.map(\.ranking.ranked)),
        make.integer("draws", rows.map(\.standing.draws)),
      ]
    return TableSheet(context: context, name: SheetNames.ranks, table: "tbl_ranks", key: "table_ranks").sheet(columns)
  }

  /// Whole per cent, as the page prints it.
  static func percent(_ share: Double) -> Int { Int((100 * share).rounded()) }
}

/// What the overall scores and places would be without each indicator.
enum InfluenceTable {
  static func sheet(_ context: EvaluationContext) -> Sheet {
    let results = context.results
    let rows = results.robustness?.summaries ?? []
    let names = rows.map { context.indicatorNames[$0.indicator.index] }
    var cities = CityColumns()
    for row in rows { cities.append(results.registry[row.largestCity], context.name(row.largestCity)) }
    func number(_ value: Double) -> Double? { FixedDecimal(value, decimals: 2).value }
    let make = TableColumns(context.styles)
    return TableSheet(context: context, name: SheetNames.influence, table: "tbl_influence", key: "table_influence")
      .sheet(
        [
          make.text("indicator_id", rows.map { results.catalogue[$0.indicator].id }, width: 36),
          make.text("name_en", names.map(\.english), width: 40), make.text("name_th", names.map(\.thai), width: 40),
        ] + cities.columns(make) + [
          make.integer("cities", rows.map(\.cities)),
          make.number("mean_score_change", rows.map { number($0.meanChange) }, format: "0.00"),
          make.number(
            "largest_score_change", rows.map { number($0.largestChange) }, format: NumberFormats.signed(decimals: 2)),
          make.integer("cities_moved", rows.map(\.moved)),
          make.number("mean_places_moved", rows.map { number($0.meanMove) }, format: "0.00"),
          make.integer("largest_places_moved", rows.map(\.largestMove)),
          make.integer("cities_out_of_interval", rows.map(\.leaving)),
        ])
  }
}
