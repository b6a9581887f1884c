import Catalogue
import Measurement
import Spreadsheets
import Trends
import Vocabulary

/// Table 1: the city and its focal points, this year and before, beside the other cities.
enum CityScoreTable {
  static func sheet(_ context: CityContext) -> Sheet {
    let make = TableColumns(context.styles)
    let rows = [context.card.overall] + context.card.focalPoints
    let overall = context.words.both("overall")
    let nodes = rows.map { row in row.node.map { context.framework.nodes[$0] } }
    let labels = nodes.map { node in
      node.map {
        LocalizedText(english: "\($0.code) \($0.shortName.english)", thai: "\($0.code) \($0.shortName.thai)")
      } ?? overall
    }
    let round = context.base.round
    let none = Shorthand.notApplicable
    func score(_ header: String, _ path: KeyPath<CityFacts.Node, FixedDecimal?>, _ format: String) -> DataColumn {
      make.number(header, rows.map { $0[keyPath: path]?.value }, format: format)
    }
    return TableSheet(
      context: context.base, name: CitySheets.scores, table: "tbl_scores", key: "card.table1",
      values: ["city": context.name]
    ).sheet([
      make.text("code", nodes.map { $0?.code ?? "overall" }, width: 9),
      make.text("label_en", labels.map(\.english), width: 34), make.text("label_th", labels.map(\.thai), width: 34),
      score("score_\(round.comparisonYear)", \.previous, NumberFormats.score),
      score("score_\(round.referenceYear)", \.score, NumberFormats.score),
      score("change", \.change, NumberFormats.change),
      make.integer("reported", rows.map(\.reported)), make.integer("expected", rows.map(\.expected)),
      make.integer("cities", rows.map { $0.peers?.cities }, missing: none),
      make.number("lower_quartile", rows.map { $0.peers?.lower.value }, format: NumberFormats.score, missing: none),
      make.number("median", rows.map { $0.peers?.median.value }, format: NumberFormats.score, missing: none),
      make.number("upper_quartile", rows.map { $0.peers?.upper.value }, format: NumberFormats.score, missing: none),
      score("difference", \.distance, NumberFormats.change),
    ])
  }
}
