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
      CSVSet.field(results, "EXPECTED", .integer, required: true), CSVSet.field(results, "SCORE_STATUS", required: true),
      CSVSet.field(results, "VALUE_PERIOD"), CSVSet.field(results, "METHOD_VERSION", required: true),
      CSVSet.field(results, "RUN_ID", required: true),
    ]
    return CSVTable(
      name: "scores", title: CSVSet.title(results, "scores"), fields: fields,
      primaryKey: ["CITY", "FRAMEWORK", "LEVEL", "NODE", "REFERENCE_YEAR"], partCount: CSVSet.partCount(results),
      part: { part in
        var rows = ScoreRows(results: results, csv: CSVWriter(continuationWithColumns: fields.count))
        for city in CSVSet.cities(ofPart: part, results) { rows.write(CityID(city)) }
        return rows.csv.bytes
      })
  }
}

private struct ScoreRows {
  let results: RoundResults
  var csv: CSVWriter

  mutating func write(_ city: CityID) {
    let slice = results.observations.slice(of: city)
    guard !slice.isEmpty else { return }
    for (index, framework) in results.catalogue.frameworks.enumerated() {
      for assessment in [results.previous, results.current] {
        row(city, framework.id, "overall", "overall", assessment, assessment.overall(city, framework: index))
      }
      for (position, node) in framework.nodes.enumerated() {
        for assessment in [results.previous, results.current] {
          let score = assessment.node(city, framework: index, node: position)
          guard score.expected > 0 else { continue }
          row(city, framework.id, framework.levels[node.depth], node.code, assessment, score)
        }
      }
    }
    for (index, indicator) in results.catalogue.indicators.enumerated() where indicator.scale != .none {
      for assessment in [results.previous, results.current] {
        guard let entry = assessment.entry(city, IndicatorID(index)) else { continue }
        indicatorRow(city, indicator, assessment, entry)
      }
    }
  }

  private mutating func row(
    _ city: CityID, _ framework: String, _ level: String, _ node: String, _ assessment: Assessment,
    _ score: Assessment.NodeScore
  ) {
    head(city, framework, level, node, assessment)
    csv.number(score.score, decimals: 1)
    csv.number(score.coverage, decimals: 4)
    csv.integer(score.reported)
    csv.integer(score.expected)
    csv.code(score.score != nil ? "scored" : score.reported == 0 ? "no_data" : "not_enough_data")
    csv.empty()
    tail()
  }

  private mutating func indicatorRow(
    _ city: CityID, _ indicator: Indicator, _ assessment: Assessment, _ entry: Assessment.Entry
  ) {
    head(city, "", "indicator", indicator.id, assessment)
    csv.number(entry.score, decimals: 1)
    csv.number(1, decimals: 4)
    csv.integer(1)
    csv.integer(1)
    csv.code("scored")
    csv.code("\(results.values.values[Int(entry.value)].key.period)")
    tail()
  }

  private mutating func head(
    _ city: CityID, _ framework: String, _ level: String, _ node: String, _ assessment: Assessment
  ) {
    csv.city(results.registry[city])
    csv.code(framework.isEmpty ? "all" : framework)
    csv.code(level)
    csv.code(node)
    csv.integer(assessment.referenceYear)
  }

  private mutating func tail() {
    csv.code("\(results.catalogue.method.id) \(results.catalogue.method.version)")
    csv.code(results.run.id)
    csv.endRow()
  }
}
