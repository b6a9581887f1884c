import Catalogue
import Measurement
import Spreadsheets
import Trends
import Vocabulary

/// Table 1: the city and its focal points, this year and before, beside the other cities.
enum CityScoreTable {
  private struct Entry {
    var code: String
    var label: LocalizedText
    var node: CityFacts.Node
  }

  /// The city as a whole, its focal points, which the chart shows, its areas, and itself beside cities of its size.
  private static func entries(_ context: CityContext) -> [Entry] {
    let card = context.card
    let nodes = (card.focalPoints + card.areas).compactMap { row -> Entry? in
      guard let node = row.node.map({ context.framework.nodes[$0] }) else { return nil }
      let name = node.shortName
      return Entry(
        code: node.code,
        label: LocalizedText(english: "\(node.code) \(name.english)", thai: "\(node.code) \(name.thai)"), node: row)
    }
    let overall = Entry(code: "overall", label: context.words.both("overall"), node: card.overall)
    guard let similar = card.similar, let node = card.besideSimilar else { return [overall] + nodes }
    let label = context.words.both(
      "card.similar.label",
      [
        "low": .count(similar.fewest), "high": .count(similar.most),
        "names": context.base.list(similar.cities, atMost: 12),
      ])
    return [overall] + nodes + [Entry(code: "similar", label: label, node: node)]
  }

  static func sheet(_ context: CityContext) -> Sheet {
    let make = TableColumns(context.styles)
    let entries = entries(context)
    let rows = entries.map(\.node)
    let labels = entries.map(\.label)
    let round = context.base.round
    let none = Shorthand.notApplicable
    func score(_ header: String, _ path: KeyPath<CityFacts.Node, FixedDecimal?>, _ format: String) -> DataColumn {
      make.number(header, rows.map { $0[keyPath: path]?.value }, format: format)
    }
    return TableSheet(
      context: context.base, name: CitySheets.scores, table: "tbl_scores", key: "card.table1",
      values: ["city": context.name]
    ).sheet([
      make.text("code", entries.map(\.code), width: 9),
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
