import Catalogue
import Measurement
import Normalisation
import Spreadsheets
import Vocabulary

/// The scores of indicators and framework nodes for the reference and the comparison year, with what they rest on.
enum ScoresCSV {
  static func table(_ results: RoundResults) -> CSVTable {
    let fields = [
      CSVSet.field(results, "CITY", required: true), CSVSet.field(results, "CITY_NAME_EN"),
      CSVSet.field(results, "CITY_NAME_TH"), CSVSet.field(results, "FRAMEWORK", required: true),
      CSVSet.field(results, "LEVEL", required: true), CSVSet.field(results, "NODE", required: true),
      CSVSet.field(results, "REFERENCE_YEAR", .integer, required: true), CSVSet.field(results, "SCORE", .number),
      CSVSet.field(results, "COVERAGE", .number, required: true),
      CSVSet.field(results, "REPORTED", .integer, required: true),
      CSVSet.field(results, "EXPECTED", .integer, required: true),
      CSVSet.field(results, "IMPUTED", .integer, required: true),
      CSVSet.field(results, "SCORE_STATUS", required: true), CSVSet.field(results, "TREATMENT"),
      CSVSet.field(results, "COMPARABLE", .boolean, required: true),
      CSVSet.field(results, "VALUE_PERIOD"), CSVSet.field(results, "SCORE_PARAMETERS", required: true),
      CSVSet.field(results, "METHOD_VERSION", required: true),
      CSVSet.field(results, "RUN_ID", required: true),
    ]
    let own = ScoreFields(results)
    return CSVTable(
      name: "scores", title: CSVSet.title(results, "scores"), fields: fields,
      primaryKey: ["CITY", "FRAMEWORK", "LEVEL", "NODE", "REFERENCE_YEAR"], of: results,
      rows: { city, names, csv in
        guard !results.observations.slice(of: city).isEmpty else { return }
        ScoreRows(results: results, own: own, city: city, names: names).write(into: &csv)
      })
  }
}

/// What the rows of a node or an indicator have in common.
private struct ScoreFields: Sendable {
  /// Framework by framework: framework, level and code of the whole, then of each node.
  let nodes: [[CSVFields]]
  let indicators: [CSVFields]
  /// Whether scores of two rounds may be compared.
  let comparable: CSVFields
  /// Choices behind the scores, method and run.
  let tail: CSVFields

  init(_ results: RoundResults) {
    func head(_ framework: String, _ level: String, _ node: String) -> CSVFields {
      CSVFields {
        $0.code(framework)
        $0.code(level)
        $0.code(node)
      }
    }
    nodes = results.catalogue.frameworks.map { framework in
      [head(framework.id, "overall", "overall")]
        + framework.nodes.map { head(framework.id, framework.levels[$0.depth], $0.code) }
    }
    indicators = results.catalogue.indicators.map { head("all", "indicator", $0.id) }
    let method = results.catalogue.method
    comparable = CSVFields { $0.code(method.isPeerRelative ? "false" : "true") }
    tail = CSVFields {
      $0.text(method.scoreParameters)
      $0.code("\(method.id) \(method.version)")
      $0.code(results.run.id)
    }
  }
}

/// The rows of one city.
private struct ScoreRows {
  let results: RoundResults
  let own: ScoreFields
  let city: CityID
  let names: CSVFields

  func write(into csv: inout CSVWriter) {
    for (index, framework) in results.catalogue.frameworks.enumerated() {
      for assessment in [results.previous, results.current] {
        row(own.nodes[index][0], assessment, assessment.overall(city, framework: index), into: &csv)
      }
      for node in framework.nodes.indices {
        for assessment in [results.previous, results.current] {
          let score = assessment.node(city, framework: index, node: node)
          guard score.expected > 0 else { continue }
          row(own.nodes[index][node + 1], assessment, score, into: &csv)
        }
      }
    }
    for (index, indicator) in results.catalogue.indicators.enumerated() where indicator.scale != .none {
      for assessment in [results.previous, results.current] {
        if let entry = assessment.entry(city, IndicatorID(index)) {
          row(own.indicators[index], assessment, entry, into: &csv)
        } else if let imputed = assessment.imputed(city, IndicatorID(index)) {
          row(own.indicators[index], assessment, imputed, into: &csv)
        }
      }
    }
  }

  private func row(
    _ head: CSVFields, _ assessment: Assessment, _ score: Assessment.NodeScore, into csv: inout CSVWriter
  ) {
    csv.fields(names)
    csv.fields(head)
    csv.integer(assessment.referenceYear)
    csv.number(score.score, decimals: 1)
    csv.number(score.coverage, decimals: 4)
    csv.integer(score.reported)
    csv.integer(score.expected)
    csv.integer(score.imputed)
    csv.code(
      score.score != nil
        ? "scored" : score.isScreenedOut ? "screened_out" : score.reported == 0 ? "no_data" : "not_enough_data")
    csv.empty()
    csv.fields(own.comparable)
    csv.empty()
    csv.fields(own.tail)
    csv.endRow()
  }

  private func row(
    _ head: CSVFields, _ assessment: Assessment, _ entry: Assessment.Entry, into csv: inout CSVWriter
  ) {
    csv.fields(names)
    csv.fields(head)
    csv.integer(assessment.referenceYear)
    csv.number(entry.score, decimals: 1)
    csv.number(1, decimals: 4)
    csv.integer(1)
    csv.integer(1)
    csv.integer(0)
    csv.code(entry.score == nil ? "not_scored" : "scored")
    csv.code(entry.isWinsorised ? "winsorised" : "")
    csv.fields(own.comparable)
    csv.period(results.values.values[Int(entry.value)].key.period)
    csv.fields(own.tail)
    csv.endRow()
  }

  /// An indicator that the city did not report.
  private func row(
    _ head: CSVFields, _ assessment: Assessment, _ imputed: Assessment.Imputed, into csv: inout CSVWriter
  ) {
    csv.fields(names)
    csv.fields(head)
    csv.integer(assessment.referenceYear)
    csv.number(imputed.score, decimals: 1)
    csv.number(0, decimals: 4)
    csv.integer(0)
    csv.integer(1)
    csv.integer(1)
    csv.code(imputed.score == nil ? "not_scored" : "scored")
    csv.code("imputed_\(results.catalogue.method.imputation?.name.rawValue ?? "")")
    csv.fields(own.comparable)
    csv.empty()
    csv.fields(own.tail)
    csv.endRow()
  }
}
