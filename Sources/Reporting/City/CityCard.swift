import Catalogue
import Spreadsheets
import Vocabulary

/// The report cards of the cities, `cities/<id>-<round>.xlsx`, each made when it is asked for.
public struct CityCards: Sendable {
  private let shared: CardShared
  /// By language: the same for all cities.
  private let contexts: [Language: EvaluationContext]

  /// Computes what all cards share.
  public init(_ results: RoundResults) {
    self.init(results, EvaluationFacts(results))
  }

  init(_ results: RoundResults, _ facts: EvaluationFacts) {
    shared = CardShared(results, facts)
    var contexts: [Language: EvaluationContext] = [:]
    for language in Language.allCases {
      contexts[language] = EvaluationContext(results, language: language, facts: facts, home: CitySheets.profile)
    }
    self.contexts = contexts
  }

  /// A card's languages: the city's own first, as the registry has it, or else its country's, where the programme has it; then the
  /// others of the programme.
  func languages(of city: CityID) -> [Language] {
    let languages = shared.results.programme.languages
    let city = shared.results.registry[city]
    guard let own = city.languages.first ?? city.languageOfCountry, languages.contains(own) else { return languages }
    return [own] + languages.filter { $0 != own }
  }

  func context(_ city: CityID, _ language: Language) -> CityContext {
    let plain = contexts[language] ?? EvaluationContext(shared.results, language: language, facts: shared.facts)
    let title = plain.words.both("card.footer", ["round": plain.roundName, "city": plain.name(city)])
    return CityContext(
      base: plain.card(titled: title), shared: shared, card: CityFacts(city, shared))
  }

  func workbook(_ city: CityID, _ language: Language) -> Workbook {
    let context = context(city, language)
    let answers = ProgressReport(context).answers
    let tables =
      [
        CityScoreTable.sheet(context), CityMeasureTable.sheet(context), CitySexTable.sheet(context),
        CityMechanismTable.sheet(context), CityAnswerTable.sheet(context, answers), CityFigures.sheet(context),
      ] + equityTables(context) + [CodeTable.sheet(context.base, isWhole: false)]
    let sheets =
      [
        ProfilePage.sheet(context, scores: tables[0]), NextPage.sheet(context), MeasurePage.sheet(context),
        EquityCardPage.sheet(context), AnswerPage.sheet(context, answers),
      ] + tables + [
        NotesPage.sheet(
          context.base, name: CitySheets.notes,
          topics: [
            "score", "plain_coverage", "card_peers", "thirds", "card_pace", "plain_status", "change", "card_sexes",
            "equity",
            "evidence",
            "card_mechanisms", "card_report", "rounding", "plain_missing", "revision", "plain_comparability", "method",
            "plain_sources",
          ])
      ]
    return Workbook(
      properties: WorkbookProperties.make(
        context.base,
        title: context.words("card.title", ["round": context.base.roundName, "city": context.name]),
        custom: [.init("gnlc_city_id", context.results.registry[city].id)]),
      sheets: sheets)
  }

  private func equityTables(_ context: CityContext) -> [Sheet] {
    let tables = EquityTables(context: context.base, values: ["city": context.name])
    let equity = context.card.equity
    return [
      tables.groups(equity.rows, name: CitySheets.groups, key: "card.table7"),
      tables.dispersions(equity.dispersions, name: CitySheets.dispersion, key: "card.table8"),
      tables.dimensions(equity.tallies, name: CitySheets.dimensions, key: "card.table9"),
    ]
  }

  /// One entry for each reporting city and language; a city that sent nothing has no card.
  public var entries: [ReportList.Entry] {
    shared.facts.reporting.flatMap { city in
      languages(of: city).enumerated().map { index, language in
        let suffix = index == 0 ? "" : "-\(language.rawValue)"
        let id = shared.results.registry[city].id
        return ReportList.Entry(name: "cities/\(id)-\(shared.results.round.id)\(suffix).xlsx") { [self] in
          workbook(city, language)
        }
      }
    }
  }
}

extension City {
  /// The official language of its country, where gnlc speaks it.
  var languageOfCountry: Language? { country == "TH" ? .thai : nil }
}
