import Catalogue
import Normalisation
import Spreadsheets
import Vocabulary

/// Intervals of places and groups of every reporting city, for the whole framework and its top-level nodes. Never a bare rank.
enum RobustnessCSV {
  static func table(_ results: RoundResults) -> CSVTable {
    let fields = [
      CSVSet.field(results, "CITY", required: true), CSVSet.field(results, "CITY_NAME_EN"),
      CSVSet.field(results, "CITY_NAME_TH"), CSVSet.field(results, "FRAMEWORK", required: true),
      CSVSet.field(results, "LEVEL", required: true), CSVSet.field(results, "NODE", required: true),
      CSVSet.field(results, "REFERENCE_YEAR", .integer, required: true), CSVSet.field(results, "SCORE", .number),
      CSVSet.field(results, "COVERAGE", .number, required: true),
      CSVSet.field(results, "IMPUTED", .integer, required: true),
      CSVSet.field(results, "RANK_STATUS", required: true), CSVSet.field(results, "RANK_GROUP", .integer),
      CSVSet.field(results, "RANK_LOW", .integer), CSVSet.field(results, "RANK_MEDIAN", .integer),
      CSVSet.field(results, "RANK_HIGH", .integer), CSVSet.field(results, "TOP_QUARTER_SHARE", .number),
      CSVSet.field(results, "BOTTOM_QUARTER_SHARE", .number),
      CSVSet.field(results, "RANK_GROUPS", .integer, required: true),
      CSVSet.field(results, "CITIES_RANKED", .integer, required: true),
      CSVSet.field(results, "DRAWS", .integer, required: true),
      CSVSet.field(results, "RANKS_COMPARABLE", .boolean, required: true),
      CSVSet.field(results, "ROBUSTNESS_PARAMETERS", required: true),
      CSVSet.field(results, "METHOD_VERSION", required: true), CSVSet.field(results, "RUN_ID", required: true),
    ]
    return CSVTable(
      name: "robustness", title: CSVSet.title(results, "robustness"), fields: fields,
      primaryKey: ["CITY", "FRAMEWORK", "LEVEL", "NODE"], partCount: 1,
      part: { _, csv in
        if let robustness = results.robustness {
          let rankings = robustness.rankings.map { ranking in
            (ranking, Dictionary(uniqueKeysWithValues: ranking.standings.map { ($0.city, $0) }))
          }
          for city in results.reportingCities {
            for (ranking, standings) in rankings {
              guard let standing = standings[city] else { continue }
              write(standing, ranking, robustness, results, into: &csv)
            }
          }
        }
      })
  }

  private static func write(
    _ standing: Robustness.Standing, _ ranking: Robustness.Ranking, _ robustness: Robustness, _ results: RoundResults,
    into csv: inout CSVWriter
  ) {
    let framework = results.catalogue.frameworks[robustness.framework]
    let score =
      ranking.node.map { results.current.node(standing.city, framework: robustness.framework, node: $0) }
      ?? results.current.overall(standing.city, framework: robustness.framework)
    csv.fields(SharedFields.city(results.registry[standing.city]))
    csv.code(framework.id)
    csv.code(ranking.node.map { framework.levels[framework.nodes[$0].depth] } ?? "overall")
    csv.code(ranking.node.map { framework.nodes[$0].code } ?? "overall")
    csv.integer(results.current.referenceYear)
    csv.number(score.score, decimals: 1)
    csv.number(score.coverage, decimals: 4)
    csv.integer(score.imputed)
    csv.code(standing.absence?.rawValue ?? "ranked")
    csv.optional(standing.group)
    csv.optional(standing.interval?.low)
    csv.optional(standing.interval?.median)
    csv.optional(standing.interval?.high)
    csv.number(standing.topShare, decimals: 3)
    csv.number(standing.bottomShare, decimals: 3)
    csv.integer(ranking.groups)
    csv.integer(ranking.ranked)
    csv.integer(standing.draws)
    csv.code("false")
    csv.text(robustness.choice.parameters.echoed)
    csv.code("\(results.catalogue.method.id) \(results.catalogue.method.version)")
    csv.code(results.run.id)
    csv.endRow()
  }
}

extension CSVWriter {
  /// A whole number, or nothing.
  mutating func optional(_ number: Int?) { if let number { integer(number) } else { empty() } }
}
