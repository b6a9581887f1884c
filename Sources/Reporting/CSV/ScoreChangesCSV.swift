import Catalogue
import Normalisation
import Spreadsheets
import Vocabulary

/// Every score of this round beside that of the last one, and what the difference is made of.
enum ScoreChangesCSV {
  static func table(_ results: RoundResults) -> CSVTable {
    let fields =
      [
        CSVSet.field(results, "CITY", required: true), CSVSet.field(results, "CITY_NAME_EN"),
        CSVSet.field(results, "CITY_NAME_TH"), CSVSet.field(results, "FRAMEWORK", required: true),
        CSVSet.field(results, "LEVEL", required: true), CSVSet.field(results, "NODE", required: true),
        CSVSet.field(results, "PREVIOUS_ROUND", required: true), CSVSet.field(results, "PREVIOUS_YEAR", .integer),
        CSVSet.field(results, "PREVIOUS_SCORE", .number), CSVSet.field(results, "REFERENCE_YEAR", .integer),
        CSVSet.field(results, "SCORE", .number), CSVSet.field(results, "SCORE_CHANGE", .number),
      ]
      + ScoreChange.Cause.allCases.map { CSVSet.field(results, "PART_\($0.rawValue.uppercased())", .number) } + [
        CSVSet.field(results, "SCORE_REASON"), CSVSet.field(results, "PREVIOUS_METHOD", required: true),
        CSVSet.field(results, "METHOD_VERSION", required: true), CSVSet.field(results, "RUN_ID", required: true),
      ]
    let changes = results.lastRound?.changes ?? []
    let parts = (changes.count + rowsPerPart - 1) / rowsPerPart
    return CSVTable(
      name: "score_changes", title: CSVSet.title(results, "score_changes"), fields: fields,
      primaryKey: ["CITY", "FRAMEWORK", "LEVEL", "NODE"], partCount: parts,
      part: { part, csv in
        guard let last = results.lastRound else { return }
        for change in changes[part * rowsPerPart..<min(changes.count, (part + 1) * rowsPerPart)] {
          row(change, last, results, into: &csv)
        }
      })
  }

  private static let rowsPerPart = 8192

  private static func row(
    _ change: ScoreChange, _ last: RoundResults.LastRound, _ results: RoundResults, into csv: inout CSVWriter
  ) {
    let printed = PrintedScoreChange(change)
    csv.fields(SharedFields.city(results.registry[change.city]))
    let (framework, level, node) = place(change.subject, results.catalogue)
    csv.code(framework)
    csv.code(level)
    csv.code(node)
    csv.text(last.round.id)
    csv.integer(last.round.referenceYear)
    csv.number(printed.before, decimals: PrintedScoreChange.decimals)
    csv.integer(results.round.referenceYear)
    csv.number(printed.after, decimals: PrintedScoreChange.decimals)
    csv.number(printed.change, decimals: PrintedScoreChange.decimals)
    for cause in ScoreChange.Cause.allCases {
      csv.number(
        printed.change == nil ? nil : printed.parts[cause] ?? 0, decimals: PrintedScoreChange.decimals)
    }
    csv.code(change.before == nil ? "first_score" : change.after == nil ? "no_score_now" : "")
    csv.code("\(last.method.id) \(last.method.version)")
    csv.code("\(results.catalogue.method.id) \(results.catalogue.method.version)")
    csv.code(results.run.id)
    csv.endRow()
  }

  private static func place(
    _ subject: ScoreChange.Subject, _ catalogue: Catalogue
  ) -> (framework: String, level: String, node: String) {
    switch subject {
    case .overall(let framework): (catalogue.frameworks[framework].id, "overall", "overall")
    case .node(let framework, let node):
      (
        catalogue.frameworks[framework].id,
        catalogue.frameworks[framework].levels[catalogue.frameworks[framework].nodes[node].depth],
        catalogue.frameworks[framework].nodes[node].code
      )
    case .indicator(let id): ("all", "indicator", catalogue[id].id)
    }
  }
}
