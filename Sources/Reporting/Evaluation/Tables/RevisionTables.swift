import Catalogue
import Spreadsheets
import Vocabulary

/// Every figure that says otherwise now than in the last round.
enum RevisionTable {
  static func sheet(_ context: EvaluationContext, _ facts: RevisionFacts) -> Sheet {
    let results = context.results
    let list = context.holdsEveryRow ? facts.list : facts.shown
    var city = CityColumns()
    for revision in list { city.append(results.registry[revision.key.city], context.name(revision.key.city)) }
    let variables = list.map { results.catalogue[$0.key.variable] }
    let printed = list.map(PrintedRevision.init)
    let make = TableColumns(context.styles)
    let none = Shorthand.notApplicable
    let columns =
      city.columns(make) + [
        make.text("variable", variables.map(\.id), width: 32),
        make.text("name_en", variables.map(\.label.english), width: 36),
        make.text("name_th", variables.map(\.label.thai), width: 36),
        make.text(
          "breakdown",
          list.map {
            $0.key.breakdown == .total ? "_T" : results.observations.breakdowns[$0.key.breakdown].description
          }, width: 22),
        make.text("period", list.map(\.key.period.description), width: 9),
        make.text("unit", variables.map { results.catalogue.units[$0.unit].id }, width: 14),
        make.number("last_round", list.map(\.before)), make.number("this_round", list.map(\.after)),
        make.number("change", printed.map(\.change), missing: none),
        make.number("change_pct", printed.map(\.percent), format: NumberFormats.change, missing: none),
        make.text("status", list.map(\.status.code), width: 8),
        make.text("note", list.map { TextLimits.harmless($0.note) }, width: 50),
        make.text("revised_by", list.map(\.author.rawValue), width: 12),
      ]
    return TableSheet(
      context: context, name: SheetNames.revisedFigures, table: "tbl_revisions", key: "table_revisions",
      isExcerpt: !context.holdsEveryRow
    ).sheet(columns)
  }
}

/// How many figures each city revised, and by how much.
enum RevisionCityTable {
  static func sheet(_ context: EvaluationContext, _ facts: RevisionFacts) -> Sheet {
    let all = context.words.both("coverage_map.all")
    let cities = facts.cities.map(\.city)
    let rows = [facts.network] + facts.cities.map(\.statistics)
    let make = TableColumns(context.styles)
    let none = Shorthand.notApplicable
    let columns =
      make.cities(
        ["all"] + cities.map { context.results.registry[$0].id },
        [all.english] + cities.map { context.name($0).english },
        [all.thai] + cities.map { context.name($0).thai }) + [
        make.integer("published", rows.map(\.published)), make.integer("revised", rows.map(\.revised)),
        make.integer("withdrawn", rows.map(\.withdrawn)),
        make.number("mean_revision_pct", rows.map { $0.mean?.value }, format: NumberFormats.change, missing: none),
        make.number(
          "mean_absolute_revision_pct", rows.map { $0.meanAbsolute?.value }, format: NumberFormats.score, missing: none),
      ]
    return TableSheet(
      context: context, name: SheetNames.revisionCities, table: "tbl_revision_cities", key: "table_revision_cities"
    ).sheet(columns)
  }
}

/// How far each indicator moved since the last round, over all cities and years.
enum RevisionIndicatorTable {
  static func sheet(_ context: EvaluationContext, _ facts: RevisionFacts) -> Sheet {
    let results = context.results
    let rows = facts.indicators
    let indicators = rows.map { results.catalogue[$0.indicator] }
    func printed(_ number: Double?) -> Double? {
      number.map { FixedDecimal($0, decimals: RevisionStatisticsCSV.decimals).value }
    }
    let make = TableColumns(context.styles)
    let none = Shorthand.notApplicable
    let columns = [
      make.text("indicator", indicators.map(\.id), width: 34),
      make.text("name_en", indicators.map(\.label.english), width: 40),
      make.text("name_th", indicators.map(\.label.thai), width: 40),
      make.text("unit", indicators.map { results.catalogue.units[$0.unit].id }, width: 14),
      make.integer("compared", rows.map(\.compared)), make.integer("raised", rows.map(\.raised)),
      make.integer("lowered", rows.map(\.lowered)),
      make.number("mean_revision", rows.map { printed($0.mean) }, format: "+#,##0.000;-#,##0.000;0"),
      make.number("mean_absolute_revision", rows.map { printed($0.meanAbsolute) }, format: "#,##0.000"),
      make.number(
        "largest_revision", rows.map { printed($0.largest?.change) }, format: "+#,##0.000;-#,##0.000;0", missing: none),
      make.text("largest_city", rows.map { $0.largest.map { results.registry[$0.city].id } ?? none }, width: 16),
      make.text("largest_period", rows.map { $0.largest?.period.description ?? none }, width: 9),
    ]
    return TableSheet(
      context: context, name: SheetNames.revisionIndicators, table: "tbl_revision_indicators",
      key: "table_revision_indicators"
    ).sheet(columns)
  }
}
