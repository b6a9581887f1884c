import Catalogue
import Foundation
import GNLCTestSupport
import Measurement
import Testing
import Vocabulary

@testable import Normalisation

/// Places of cities on a small framework of two areas with four indicators.
@Suite struct RobustnessTests {
  /// Rows of values by city: literacy (50–100), schooling (0–15), review (1–4), parity (ideal 1); nil where there is none.
  struct Network {
    var rows: [[Double?]]
    var robustness = "{draws: 400, minimum_cities: 3}"
    var method = "normalisation: goalposts\naggregation: arithmetic"

    func catalogue() throws -> Catalogue {
      var small = SmallCatalogue()
      small.framework = """
        format: 1
        id: small
        label: {en: Small, th: เล็ก}
        levels: [area, feature]
        source: {title: Own, verified: true}
        nodes:
          - code: "1"
            label: {en: One, th: หนึ่ง}
            nodes:
              - {code: "1.1", label: {en: One one, th: หนึ่งหนึ่ง}, indicators: [literacy_rate, mean_schooling]}
          - code: "2"
            label: {en: Two, th: สอง}
            nodes:
              - {code: "2.1", label: {en: Two one, th: สองหนึ่ง}, indicators: [review]}
              - {code: "2.2", label: {en: Two two, th: สองสอง}, weight: 2, indicators: [literacy_parity]}
        """
      small.method = small.method.replacingOccurrences(
        of: "normalisation: goalposts\naggregation: arithmetic", with: "\(method)\nrobustness: \(robustness)")
      let outcome = small.load()
      #expect(outcome.faults.isEmpty, "\(outcome.faults)")
      return try #require(outcome.catalogue)
    }

    func assessor(_ catalogue: Catalogue) throws -> Assessor {
      let ids = ["literacy_rate", "mean_schooling", "review", "literacy_parity"]
      var values: [IndicatorValue] = []
      for (city, row) in rows.enumerated() {
        for (id, value) in zip(ids, row) {
          guard let value else { continue }
          let key = IndicatorValue.Key(
            city: CityID(city), indicator: try #require(catalogue.indicatorID(id)),
            period: try #require(TimePeriod.year(2025)))
          values.append(IndicatorValue(key: key, value: value, status: .normal, form: .computed, input: 0))
        }
      }
      return Assessor(catalogue: catalogue, values: IndicatorTable(values.sorted { $0.key < $1.key }))
    }

    func results() throws -> (assessment: Assessment, robustness: Robustness?) {
      let assessor = try assessor(try catalogue())
      let assessment = assessor.assess(cities: rows.count, referenceYear: 2025)
      return (
        assessment,
        assessor.robustness(of: assessment, framework: 0, candidates: (0..<rows.count).map { CityID($0) })
      )
    }

    func found() throws -> Robustness { try #require(try results().robustness) }
  }

  /// Cities with figures that look random.
  static func random(_ count: Int, seed: UInt64 = 3, missing: Double = 0) -> [[Double?]] {
    (0..<count).map { city in
      var generator = SeededGenerator(seed: seed, stream: city)
      let figures: [Double] = [
        50 + 50 * generator.share(), 15 * generator.share(), 1 + 3 * generator.share(), generator.share(),
      ]
      return figures.map { generator.share() < missing ? nil : $0 }
    }
  }

  private func intervals(_ ranking: Robustness.Ranking) -> [CityID: RankGroups.Interval?] {
    Dictionary(uniqueKeysWithValues: ranking.standings.map { ($0.city, $0.interval) })
  }

  /// Places by the published score, the best 1.
  private func published(_ assessment: Assessment, _ count: Int) -> [Int] {
    RankDraws.places((0..<count).map { assessment.overall(CityID($0), framework: 0).score }).map { Int($0) }
  }

  // MARK: Properties

  @Test func nothingVariedNothingUncertain() throws {
    let network = Network(
      rows: Self.random(12),
      robustness: "{draws: 50, normalisations: [goalposts], aggregations: [arithmetic], weight_spread: 0}")
    let (assessment, robustness) = try network.results()
    let places = published(assessment, 12)
    let ranking = try #require(robustness).overall
    for standing in ranking.standings {
      let place = places[standing.city.index]
      #expect(standing.interval == RankGroups.Interval(low: place, median: place, high: place))
      #expect(standing.group == place, "twelve different scores are twelve groups")
    }
  }

  /// A city that is ahead in everything is first whatever is chosen.
  @Test(arguments: ["arithmetic", "geometric", "harmonic", "{method: generalised, power: 0.5}", "copeland"])
  func theBestInEverythingIsAlwaysFirst(_ aggregation: String) throws {
    let names = Method.Normalisation.Name.allCases.filter { $0 != .distanceToReference && $0.isBounded }.map(\.rawValue)
    let robustness = try Network(
      rows: Self.random(11) + [[100, 15, 4, 1]],
      robustness:
        "{draws: 300, weight_spread: 0.9, normalisations: [\(names.joined(separator: ", "))], aggregations: [\(aggregation)]}"
    ).found()
    for ranking in robustness.rankings {
      let standing = try #require(ranking.standings.first)
      #expect(standing.city == CityID(11) && standing.group == 1 && standing.topShare == 1)
      #expect(standing.interval == RankGroups.Interval(low: 1, median: 1, high: 1))
    }
  }

  @Test func theOrderOfTheCitiesChangesNothing() throws {
    let rows = Self.random(20, missing: 0.1)
    let order = (0..<20).map { ($0 * 7 + 3) % 20 }
    let first = try Network(rows: rows).found()
    let second = try Network(rows: order.map { rows[$0] }).found()
    for (one, two) in zip(first.rankings, second.rankings) {
      #expect(one.groups == two.groups)
      for (position, city) in order.enumerated() {
        let (a, b) = (one.standing(of: CityID(city)), two.standing(of: CityID(position)))
        #expect(a?.interval == b?.interval && a?.group == b?.group && a?.topShare == b?.topShare)
      }
    }
    for (one, two) in zip(first.summaries, second.summaries) {
      #expect(one.indicator == two.indicator && one.moved == two.moved && one.leaving == two.leaving)
      #expect(abs(one.meanChange - two.meanChange) < 1e-9)
    }
  }

  /// Who works on which draws decides nothing; the seed does.
  @Test func theSeedAloneDecides() throws {
    func places(seed: Int, drawsPerTask: Int) throws -> [UInt32] {
      let network = Network(
        rows: Self.random(15, missing: 0.1), robustness: "{draws: 200, seed: \(seed), minimum_cities: 3}")
      let catalogue = try network.catalogue()
      let assessor = try network.assessor(catalogue)
      let assessment = assessor.assess(cities: 15, referenceYear: 2025)
      let analysis = RobustnessAnalysis(
        assessor: assessor, choice: try #require(catalogue.method.robustness), assessment: assessment, framework: 0,
        candidates: (0..<15).map { CityID($0) }, peers: Peers(count: 15))
      return analysis.draws.places(drawsPerTask: drawsPerTask).flatMap { $0[0] }
    }
    let one = try places(seed: 1, drawsPerTask: 200)
    #expect(try places(seed: 1, drawsPerTask: 1) == one)
    #expect(try places(seed: 1, drawsPerTask: 25) == one)
    #expect(try places(seed: 2, drawsPerTask: 200) != one)
  }

  /// A method that is drawn more often than the ends cut off lies within the interval; a rarer one need not.
  @Test(arguments: 0..<6) func thePublishedPlaceLiesWithinWhereItIsDrawnOftenEnough(_ seed: Int) throws {
    let (assessment, robustness) = try Network(
      rows: Self.random(25, seed: UInt64(seed)),
      robustness: "{draws: 500, weight_spread: 0, normalisations: [goalposts, minmax, percentile_rank, rank]}"
    ).results()
    let places = published(assessment, 25)
    let ranking = try #require(robustness).overall
    for standing in ranking.standings {
      let interval = try #require(standing.interval)
      #expect(interval.low <= places[standing.city.index] && places[standing.city.index] <= interval.high)
    }
  }

  /// Every published score is what the flat tree computes, by all aggregations and with holes.
  @Test(arguments: [
    "normalisation: goalposts\naggregation: arithmetic",
    "normalisation: {method: goalposts, scale: [1, 100]}\naggregation: geometric",
    "normalisation: {method: minmax, scale: [1, 100]}\naggregation: harmonic",
    "normalisation: {method: percentile_rank, scale: [1, 100]}\naggregation: {method: generalised, power: 0.5}",
    "normalisation: zscore\naggregation: arithmetic",
  ]) func theFlatTreeScoresAsTheFramework(_ method: String) throws {
    let network = Network(rows: Self.random(30, missing: 0.15), method: method)
    let (assessment, robustness) = try network.results()
    var compared = 0
    let influences = try #require(robustness).influences
    for influence in influences {
      let score = try #require(assessment.overall(influence.city, framework: 0).score)
      #expect(abs(score - influence.score) < 1e-9)
      compared += 1
    }
    #expect(compared > 80)
  }

  @Test func copelandPlacesAsTheFramework() throws {
    let (assessment, robustness) = try Network(
      rows: Self.random(14, missing: 0.1),
      robustness: "{draws: 20, weight_spread: 0, normalisations: [goalposts], aggregations: [copeland]}",
      method: "normalisation: goalposts\naggregation: copeland"
    ).results()
    let places = published(assessment, 14)
    let ranking = try #require(robustness).overall
    for standing in ranking.standings {
      #expect(standing.interval?.median == (places[standing.city.index] == 0 ? nil : places[standing.city.index]))
    }
  }

  /// Only places look at other cities: with fixed bounds a newcomer moves nobody's score.
  @Test func aNewcomerMovesPlacesAndNoScores() throws {
    let rows = Self.random(8)
    let (before, first) = try Network(rows: rows).results()
    let (after, second) = try Network(rows: rows + [[99, 14, 3.9, 0.99]]).results()
    for city in 0..<8 {
      #expect(before.overall(CityID(city), framework: 0) == after.overall(CityID(city), framework: 0))
      let (was, now) = (first?.overall.standing(of: CityID(city)), second?.overall.standing(of: CityID(city)))
      #expect(try #require(was?.interval).median < (try #require(now?.interval)).median)
    }
  }

  // MARK: Who is ranked

  @Test func tooFewCitiesAndTooLittleDataHaveReasons() throws {
    var rows = Self.random(4)
    rows.append([80, nil, nil, nil])
    let few = try Network(rows: rows, robustness: "{draws: 20}").found()
    #expect(few.overall.standings.allSatisfy { $0.interval == nil && $0.group == nil && $0.draws == 0 })
    #expect(few.overall.standing(of: CityID(0))?.absence == .tooFewCities)
    #expect(few.overall.standing(of: CityID(4))?.absence == .noScore)
    #expect(few.overall.groups == 0 && few.influences.isEmpty && few.summaries.isEmpty)
    let enough = try Network(rows: rows, robustness: "{draws: 20, minimum_cities: 4}").found()
    #expect(enough.overall.ranked == 4)
    #expect(enough.overall.standings.last?.city == CityID(4) && enough.overall.standings.last?.absence == .noScore)
    // The city has half of the first area, and nobody is ranked by less than two thirds.
    #expect(enough.rankings[1].standing(of: CityID(4))?.absence == .noScore)
    #expect(try Network(rows: rows, robustness: "none").results().robustness == nil)
    let nobody = try Network(rows: []).found()
    #expect(nobody.overall.standings.isEmpty)
  }

  /// Cities that only serve comparison have no place, and nobody has one because of them.
  @Test func benchmarksHaveNoPlace() throws {
    let network = Network(rows: Self.random(6))
    let assessor = try network.assessor(try network.catalogue())
    var peers = Peers(count: 6)
    peers.members[2] = false
    let assessment = assessor.assess(cities: 6, referenceYear: 2025, peers: peers)
    let robustness = try #require(
      assessor.robustness(
        of: assessment, framework: 0, candidates: [0, 1, 3, 4, 5].map { CityID($0) }, peers: peers))
    #expect(robustness.overall.ranked == 5)
    #expect(robustness.overall.standings.map { $0.interval?.high ?? 0 }.max() == 5)
  }

  // MARK: Influence

  /// Literacy 100 and schooling 0 make 50; the other area 100. Without literacy the first area is 0.
  @Test func withoutAnIndicatorByHand() throws {
    let rows: [[Double?]] = [
      [100, 0, 4, 1], [75, 7.5, 2.5, 0.5], [50, 15, 1, 0.25],
    ]
    let robustness = try Network(rows: rows).found()
    let small = try Network(rows: rows).catalogue()
    func influence(_ city: Int, _ id: String) throws -> Robustness.Influence {
      let indicator = try #require(small.indicatorID(id))
      return try #require(
        robustness.influences.first { $0.city == CityID(city) && $0.indicator == indicator })
    }
    // 75 = (50 + 100)/2; without literacy (0 + 100)/2.
    #expect(try influence(0, "literacy_rate").score == 75)
    #expect(try influence(0, "literacy_rate").without == 50)
    #expect(try influence(0, "literacy_rate").change == -25)
    // 33.3 = (50 + (0 + 2·25)/3)/2; without literacy (100 + 16.7)/2: now before the others.
    let last = try influence(2, "literacy_rate")
    #expect(abs(last.score - 100.0 / 3) < 1e-9 && abs(last.without - 350.0 / 6) < 1e-9)
    #expect(last.move == -2)
    let literacy = try #require(robustness.summaries.first { $0.indicator == small.indicatorID("literacy_rate") })
    #expect(literacy.cities == 3 && literacy.largestMove == 2)
    // Changes −25, 0 and +25: of two of the same size the first city's.
    #expect(abs(literacy.meanChange - 50.0 / 3) < 1e-9)
    #expect(abs(literacy.largestChange + 25) < 1e-9 && literacy.largestCity == CityID(0))
    // 50, 50 and 58.3: the first falls behind the last, the second keeps the place that it now shares.
    #expect(literacy.moved == 2)
  }

  /// An indicator that nobody reports decides nothing; one that all share moves scores and no place.
  @Test func whatDecidesNothing() throws {
    let rows: [[Double?]] = Self.random(9).map { [$0[0], 7.5, $0[2], nil] }
    let robustness = try Network(rows: rows.map { [$0[0], $0[1], $0[2], 0.5] }).found()
    let small = try Network(rows: rows).catalogue()
    let parity = try #require(robustness.summaries.first { $0.indicator == small.indicatorID("literacy_parity") })
    #expect(parity.meanChange > 0)
    let empty = try Network(
      rows: rows.map { [$0[0], $0[1], $0[2], nil] }, method: "normalisation: goalposts\naggregation: arithmetic"
    )
    .found()
    let unreported = empty.summaries.first { $0.indicator == small.indicatorID("literacy_parity") }
    #expect(unreported == nil || (unreported?.meanChange == 0 && unreported?.moved == 0))
  }
}
