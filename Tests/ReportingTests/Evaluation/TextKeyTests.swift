import Catalogue
import Foundation
import GNLCTestSupport
import Normalisation
import Testing
import Trends
import Vocabulary

@testable import Reporting

/// The texts that the code asks for and those that the file has are the same.
@Suite struct TextKeyTests {
  /// Keys are written out in the code, but for those that end with a code: `status.`, `figure.`.
  @Test func everyKeyOfTheCodeHasAText() throws {
    let texts = try SampleWorkbook.catalogue().texts.reports
    let used = /(?:words|words\.both|words\.other|subject|section)\(\s*"([a-z][a-z0-9_.]*)"/
    for (file, source) in try sources() {
      for match in source.matches(of: used) {
        #expect(texts[String(match.output.1)] != nil, "\(file): \(match.output.1)")
      }
    }
    for list in computedKeys {
      for key in list { #expect(texts[key] != nil, "\(key)") }
    }
  }

  /// A text that nobody asks for is a translator's wasted hour.
  @Test func everyTextIsUsed() throws {
    let code = try sources().map(\.source).joined()
    let computed = Set(computedKeys.flatMap { $0 })
    let prefixes = [
      "headline.", "cover.mean.", "weakest.proof.", "areas.", "note.", "sheet.", "contents.", "document.", "level.",
      "figure.", "fact.", "heat.", "change_outcome.", "missing.", "card.headline.", "funders.headline.",
      "funders.regions.", "card.side.", "funders.table", "card.table",
      "receipt.", "correction.", "revised_by.", "table_revision_indicators.", "table_corrections.",
    ]
    for key in try workbookKeys() where !computed.contains(key) {
      let isWritten = code.contains("\"\(key)\"") || prefixes.contains { key.hasPrefix($0) }
      #expect(isWritten, "\(key)")
    }
  }

  /// Keys whose end is a code of a list.
  private var computedKeys: [[String]] {
    [
      ProgressStatus.allCases.map { "status.\($0.rawValue)" },
      ObservationStatus.allCases.map { "obs_status.\($0.code.lowercased())" },
      GoalProgress.Absence.allCases.map { "absence.\($0.rawValue)" },
      ChangeFacts.Outcome.allCases.map { "change_outcome.\($0.rawValue)" },
      GroupComparison.Course.allCases.map { "equity.course.\($0.rawValue)" },
      GroupComparison.Absence.allCases.map { "equity.course_absence.\($0.rawValue)" },
      ["equity.course_absence.other_groups", "equity.benchmark.average", "equity.benchmark.target"],
      ["points", "percent", "units"].map { "change_measure.\($0)" },
      ["target", "fixed_pace"].map { "judged_against.\($0)" },
      RequiredPace.Case.allCases.map { "pace_case.\($0.rawValue)" },
      ["submission", "from_sources", "nothing_came"].map { "quality.\($0)" },
      ScoreChange.Cause.allCases.flatMap { ["score_cause.\($0.rawValue)", "score_cause.\($0.rawValue).long"] },
      (["ranked"] + Robustness.Absence.allCases.map(\.rawValue)).map { "ranks.reason.\($0)" },
      CoverageState.allCases.map(\.key),
      ["published", "revised", "withdrawn", "mean", "mean_absolute"].map { "revisions.\($0)" },
      GoalProgress.Course.allCases.map { "course.\($0.rawValue)" },
      SubmissionState.allCases.flatMap { ["submission_state.\($0.rawValue)", "deadline.step.\($0.rawValue)"] },
      RoundResults.CityOutcome.Kind.allCases.map { "outcome.\($0.rawValue)" },
      ["scored", "too_few_measures", "not_scored"].map { "score_status.\($0)" },
      Standing.Group.allCases.map { "third.\($0.rawValue)" },
      Finding.Severity.allCases.flatMap { ["severity.\($0.rawValue)", "severity.\($0.rawValue).plural"] },
      ["computed", "reported"].map { "form.\($0)" }, City.Role.allCases.map { "role.\($0.rawValue)" },
      GeographicLevel.allCases.map { "geographic_level.\($0.code)" },
      Direction.allCases.map { "direction.\($0.rawValue)" }, Frequency.allCases.map { "frequency.\($0.rawValue)" },
      Attestation.Confidence.allCases.map { "confidence.\($0.rawValue)" },
      Round.State.allCases.flatMap { ["state.\($0.rawValue)", "summary.state.\($0.rawValue)"] },
      ["x", "z", "c", "b"].map { "shorthand.\($0)" },
      [
        "table1", "table2", "table3", "table4", "table5", "table6", "table6cut", "table7", "table8", "table9",
        "table10", "table11", "table_figures", "table_indicators", "table_sources", "codes", "table_ranks",
        "table_influence", "table_agreement", "table_differences", "table_score_changes",
        "table_coverage", "table_what_if", "table_revisions", "table_revision_cities",
      ].flatMap { ["\($0).title", "\($0).about"] },
    ]
  }

  private func sources() throws -> [(file: String, source: String)] {
    let root = Repository.path("Sources/Reporting")
    let paths = FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
    return try paths.filter { $0.hasSuffix(".swift") }.map {
      ($0, try String(contentsOfFile: "\(root)/\($0)", encoding: .utf8))
    }
  }

  /// Keys of the workbooks.
  private func workbookKeys() throws -> [String] {
    let text = try String(contentsOfFile: Repository.path("Indicators/texts/reports.yaml"), encoding: .utf8)
    return text.matches(of: /(?m)^  ([a-z][a-z0-9_.]*):/).map { String($0.output.1) }
  }
}
