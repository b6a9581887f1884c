import Catalogue
import Measurement
import Normalisation
import Spreadsheets
import Testing
import Trends
import Vocabulary

@testable import Reporting

/// The numbers of a report card.
@Suite struct CityFactsTests {
  static let network = FictionalNetwork(cities: 12, absent: 2, held: 1, hasSexes: true)

  private func context(_ network: FictionalNetwork = network, city: Int = 0) throws -> CityContext {
    let results = try SampleWorkbook.results(network)
    return CityCards(results).context(try #require(results.reportingCities.dropFirst(city).first), .english)
  }

  @Test(arguments: [
    ([10.0, 20, 30, 40], [17.5, 25, 32.5]), ([10, 20, 30, 40, 50], [20, 30, 40]),
    ([1, 2, 2, 2, 3, 9.04], [2, 2, 2.8]),
  ])
  func quartilesAreThoseOfASpreadsheet(_ scores: [Double], _ expected: [Double]) throws {
    let quartiles = try #require(PeerFacts.Quartiles(scores))
    #expect([quartiles.lower.value, quartiles.median.value, quartiles.upper.value] == expected)
    #expect(quartiles.cities == scores.count)
    #expect(PeerFacts.Quartiles(Array(scores.prefix(3))) == nil, "three scores are no distribution")
  }

  /// Strengths lie above the median and gaps below it; at most three each, none in both.
  @Test func strengthsAndGapsFollowTheMedian() throws {
    for city in 0..<5 {
      let card = try context(city: city).card
      #expect(card.strengths.count <= 3 && card.gaps.count <= 3)
      #expect(card.strengths.allSatisfy { ($0.distance?.scaled ?? 0) > 0 })
      #expect(card.gaps.allSatisfy { ($0.distance?.scaled ?? 0) < 0 })
      #expect(Set(card.strengths.map(\.node)).isDisjoint(with: card.gaps.map(\.node)))
      for node in card.strengths + card.gaps {
        let (score, median) = (try #require(node.score), try #require(node.peers).median)
        #expect(node.distance?.scaled == score.scaled - median.scaled)
      }
    }
  }

  @Test func fewCitiesHaveNoQuartiles() throws {
    let card = try context(FictionalNetwork(cities: 3, absent: 0, held: 0)).card
    #expect(card.overall.score != nil)
    #expect(card.overall.peers == nil && card.strengths.isEmpty && card.gaps.isEmpty)
  }

  /// The card takes its scores and its targets from the same results as the evaluation.
  @Test func theScoresAreThoseOfTheEvaluation() throws {
    let context = try context()
    let results = context.results
    let overall = results.current.overall(context.card.city, framework: results.framework)
    #expect(context.card.overall.score == overall.score.map { FixedDecimal($0, decimals: 1) })
    #expect(context.card.overall.reported == overall.reported)
    let progress = try #require(context.base.facts.progress)
    #expect(context.card.targets.map(\.status) == progress.statuses[0])
    let changes = context.shared.indicators.compactMap { context.card.measures[$0]?.change?.key }
    #expect(!changes.isEmpty)
    #expect(Set(changes).isSubset(of: Set(results.changes.map(\.key))))
  }

  @Test func womenAndMenAreNeitherInventedNorMixed() throws {
    let context = try context()
    #expect(!context.card.sexes.isEmpty)
    for row in context.card.sexes {
      let comparison = row.comparison
      #expect(row.parity == Parity.index(comparison.women, over: comparison.men).map { FixedDecimal($0, decimals: 2) })
    }
    let without = try self.context(FictionalNetwork()).card
    #expect(without.sexes.isEmpty)
  }

  /// For a measure that should fall, the higher value is the worse one.
  @Test(arguments: [
    (40.0, 50.0, Direction.increase, SexComparison.Side.womenBehind), (50, 40, .increase, .menBehind),
    (50, 40, .decrease, .womenBehind), (49, 50, .increase, .parity), (0, 50, .increase, .womenBehind),
    (50, 0, .increase, .undecided), (40, 50, .ideal, .undecided), (48.4, 50, .increase, .womenBehind),
  ])
  func sides(_ women: Double, _ men: Double, _ direction: Direction, _ side: SexComparison.Side) {
    let comparison = SexComparison(indicator: IndicatorID(0), year: 2025, women: women, men: men)
    #expect(comparison.side(direction, parity: 0.97...1.03) == side)
  }

  /// A suppressed value takes its comparison with it: no number of either sex, no index, no gap.
  @Test func suppressedValuesAppearNowhere() throws {
    var results = try SampleWorkbook.results(Self.network)
    let city = try #require(results.reportingCities.first)
    let sexes = try #require(SexComparison.Sexes(results))
    let row = try #require(CityCards(results).context(city, .english).card.sexes.first)
    let id = row.comparison.indicator
    let secret = row.comparison.women
    results.values = IndicatorTable(
      results.values.values.map { value in
        guard value.key.city == city, value.key.indicator == id, value.key.breakdown == sexes.women else {
          return value
        }
        return IndicatorValue(key: value.key, value: nil, status: .suppressed, form: value.form, input: 0)
      })
    let cards = CityCards(results)
    #expect(!cards.context(city, .english).card.sexes.contains { $0.comparison.indicator == id })
    let unit = results.catalogue.unit(of: id)
    let printed = FixedDecimal(secret, decimals: unit.decimals).value
    let table = try #require(cards.workbook(city, .english).sheet(CitySheets.sexes).table)
    #expect(try !table.texts("indicator_id").contains(results.catalogue[id].id))
    #expect(try !table.numbers("women").contains(printed) || (try table.numbers("women").count { $0 == printed }) == 0)
  }

  /// Thai cities have their own language first, and it has the plain name.
  @Test func filesAreNamedByTheCitysLanguage() throws {
    var network = FictionalNetwork(cities: 3, absent: 1, held: 0)
    let names = CityCards(try SampleWorkbook.results(network)).entries.map(\.name)
    #expect(
      names == [
        "cities/xx-a-2026.xlsx", "cities/xx-a-2026-th.xlsx", "cities/xx-b-2026.xlsx", "cities/xx-b-2026-th.xlsx",
      ], "a city that sent nothing has no card")
    network.country = "TH"
    let thai = CityCards(try SampleWorkbook.results(network)).entries.map(\.name)
    #expect(thai.prefix(2) == ["cities/xx-a-2026.xlsx", "cities/xx-a-2026-en.xlsx"])
  }

  @Test func answersCountTheirOwnCharacters() throws {
    let context = try context()
    let answers = ProgressReport(context).answers
    #expect(answers.map(\.id).prefix(3) == ["profile", "1.1", "1.2"])
    #expect(Set(answers.map(\.id)).count == answers.count)
    for answer in answers {
      #expect(answer.length(.english) == answer.text.english.unicodeScalars.count)
      #expect(answer.length(.english) > 20 && answer.length(.thai) > 10, "\(answer.id)")
      #expect(!answer.sources.english.isEmpty)
    }
  }

  /// Every step, with its number; and one that says there is none.
  @Test func stepsQuoteNumbers() throws {
    let context = try context(city: 2)
    let steps = CitySentences(context: context).steps
    #expect(steps.count >= 3)
    for step in steps { #expect(!numbers(in: step.text.english).isEmpty, "\(step.text.english)") }
  }
}

/// Lines that are cut by hand.
@Suite struct LineBreaksTests {
  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]), ("a word +1.2 pp", 8, ["a", "word +1.2", "pp"]), ("", 5, []),
    ("unbreakable", 5, ["unbreakable"]),
  ])
  func lines(_ text: String, _ limit: Int, _ expected: [String]) {
    #expect(LineBreaks.lines(of: text, limit: limit) == expected)
  }
}
