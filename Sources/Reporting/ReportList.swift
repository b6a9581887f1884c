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

  private static let evaluation = "evaluation"
  private static let funders = "funders"
  /// Of the cards.
  public static let cities = "cities"
  /// The kinds of workbooks by name.
  public static let kinds = [evaluation, funders, cities]

  /// Computes what all of them share.
  /// - Parameter isWanted: Asked of each kind; for others nothing is computed.
  public init(_ results: RoundResults, where isWanted: (String) -> Bool = { _ in true }) {
    let kinds = Set(Self.kinds.filter(isWanted))
    guard !kinds.isEmpty else {
      workbooks = []
      cards = []
      return
    }
    let facts = EvaluationFacts(results)
    cards = kinds.contains(Self.cities) ? CityCards(results, facts).entries : []
    let round = results.round.id
    // The first language of the programme has the plain name.
    let languages = results.programme.languages.enumerated().map { index, language in
      (language, suffix: index == 0 ? "" : "-\(language.rawValue)")
    }
    // The large ones first.
    var workbooks: [Entry] = []
    if kinds.contains(Self.evaluation) {
      workbooks += languages.map { language, suffix in
        Entry(name: "\(Self.evaluation)-\(round)\(suffix).xlsx") {
          EvaluationWorkbook.build(results, facts: facts, language: language)
        }
      }
    }
    if kinds.contains(Self.funders) {
      let funders = FundersWorkbook(results, facts)
      workbooks += languages.map { language, suffix in
        Entry(name: "\(Self.funders)-\(round)\(suffix).xlsx") { funders.workbook(language) }
      }
    }
    self.workbooks = workbooks
  }
}
