import Spreadsheets
import Vocabulary

/// The workbooks of a round by name. None is made before it is asked for, so a network of hundreds of cities holds only those in
/// memory that are being written.
public struct ReportList: Sendable {
  /// A workbook to come: its path in the release, and how to make it.
  public struct Entry: Sendable {
    /// Below the release: `funders-2026.xlsx`.
    public var name: String
    public var make: @Sendable () -> Workbook
  }

  /// Of the network.
  public let workbooks: [Entry]
  /// Of the cities: many and small.
  public let cards: [Entry]

  /// Computes what all of them share.
  public init(_ results: RoundResults) {
    let facts = EvaluationFacts(results)
    let funders = FundersWorkbook(results, facts)
    cards = CityCards(results, facts).entries
    let round = results.round.id
    // The first language of the programme has the plain name.
    let languages = results.programme.languages.enumerated().map { index, language in
      (language, suffix: index == 0 ? "" : "-\(language.rawValue)")
    }
    // The large ones first.
    workbooks =
      languages.map { language, suffix in
        Entry(name: "evaluation-\(round)\(suffix).xlsx") {
          EvaluationWorkbook.build(results, facts: facts, language: language)
        }
      }
      + languages.map { language, suffix in
        Entry(name: "funders-\(round)\(suffix).xlsx") { funders.workbook(language) }
      }
  }
}
