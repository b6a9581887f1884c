import Catalogue
import Foundation
import GNLCTestSupport
import Measurement
import Normalisation
import Testing
import Vocabulary

/// Two rounds of a few cities, each with a catalogue of its own.
private struct TwoRounds {
  typealias Figure = (city: Int, indicator: String, year: Int, value: Double)

  var former = SmallCatalogue()
  var today = SmallCatalogue()
  var said: [Figure] = []
  var saysNow: [Figure] = []
  var cities = 1
  /// The years that the rounds stand for.
  var years = (before: 2023, now: 2025)

  func changes() throws -> (catalogue: Catalogue, before: Assessment, now: Assessment, changes: [ScoreChange]) {
    let (old, new) = (try #require(former.load().catalogue), try #require(today.load().catalogue))
    func table(_ figures: [Figure], _ catalogue: Catalogue) throws -> IndicatorTable {
      IndicatorTable(
        try figures.compactMap { figure in
          guard let id = catalogue.indicatorID(figure.indicator) else { return nil }
          return IndicatorValue(
            key: .init(city: CityID(figure.city), indicator: id, period: try #require(.year(figure.year))),
            value: figure.value, status: .normal, form: .computed, input: 0)
        }.sorted { $0.key < $1.key })
    }
    func standing(_ figures: [Figure], _ catalogue: Catalogue, _ year: Int) throws -> ScoreDecomposition.Standing {
      let values = try table(figures, catalogue)
      return .init(
        catalogue: catalogue, values: values,
        assessment: Assessor(catalogue: catalogue, values: values).assess(cities: cities, referenceYear: year))
    }
    let before = try standing(said, old, years.before)
    let now = try standing(saysNow, new, years.now)
    let changes = ScoreDecomposition(before: before, restated: try table(said, new), now: now, cities: cities).changes()
    return (new, before.assessment, now.assessment, changes)
  }

  /// The parts of area 1, or of an indicator, of the first city.
  func parts(_ indicator: String? = nil) throws -> [ScoreChange.Cause: Double]? {
    let (catalogue, _, _, changes) = try changes()
    let subject: ScoreChange.Subject =
      try indicator.map { .indicator(try #require(catalogue.indicatorID($0))) } ?? .node(framework: 0, node: 0)
    return try #require(changes.first { $0.city == CityID(0) && $0.subject == subject }).parts?
      .filter { abs($0.value) > 1e-9 }.mapValues { ($0 * 1e6).rounded() / 1e6 }
  }
}

private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) ^ (state << 31)
  }
}

@Suite struct ScoreDecompositionTests {
  private let complete: [TwoRounds.Figure] = [
    (0, "literacy_rate", 2023, 70), (0, "mean_schooling", 2023, 6), (0, "review", 2023, 2.5),
  ]

  /// Literacy 70 → 80 on 50…100 is 40 → 60; half the area's weight: +10.
  @Test func newDataAlone() throws {
    let rounds = TwoRounds(
      said: complete,
      saysNow: complete + [(0, "literacy_rate", 2025, 80), (0, "mean_schooling", 2025, 6), (0, "review", 2025, 2.5)])
    #expect(try rounds.parts() == [.newData: 10])
    #expect(try rounds.parts("literacy_rate") == [.newData: 20])
  }

  /// 2023 is now said to have been 75 (+10 points, of which half), and 2025 is 80 (+10, half).
  @Test func aRevisionIsNotNewData() throws {
    let rounds = TwoRounds(
      said: complete, saysNow: [(0, "literacy_rate", 2023, 75), (0, "literacy_rate", 2025, 80)] + complete.dropFirst())
    #expect(try rounds.parts() == [.revisedData: 5, .newData: 5])
  }

  /// Goalposts 50…100 become 60…100: 70 falls from 40 to 25.
  @Test func movedGoalposts() throws {
    var rounds = TwoRounds(said: complete, saysNow: complete)
    rounds.today.indicators = rounds.today.indicators.replacing("[50, 100]", with: "[60, 100]")
    #expect(try rounds.parts() == [.goalposts: -7.5])
    #expect(try rounds.parts("literacy_rate") == [.goalposts: -15])
  }

  /// Features of 40 and 45: arithmetic 42.5; geometric √1800, where the second is itself √(40 · 50).
  @Test func anotherMeanIsAChangeOfMethod() throws {
    var rounds = TwoRounds(said: complete, saysNow: complete)
    rounds.today.method = rounds.today.method.replacing("aggregation: arithmetic", with: "aggregation: geometric")
    let geometric = (40 * (40.0 * 50).squareRoot()).squareRoot()
    #expect(try rounds.parts() == [.method: ((geometric - 42.5) * 1e6).rounded() / 1e6])
    #expect(try rounds.parts("literacy_rate") == [:])
  }

  /// Without the review the second feature stands on schooling alone: 40 instead of 45, half of which is the area's.
  @Test func whatIsNoLongerReportedIsCoverage() throws {
    let rounds = TwoRounds(said: complete, saysNow: Array(complete.prefix(2)))
    #expect(try rounds.parts() == [.coverage: -2.5])
  }

  @Test func whatIsReportedForTheFirstTimeIsCoverage() throws {
    let rounds = TwoRounds(said: Array(complete.prefix(2)), saysNow: complete)
    #expect(try rounds.parts() == [.coverage: 2.5])
  }

  /// Imputation is switched on: the value of 2018, too old to stand for 2025, now does.
  @Test func whatIsImputedIsImputation() throws {
    var rounds = TwoRounds(
      said: Array(complete.prefix(2)), saysNow: Array(complete.prefix(2)) + [(0, "review", 2018, 4)])
    rounds.today.method += "\nimputation: {method: latest}"
    // The review scores 100: the second feature is 70 instead of 40.
    #expect(try rounds.parts() == [.imputation: 15])
  }

  @Test func anIndicatorThatLeavesTheCatalogueIsCoverage() throws {
    var rounds = TwoRounds(said: complete, saysNow: Array(complete.prefix(2)))
    rounds.today.framework = rounds.today.framework.replacing(
      "indicators: [mean_schooling, review]", with: "indicators: [mean_schooling]")
    rounds.today.indicators = rounds.today.indicators.split(separator: "\n").filter { !$0.contains("id: review") }
      .joined(separator: "\n")
    #expect(try rounds.parts() == [.coverage: -2.5])
  }

  static let examples = DocumentedExample.of("score-change")

  @Test func theArticleHasExamples() { #expect(Self.examples.count == 2) }

  @Test(arguments: examples) func theArticlesNumbersAreTheProgrammes(_ example: DocumentedExample) throws {
    func figures(_ name: String) -> [TwoRounds.Figure] {
      (example[name] ?? "").split(separator: ";").compactMap { text in
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 3, let year = Int(words[1]), let value = Double(words[2]) else { return nil }
        return (0, words[0], year, value)
      }
    }
    var rounds = TwoRounds(said: figures("said"), saysNow: figures("says now"))
    if let bounds = example["goalposts"] {
      rounds.today.indicators = rounds.today.indicators.replacing(
        "[50, 100]", with: "[\(bounds.split(separator: " ").joined(separator: ", "))]")
    }
    let (_, _, _, changes) = try rounds.changes()
    let area = try #require(changes.first { $0.subject == .node(framework: 0, node: 0) })
    var expected = Dictionary(uniqueKeysWithValues: example.expected.map { ($0.name, $0.value) })
    #expect(DocumentedExample.isShown(area.before, as: expected.removeValue(forKey: "before") ?? ""))
    #expect(DocumentedExample.isShown(area.after, as: expected.removeValue(forKey: "after") ?? ""))
    for cause in ScoreChange.Cause.allCases {
      let part = try #require(area.parts?[cause])
      #expect(DocumentedExample.isShown(part, as: expected[cause.rawValue] ?? "0.000"), "\(cause) \(part)")
    }
  }

  @Test func withoutAScoreInBothRoundsThereIsNothingToSplit() throws {
    let (_, _, _, changes) = try TwoRounds(said: [], saysNow: complete).changes()
    #expect(!changes.isEmpty)
    #expect(changes.allSatisfy { $0.before == nil && $0.after != nil && $0.parts == nil })
  }

  @Test func nothingMovesWhereNothingMoved() throws {
    let (_, _, _, changes) = try TwoRounds(said: complete, saysNow: complete).changes()
    #expect(changes.allSatisfy { $0.parts?.values.allSatisfy { $0 == 0 } == true })
  }

  /// Everything at once, in 60 drawn pairs of rounds, with every mean and a method that looks at other cities.
  @Test(arguments: ["goalposts", "zscore", "minmax"], ["arithmetic", "geometric", "harmonic"])
  func thePartsSumToTheWhole(normalisation: String, aggregation: String) throws {
    var generator = Dice(state: UInt64(normalisation.count * 31 + aggregation.count))
    for _ in 0..<20 {
      var rounds = TwoRounds(cities: 4)
      func figures() -> [TwoRounds.Figure] {
        (0..<4).flatMap { city in
          [("literacy_rate", 50.0...100), ("mean_schooling", 1...15), ("review", 1...4)].flatMap { id, range in
            (2020...2025).compactMap { year in
              Int.random(in: 0..<3, using: &generator) == 0
                ? nil : (city, id, year, Double.random(in: range, using: &generator))
            }
          }
        }
      }
      rounds.said = figures()
      rounds.saysNow = figures()
      rounds.today.indicators = rounds.today.indicators.replacing("[50, 100]", with: "[40, 95]")
      rounds.today.method = rounds.today.method
        .replacing("normalisation: goalposts", with: "normalisation: \(normalisation)")
        .replacing("aggregation: arithmetic", with: "aggregation: \(aggregation)")
      if Bool.random(using: &generator) { rounds.today.method += "\nimputation: {method: group_median}" }
      let (_, before, now, changes) = try rounds.changes()
      for change in changes {
        guard let first = change.before, let last = change.after else { continue }
        let exact = try #require(change.parts).values.reduce(0, +)
        #expect(abs(exact - (last - first)) < 1e-9)
        let tenths = { (score: Double) in Int((score * 10).rounded()) }
        let parts = try #require(change.parts(rounded: tenths))
        #expect(parts.values.reduce(0, +) == tenths(last) - tenths(first))
      }
      for city in 0..<4 {
        let overall = changes.first { $0.city == CityID(city) && $0.subject == .overall(framework: 0) }
        #expect(overall?.before == before.overall(CityID(city), framework: 0).score)
        #expect(overall?.after == now.overall(CityID(city), framework: 0).score)
      }
    }
  }
}
