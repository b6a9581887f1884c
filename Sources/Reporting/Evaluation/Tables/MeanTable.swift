import Catalogue
import Spreadsheets
import Vocabulary

/// Table 2: the network's means, overall and by area and focal point.
enum MeanTable {
  static let englishColumn = 2
  static let thaiColumn = 3
  static let meanColumn = 5
  static let previousColumn = 7
  static let currentColumn = 8

  /// Where the areas stand in the table, for the chart: after the row of the network as a whole.
  static func areaRows(_ context: EvaluationContext) -> ClosedRange<Int>? {
    let areas = context.facts.layout.areas.count
    return areas > 0 ? 1...areas : nil
  }

  static func sheet(_ context: EvaluationContext) -> Sheet {
    let framework = context.results.catalogue.frameworks[context.results.framework]
    let facts = context.facts.network
    let nodes = facts.map { fact in fact.node.map { framework.nodes[$0] } }
    let overall = context.words.both("overall")
    let names = nodes.map { $0?.shortName ?? overall }
    let levels = nodes.map { node -> String in
      guard let node else { return "overall" }
      return framework.levels.indices.contains(node.depth) ? framework.levels[node.depth] : ""
    }
    let make = TableColumns(context.styles)
    let round = context.round
    let columns = [
      make.text("level", levels, width: 13), make.text("code", nodes.map { $0?.code ?? "all" }, width: 9),
      make.text("name_en", names.map(\.english), width: 30), make.text("name_th", names.map(\.thai), width: 30),
      make.integer("cities_\(round.referenceYear)", facts.map(\.scored)),
      make.number("mean_\(round.referenceYear)", facts.map { $0.mean?.value }, format: NumberFormats.score),
      make.integer("cities_compared", facts.map(\.compared)),
      make.number(
        "compared_\(round.comparisonYear)", facts.map { $0.comparedPrevious?.value }, format: NumberFormats.score),
      make.number(
        "compared_\(round.referenceYear)", facts.map { $0.comparedCurrent?.value }, format: NumberFormats.score),
      make.number("change", facts.map { $0.change?.value }, format: NumberFormats.change),
      make.integer("improved", facts.map(\.improved)), make.integer("worsened", facts.map(\.worsened)),
      make.integer("under_50", facts.map(\.under50)), make.integer("reported", facts.map(\.reported)),
      make.integer("expected", facts.map(\.expected)), make.integer("reported_pct", facts.map(\.reportedShare)),
    ]
    return TableSheet(
      context: context, name: SheetNames.means, table: "tbl_means", key: "table2",
      values: ["framework": framework.label]
    ).sheet(columns)
  }
}
