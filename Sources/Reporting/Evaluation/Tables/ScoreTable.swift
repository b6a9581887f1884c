import Catalogue
import Normalisation
import Spreadsheets
import Vocabulary

/// Table 1: the score and the coverage of every city on every node of the framework.
enum ScoreTable {
  static func sheet(_ context: EvaluationContext) -> Sheet {
    let results = context.results
    let framework = results.catalogue.frameworks[results.framework]
    let nodes: [Int?] = [nil] + framework.nodes.indices.map { $0 }
    let heads = nodes.map { Head($0, framework, context) }
    var rows = Rows()
    rows.reserve(context.facts.reporting.count * nodes.count)
    for city in context.facts.reporting {
      let name = context.name(city)
      let third = context.facts.standing.group(of: city)?.rawValue ?? ""
      for (node, head) in zip(nodes, heads) {
        rows.city.append(results.registry[city], name)
        rows.append(
          head, third: node == nil ? third : "", now: results.current.score(city, results.framework, node),
          before: results.previous.score(city, results.framework, node).score)
      }
    }
    return TableSheet(
      context: context, name: SheetNames.scores, table: "tbl_scores", key: "table1",
      values: ["framework": framework.label]
    ).sheet(rows.columns(TableColumns(context.styles), context.round))
  }

  /// What is the same in the rows of all cities.
  private struct Head {
    var level: String
    var code: String
    var name: LocalizedText
    /// Whether anything under the node can have a score.
    var hasScale: Bool

    init(_ node: Int?, _ framework: Framework, _ context: EvaluationContext) {
      let catalogue = context.results.catalogue
      guard let node else {
        level = "overall"
        code = "all"
        name = context.words.both("overall")
        hasScale = true
        return
      }
      let definition = framework.nodes[node]
      level = framework.levels.indices.contains(definition.depth) ? framework.levels[definition.depth] : ""
      code = definition.code
      name = definition.shortName
      hasScale = framework.indicators(under: node).contains { catalogue[$0].scale != .none }
    }
  }

  private struct Rows {
    var city = CityColumns()
    var levels: [String] = []
    var codes: [String] = []
    var english: [String] = []
    var thai: [String] = []
    var statuses: [String] = []
    var thirds: [String] = []
    var before: [Double?] = []
    var now: [Double?] = []
    var changes: [Double?] = []
    var reported: [Int?] = []
    var expected: [Int?] = []
    var coverage: [Int?] = []

    mutating func reserve(_ count: Int) {
      city.reserve(count)
      levels.reserveCapacity(count)
      codes.reserveCapacity(count)
      english.reserveCapacity(count)
      thai.reserveCapacity(count)
      statuses.reserveCapacity(count)
      thirds.reserveCapacity(count)
      before.reserveCapacity(count)
      now.reserveCapacity(count)
      changes.reserveCapacity(count)
      reported.reserveCapacity(count)
      expected.reserveCapacity(count)
      coverage.reserveCapacity(count)
    }

    mutating func append(_ head: Head, third: String, now score: Assessment.NodeScore, before earlier: Double?) {
      levels.append(head.level)
      codes.append(head.code)
      english.append(head.name.english)
      thai.append(head.name.thai)
      statuses.append(score.score != nil ? "scored" : head.hasScale ? "too_few_measures" : "not_scored")
      thirds.append(third)
      before.append(earlier.map { FixedDecimal($0, decimals: 1).value })
      now.append(score.score.map { FixedDecimal($0, decimals: 1).value })
      if let later = score.score, let earlier {
        changes.append(FixedDecimal(later - earlier, decimals: 1).value)
      } else {
        changes.append(nil)
      }
      reported.append(score.reported)
      expected.append(score.expected)
      coverage.append(Int(FixedDecimal(100 * score.coverage, decimals: 0).scaled))
    }

    func columns(_ make: TableColumns, _ round: Round) -> [DataColumn] {
      city.columns(make) + [
        make.text("level", levels, width: 13), make.text("code", codes, width: 9),
        make.text("name_en", english, width: 46), make.text("name_th", thai, width: 46),
        make.text("status", statuses, width: 18), make.text("third", thirds, width: 10),
        make.number("score_\(round.comparisonYear)", before, format: NumberFormats.score),
        make.number("score_\(round.referenceYear)", now, format: NumberFormats.score),
        make.number("change", changes, format: NumberFormats.change),
        make.integer("reported", reported), make.integer("expected", expected),
        make.integer("coverage_pct", coverage),
      ]
    }
  }
}
