import Catalogue
import Normalisation
import Spreadsheets
import Vocabulary

/// The change of every score of the round's framework since the last round, with its parts.
enum ScoreChangeTable {
  static func sheet(_ context: EvaluationContext, _ last: RoundResults.LastRound) -> Sheet {
    let results = context.results
    let framework = results.catalogue.frameworks[results.framework]
    var city = CityColumns()
    var levels: [String] = []
    var codes: [String] = []
    var printed: [PrintedScoreChange] = []
    var causes: [String] = []
    func append(_ change: ScoreChange, _ level: String, _ code: String) {
      city.append(results.registry[change.city], context.name(change.city))
      levels.append(level)
      codes.append(code)
      printed.append(PrintedScoreChange(change))
      causes.append(printed[printed.count - 1].mainCause?.rawValue ?? "")
    }
    let shown = Set(context.facts.scoreChanges?.shown.map(\.city) ?? [])
    for change in last.changes where context.holdsEveryRow || shown.contains(change.city) {
      switch change.subject {
      case .overall(results.framework): append(change, "overall", "all")
      case .node(results.framework, let node):
        append(change, framework.levels[framework.nodes[node].depth], framework.nodes[node].code)
      default: continue
      }
    }
    let make = TableColumns(context.styles)
    let none = Shorthand.notApplicable
    let columns =
      city.columns(make) + [
        make.text("level", levels, width: 13), make.text("code", codes, width: 9),
        make.number("last_round", printed.map(\.before), format: NumberFormats.score, missing: none),
        make.number("this_round", printed.map(\.after), format: NumberFormats.score, missing: none),
        make.number("change", printed.map(\.change), format: NumberFormats.change, missing: none),
      ]
      + ScoreChange.Cause.allCases.map { cause in
        make.number(
          cause.rawValue, printed.map { $0.change == nil ? nil : $0.parts[cause] ?? 0 }, format: NumberFormats.change,
          missing: none)
      } + [make.text("main_cause", causes, width: 14)]
    return TableSheet(
      context: context, name: SheetNames.scoreChanges, table: "tbl_score_changes", key: "table_score_changes",
      isExcerpt: !context.holdsEveryRow, values: ["framework": framework.label]
    ).sheet(columns)
  }
}
