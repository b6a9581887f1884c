import Catalogue
import Foundation
import GNLCTestSupport
import Measurement
import Normalisation
import Testing
import Vocabulary

/// The choices of `method.yaml`, from the text to the score.
@Suite struct MethodChoiceTests {
  private func catalogue(_ changes: [(String, String)], framework: (String, String)? = nil) throws -> Catalogue {
    var small = SmallCatalogue()
    for (old, new) in changes {
      try #require(small.method.contains(old), "\(old)")
      small.method = small.method.replacingOccurrences(of: old, with: new)
    }
    if let framework { small.framework = small.framework.replacingOccurrences(of: framework.0, with: framework.1) }
    let outcome = small.load()
    #expect(outcome.faults.isEmpty, "\(outcome.faults)")
    return try #require(outcome.catalogue)
  }

  /// Literacy of as many cities as given; nil: not reported, but the city reports its schooling.
  private func assess(
    _ literacy: [Double?], _ catalogue: Catalogue, schooling: [Double] = [], peers: Peers? = nil,
    older: [Int: (Int, Double)] = [:]
  ) throws -> Assessment {
    let rate = try #require(catalogue.indicatorID("literacy_rate"))
    let years = try #require(catalogue.indicatorID("mean_schooling"))
    var values: [IndicatorValue] = []
    func add(_ city: Int, _ id: IndicatorID, _ year: Int, _ value: Double) throws {
      values.append(
        IndicatorValue(
          key: .init(city: CityID(city), indicator: id, period: try #require(.year(year))), value: value,
          status: .normal, form: .computed, input: 0))
    }
    for (city, value) in literacy.enumerated() {
      if let value { try add(city, rate, 2025, value) }
      if let (year, value) = older[city] { try add(city, rate, year, value) }
      try add(city, years, 2025, schooling.isEmpty ? 9 : schooling[city])
    }
    return Assessor(catalogue: catalogue, values: IndicatorTable(values.sorted { $0.key < $1.key }))
      .assess(cities: literacy.count, referenceYear: 2025, peers: peers)
  }

  private func scores(_ assessment: Assessment, _ catalogue: Catalogue, _ count: Int) throws -> [Double?] {
    let rate = try #require(catalogue.indicatorID("literacy_rate"))
    return (0..<count).map { assessment.entry(CityID($0), rate)?.score }
  }

  static let ways: [(String, [Double])] = [
    ("{method: minmax, scale: [1, 100]}", [1.0, 50.5, 100]), ("minmax", [0, 50, 100]), ("zscore", [40, 50, 60]),
    ("{method: zscore, mean: 0, deviation: 1}", [-1, 0, 1]), ("rank", [100.0 / 3, 200.0 / 3, 100]),
    ("percentile_rank", [0, 50, 100]), ("borda", [0, 50, 100]), ("distance_to_maximum", [0, 50, 100]),
    // The best goalpost of literacy is 100: from 60 to 100.
    ("distance_to_target", [0, 25, 50]), ("scaled", [20, 40, 60]), ("goalposts", [20, 40, 60]),
    ("{method: goalposts, scale: [1, 101]}", [21, 41, 61]),
  ]

  @Test(arguments: ways)
  func normalisations(_ choice: String, _ expected: [Double]) throws {
    let catalogue = try catalogue([("normalisation: goalposts", "normalisation: \(choice)")])
    let scores = try scores(try assess([60, 70, 80], catalogue), catalogue, 3)
    for (score, expected) in zip(scores, expected) { #expect(abs((score ?? .nan) - expected) < 1e-9, "\(scores)") }
  }

  @Test func aReferenceCity() throws {
    let catalogue = try catalogue([
      ("normalisation: goalposts", "normalisation: {method: distance_to_reference, reference: xx-c, capped: false}")
    ])
    let registry = CityRegistry(
      ["xx-a", "xx-b", "xx-c", "xx-d"].map { City(id: $0, name: LocalizedText(same: $0)) })
    let peers = Peers(registry, method: catalogue.method)
    let scores = try scores(try assess([60, 70, 80, 90], catalogue, peers: peers), catalogue, 4)
    let expected: [Double] = [0, 50, 100, 150]
    for (score, expected) in zip(scores, expected) { #expect(abs((score ?? .nan) - expected) < 1e-9) }
  }

  /// A benchmark is neither scored by comparison nor moves the cities.
  @Test func benchmarksAreNoPeers() throws {
    let catalogue = try catalogue([("normalisation: goalposts", "normalisation: minmax")])
    let registry = CityRegistry([
      City(id: "xx-a", name: LocalizedText(same: "A")), City(id: "xx-b", name: LocalizedText(same: "B")),
      City(id: "xx-z", name: LocalizedText(same: "Z"), role: .benchmark),
    ])
    let peers = Peers(registry, method: catalogue.method)
    #expect(try scores(try assess([60, 70, 99], catalogue, peers: peers), catalogue, 3) == [0, 100, nil])
  }

  @Test func directionIsTurnedOnce() throws {
    var small = SmallCatalogue()
    small.method = small.method.replacingOccurrences(of: "normalisation: goalposts", with: "normalisation: minmax")
    small.indicators = small.indicators.replacingOccurrences(
      of: "unit: percent, direction: increase, compute: {numerator",
      with: "unit: percent, direction: decrease, compute: {numerator")
    let catalogue = try #require(small.load().catalogue)
    #expect(try scores(try assess([60, 70, 80], catalogue), catalogue, 3) == [100, 50, 0])
  }

  /// Of two goals for one indicator the first is the target, as for progress: 80, not 100.
  @Test func theFirstGoalIsTheTarget() throws {
    var small = SmallCatalogue()
    small.method = small.method.replacingOccurrences(
      of: "normalisation: goalposts", with: "normalisation: distance_to_target")
    for (indicators, value) in [("[literacy_rate]", 80), ("[mean_schooling, review]", 100)] {
      let goal = "{indicator: literacy_rate, value: \(value), year: 2030, basis: {en: own, th: เอง}}"
      small.framework = small.framework.replacingOccurrences(
        of: "indicators: \(indicators)", with: "indicators: \(indicators), goal: \(goal)")
    }
    let outcome = small.load()
    #expect(outcome.faults.isEmpty, "\(outcome.faults)")
    let catalogue = try #require(outcome.catalogue)
    #expect(try scores(try assess([60, 70, 80], catalogue), catalogue, 3) == [0, 50, 100])
  }

  @Test func winsorisingIsFlagged() throws {
    let catalogue = try catalogue([
      ("normalisation: goalposts", "normalisation: minmax\noutliers: {method: winsorise, skewness: 2, kurtosis: 3.5}")
    ])
    let literacy: [Double?] = (1...10).map { Double($0) } + [100]
    let assessment = try assess(literacy, catalogue)
    let rate = try #require(catalogue.indicatorID("literacy_rate"))
    #expect(assessment.entry(CityID(10), rate)?.score == 100)
    #expect(assessment.entry(CityID(9), rate)?.score == 100)
    #expect(assessment.entry(CityID(10), rate)?.isWinsorised == true)
    #expect(assessment.entry(CityID(9), rate)?.isWinsorised == false)
  }

  static let standIns: [(String, Int, Double, Double)] = [
    ("latest", 2017, 60, 60), ("{method: group_mean}", 0, 0, 70), ("group_median", 0, 0, 65),
  ]

  @Test(arguments: standIns)
  func imputationIsFlaggedAndNoCoverage(_ choice: String, _ year: Int, _ older: Double, _ value: Double) throws {
    let catalogue = try catalogue([("aggregation: arithmetic", "imputation: \(choice)\naggregation: arithmetic")])
    let assessment = try assess(
      [60, 65, 85, nil], catalogue, older: year == 0 ? [:] : [3: (year, older)])
    let rate = try #require(catalogue.indicatorID("literacy_rate"))
    #expect(assessment.entry(CityID(3), rate) == nil)
    #expect(assessment.imputed(CityID(3), rate)?.value == value)
    let node = try #require(catalogue.frameworks.first?.node(withCode: "1.1"))
    let feature = assessment.node(CityID(3), framework: 0, node: node)
    #expect(feature.imputed == 1)
    #expect(feature.coverage == 0)
    #expect(feature.score == nil)
    #expect(assessment.node(CityID(0), framework: 0, node: node).imputed == 0)
  }

  /// Between 2023 and 2027 the straight line; the figures before and after are the city's own, and of 2023 the year's own.
  @Test func linearImputation() throws {
    let catalogue = try catalogue([
      ("aggregation: arithmetic", "imputation: linear\naggregation: arithmetic"),
      ("maximum_age_years: 5", "maximum_age_years: 1"),
    ])
    let rate = try #require(catalogue.indicatorID("literacy_rate"))
    let years = try #require(catalogue.indicatorID("mean_schooling"))
    let figures = [(rate, 2023, 1, 60.0), (rate, 2023, 3, 10), (rate, 2027, 1, 80), (years, 2025, 1, 9)]
    let values = try figures.map { id, year, span, value in
      IndicatorValue(
        key: .init(city: CityID(0), indicator: id, period: try #require(.year(year, span: span))), value: value,
        status: .normal, form: .computed, input: 0)
    }
    let assessment = Assessor(catalogue: catalogue, values: IndicatorTable(values.sorted { $0.key < $1.key }))
      .assess(cities: 1, referenceYear: 2025)
    #expect(assessment.imputed(CityID(0), rate)?.value == 70)
    #expect(assessment.imputed(CityID(0), rate)?.score == 40)
  }

  @Test func screeningLeavesCitiesOut() throws {
    let catalogue = try catalogue([
      ("normalisation: goalposts", "normalisation: minmax\nscreening: {minimum_availability: 0.6}"),
      ("{numerator: 2, denominator: 3}", "{numerator: 0, denominator: 3}"),
    ])
    // Two of three scored indicators, but one city has one.
    let assessment = try assess([60, 80, nil], catalogue, schooling: [5, 9, 14])
    let years = try #require(catalogue.indicatorID("mean_schooling"))
    #expect(assessment.overall(CityID(2), framework: 0).isScreenedOut)
    #expect(assessment.overall(CityID(2), framework: 0).score == nil)
    #expect(assessment.entry(CityID(2), years)?.score == nil)
    // It does not count as the best of the others either.
    #expect(assessment.entry(CityID(1), years)?.score == 100)
  }

  static let means: [(String, Double)] = [
    ("arithmetic", 55), ("geometric", 39.824615503479755), ("harmonic", 36.45977011494253),
    ("{method: generalised, power: 2}", 46.88816481800072),
  ]

  @Test(arguments: means)
  func aggregations(_ choice: String, _ expected: Double) throws {
    let isPlain = choice == "arithmetic"
    let catalogue = try catalogue(
      [
        ("aggregation: arithmetic", "aggregation: \(choice)"),
        (
          "normalisation: goalposts",
          isPlain ? "normalisation: goalposts" : "normalisation: {method: goalposts, scale: [1, 101]}"
        ),
      ], framework: ("indicators: [mean_schooling, review]", "indicators: [mean_schooling]"))
    // 75 per cent of 50…100 is 50; 9 years of 15 are 60. On the scale from 1: 62.5 gives 26, 9 gives 61.
    let assessment = try assess([isPlain ? 75 : 62.5], catalogue)
    #expect(abs((assessment.overall(CityID(0), framework: 0).score ?? .nan) - expected) < 1e-9)
  }

  /// Three cities, two features: A beats B and C in both, B beats C in one and loses the other.
  @Test func copeland() throws {
    let catalogue = try catalogue(
      [("aggregation: arithmetic", "aggregation: copeland")],
      framework: ("indicators: [mean_schooling, review]", "indicators: [mean_schooling]"))
    let assessment = try assess([90, 80, 70], catalogue, schooling: [14, 5, 9])
    let node = try #require(catalogue.frameworks.first?.node(withCode: "1"))
    let scores = (0..<3).map { assessment.node(CityID($0), framework: 0, node: node).score }
    #expect(scores == [100, 25, 25])
  }

  @Test func weightsOfIndicators() throws {
    let catalogue = try catalogue(
      [],
      framework: (
        "indicators: [mean_schooling, review]",
        "indicators: [{indicator: mean_schooling, weight: 3}, literacy_rate]"
      ))
    let assessment = try assess([75], catalogue)
    let node = try #require(catalogue.frameworks.first?.node(withCode: "1.2"))
    #expect(assessment.node(CityID(0), framework: 0, node: node).score == (3 * 60 + 50) / 4.0)
  }

  /// The parts sum to the whole: coverage, reported and expected of a node are those of what is under it.
  @Test func partsSumToTheWhole() throws {
    let catalogue = try #require(Repository.catalogue.catalogue)
    for (index, framework) in catalogue.frameworks.enumerated() {
      let values = framework.allIndicators.enumerated().filter { $0.offset % 3 != 0 }.compactMap { _, id in
        TimePeriod.year(2025).map {
          IndicatorValue(
            key: .init(city: CityID(0), indicator: id, period: $0), value: 1.5, status: .normal, form: .computed,
            input: 0)
        }
      }
      let assessment = Assessor(
        catalogue: catalogue, values: IndicatorTable(values.sorted { $0.key < $1.key })
      ).assess(cities: 1, referenceYear: 2025)
      for (node, definition) in framework.nodes.enumerated() {
        let whole = assessment.node(CityID(0), framework: index, node: node)
        let children = definition.children.map { assessment.node(CityID(0), framework: index, node: $0) }
        let own = definition.indicators.count { assessment.entry(CityID(0), $0) != nil }
        #expect(whole.reported == own + children.reduce(0) { $0 + $1.reported }, "\(definition.code)")
        #expect(whole.expected == definition.indicators.count + children.reduce(0) { $0 + $1.expected })
      }
    }
  }

  /// Cities in another order, and rows in another order, have the same scores.
  @Test(arguments: ["goalposts", "minmax", "zscore", "percentile_rank"]) func permutations(_ choice: String) throws {
    let catalogue = try catalogue([("normalisation: goalposts", "normalisation: \(choice)")])
    let literacy: [Double?] = [61, nil, 77, 70, 93]
    let straight = try scores(try assess(literacy, catalogue), catalogue, 5)
    let turned = try scores(try assess(literacy.reversed(), catalogue), catalogue, 5)
    for (a, b) in zip(straight, turned.reversed()) { #expect(abs((a ?? -1) - (b ?? -1)) < 1e-9) }
  }
}
