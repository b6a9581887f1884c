import Catalogue
import Spreadsheets
import Vocabulary

/// What every sheet of a workbook is made from: the numbers, the texts, the look.
struct EvaluationContext: Sendable {
  let results: RoundResults
  let words: Words
  let styles: Styles
  let facts: EvaluationFacts
  /// By `CityID` and by `IndicatorID`: looked up once, used in tens of thousands of rows.
  let cityNames: [LocalizedText]
  let indicatorNames: [LocalizedText]
  /// The sheet that all others lead back to.
  let home: String
  /// What the foot of every printed page calls the workbook.
  private(set) var shortTitle: LocalizedText?
  /// Whether it is the report card of a city, which has a name of its own (``Edition``).
  private(set) var isCard = false

  /// - Parameter facts: Where they are known already: they are the same in every language and workbook.
  init(
    _ results: RoundResults, language: Language, facts: EvaluationFacts? = nil, home: String = SheetNames.contents,
    shortTitle: LocalizedText? = nil
  ) {
    self.results = results
    self.home = home
    self.shortTitle = shortTitle
    words = Words(texts: results.catalogue.texts, language: language)
    styles = Styles(font: results.programme.font, language: language)
    self.facts = facts ?? EvaluationFacts(results)
    cityNames = results.registry.cities.map {
      LocalizedText(english: TextLimits.harmless($0.name.english), thai: TextLimits.harmless($0.name.thai))
    }
    indicatorNames = results.catalogue.indicators.map(\.label)
  }

  /// The same for a workbook of its own, under its short title.
  func titled(_ title: LocalizedText) -> EvaluationContext {
    var copy = self
    copy.shortTitle = title
    return copy
  }

  /// The same for the report card of a city.
  func card(titled title: LocalizedText) -> EvaluationContext {
    var copy = titled(title)
    copy.isCard = true
    return copy
  }

  /// By which the workbook can be found again: the run's name, or the card's own.
  var edition: String { isCard ? "\(round.id)-\(Edition.mark)" : results.run.id }

  /// Up to so many reporting cities the long tables hold every row. Beyond, they would be hundreds of thousands of rows that
  /// few programs open: they hold what the pages show, say so, and the CSV files hold the rest.
  static let mostCitiesInFull = 100

  var holdsEveryRow: Bool { facts.reporting.count <= Self.mostCitiesInFull }

  var language: Language { words.language }
  var round: Round { results.round }
  var referenceYear: LocalizedText { .year(round.referenceYear) }
  var comparisonYear: LocalizedText { .year(round.comparisonYear) }

  func name(_ city: CityID) -> LocalizedText { cityNames[city.index] }

  /// Names of cities in a row, each in its language.
  func list(_ cities: [CityID], atMost limit: Int = 6) -> LocalizedText {
    words.list(cities.map(name), atMost: limit, rest: "list.rest.cities")
  }

  /// The round as printed: `2026`, in Thai `พ.ศ. 2569`; another name stays as it is.
  /// A report as known at an earlier round says so wherever it names the round.
  var roundName: LocalizedText {
    let name = name(of: round)
    return results.knownAt.map { words.both("round.known_at", ["round": name, "known": self.name(of: $0)]) } ?? name
  }

  private func name(of round: Round) -> LocalizedText {
    guard let year = Int(round.id) else { return LocalizedText(same: round.id) }
    return words.both("year", ["year": .year(year)])
  }

  /// Line 3 of a page: who, then what the page shows and of when.
  func subject(_ key: String, _ values: [String: LocalizedText] = [:]) -> String {
    let what = words(
      key,
      values.merging(["year": referenceYear, "previous": comparisonYear, "round": roundName]) { given, _ in given })
    let room = TextLimits.line - TextLimits.length(what) - 3
    return TextLimits.shortened(TextLimits.harmless(results.programme.title[language]), to: max(12, room)) + " · "
      + what
  }

  /// The short title and the page at the left of the footer, the run in the middle, page numbers at the right.
  func footer(_ sheet: String) -> Footer {
    let workbook = shortTitle?[language] ?? words("footer.title", ["round": roundName])
    let title = TextLimits.shortened(workbook, to: 60) + " · " + SheetNames.spoken(sheet)[language]
    let mark = results.programme.isSynthetic ? "  |  " + words("synthetic") : ""
    return Footer(
      left: [.text(title + mark)],
      centre: [.text(words(isCard ? "footer.edition" : "footer.run", ["run": LocalizedText(same: edition)]))],
      right: [.pageNumber, .text(" / "), .pageCount], font: styles.font(8, Palette.muted))
  }

  func page(_ name: String, widths: [Double]) -> Page {
    Page(name: name, widths: widths, styles: styles, isSynthetic: results.programme.isSynthetic, home: home)
  }
}
