import Catalogue
import Normalisation
import Spreadsheets
import Trends
import Vocabulary

/// The codes that stand in the tables, with their meanings in both languages.
enum CodeTable {
  private struct Row {
    var list: String
    var code: String
    var label: LocalizedText
    var definition: LocalizedText?
  }

  /// What a report card or the funders' workbook has no code of.
  private static let evaluationOnly: Set<String> = [
    "state of a submission", "outcome of a city", "rank_status", "severity", "role", "frequency", "confidence",
  ]

  /// - Parameter isWhole: Whether the lists of all sheets are told, or those that every reader meets.
  static func sheet(_ context: EvaluationContext, isWhole: Bool = true) -> Sheet {
    let dimensions = Set(context.results.catalogue.dimensions.map(\.list.id))
    let catalogue = Set(context.results.catalogue.lists.map(\.id)).subtracting(dimensions)
    let rows = rows(context).filter {
      isWhole || !evaluationOnly.contains($0.list) && !catalogue.contains($0.list)
    }
    let make = TableColumns(context.styles)
    let columns = [
      make.text("list", rows.map(\.list), width: 22), make.text("code", rows.map(\.code), width: 26),
      make.text("label_en", rows.map(\.label.english), width: 50),
      make.text("label_th", rows.map(\.label.thai), width: 50),
      make.text("definition_en", rows.map { $0.definition?.english ?? "" }, width: 70),
      make.text("definition_th", rows.map { $0.definition?.thai ?? "" }, width: 70),
    ]
    return TableSheet(context: context, name: SheetNames.codes, table: "tbl_codes", key: "codes").sheet(columns)
  }

  private static func rows(_ context: EvaluationContext) -> [Row] {
    let words = context.words
    func rows(_ list: String, _ codes: [String], key: String) -> [Row] {
      codes.map { Row(list: list, code: $0, label: words.both("\(key).\(key == "obs_status" ? $0.lowercased() : $0)")) }
    }
    let shorthand = [("[x]", "x"), ("[z]", "z"), ("[c]", "c"), ("[b]", "b")].map { sign, key in
      Row(list: "shorthand", code: sign, label: words.both("shorthand.\(key)"))
    }
    let frameworks = context.results.catalogue.frameworks
    let levels = Set(frameworks.flatMap(\.levels)).sorted().filter { words.texts.reports["level.\($0)"] != nil }
    return shorthand
      + rows("status (SDMX)", ObservationStatus.allCases.map(\.code), key: "obs_status")
      + rows("progress status", ProgressStatus.allCases.map(\.rawValue), key: "status")
      + rows("reason", GoalProgress.Absence.allCases.map(\.rawValue), key: "absence")
      + rows("outcome of a change", ChangeFacts.Outcome.allCases.map(\.rawValue), key: "change_outcome")
      + rows("change in", ["points", "percent", "units"], key: "change_measure")
      + rows("state of a submission", SubmissionState.allCases.map(\.rawValue), key: "submission_state")
      + rows("outcome of a city", RoundResults.CityOutcome.Kind.allCases.map(\.rawValue), key: "outcome")
      + rows("judged against", ["target", "fixed_pace"], key: "judged_against")
      + rows("pace_case", RequiredPace.Case.allCases.map(\.rawValue), key: "pace_case")
      + rows("status of a score", ["scored", "too_few_measures", "not_scored"], key: "score_status")
      + rows("rank_status", ["ranked"] + Robustness.Absence.allCases.map(\.rawValue), key: "ranks.reason")
      + rows("third", Standing.Group.allCases.map(\.rawValue), key: "third")
      + rows("level", ["overall"] + levels, key: "level")
      + rows("severity", Finding.Severity.allCases.map(\.rawValue), key: "severity")
      + rows("form", ["computed", "reported"], key: "form")
      + rows("role", City.Role.allCases.map(\.rawValue), key: "role")
      + rows("geographic level", GeographicLevel.allCases.map(\.code), key: "geographic_level")
      + rows("direction", Direction.allCases.map(\.rawValue), key: "direction")
      + rows("frequency", Frequency.allCases.map(\.rawValue), key: "frequency")
      + rows("confidence", Attestation.Confidence.allCases.map(\.rawValue), key: "confidence")
      + lists(context.results.catalogue)
  }

  /// Units, breakdowns and lists of the catalogue.
  private static func lists(_ catalogue: Catalogue) -> [Row] {
    let units = catalogue.units.map { Row(list: "unit", code: $0.id, label: $0.name) }
    let lists = catalogue.dimensions.map(\.list) + catalogue.lists
    return units
      + lists.flatMap { list in
        list.codes.map { Row(list: list.id, code: $0.id, label: $0.label, definition: $0.definition) }
      }
  }
}
