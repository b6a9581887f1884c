import Catalogue
import Foundation
import GNLCTestSupport
import Measurement
import Normalisation
import Testing
import Vocabulary

@Suite struct AssessorTests {
  let catalogue: Catalogue

  init() throws {
    catalogue = try #require(SmallCatalogue().load().catalogue)
  }

  private func value(
    _ id: String, city: Int = 0, year: Int = 2025, span: Int = 1, _ number: Double
  ) throws -> IndicatorValue {
    IndicatorValue(
      key: .init(
        city: CityID(city), indicator: try #require(catalogue.indicatorID(id)),
        period: try #require(.year(year, span: span))),
      value: number, status: .normal, form: .computed, input: 0)
  }

  private func assess(_ values: [IndicatorValue], cities: Int = 1, year: Int = 2025) -> Assessment {
    Assessor(catalogue: catalogue, values: IndicatorTable(values.sorted { $0.key < $1.key })).assess(
      cities: cities, referenceYear: year)
  }

  private func node(_ code: String, _ assessment: Assessment, city: Int = 0) throws -> Assessment.NodeScore {
    let framework = try #require(catalogue.frameworks.first)
    return assessment.node(CityID(city), framework: 0, node: try #require(framework.node(withCode: code)))
  }

  @Test func meansOfMeans() throws {
    let assessment = assess([
      try value("literacy_rate", 75), try value("mean_schooling", 9), try value("review", 4),
    ])
    #expect(try node("1.1", assessment).score == 50)
    #expect(try node("1.2", assessment).score == 80)
    let area = try node("1", assessment)
    #expect(area.score == 65)
    #expect(area.coverage == 1)
    #expect(area.reported == 3)
    #expect(area.expected == 4)
    #expect(assessment.overall(CityID(0), framework: 0).score == 65)
  }

  /// Half of a feature is too little for the feature, but its measure counts in the area, which has three quarters.
  @Test func everyNodeHasItsOwnCoverage() throws {
    let assessment = assess([try value("literacy_rate", 75), try value("mean_schooling", 9)])
    let half = try node("1.2", assessment)
    #expect(half.score == nil)
    #expect(half.coverage == 0.5)
    let area = try node("1", assessment)
    #expect(area.coverage == 0.75)
    #expect(area.score == 55)
  }

  /// Two of three are two thirds: just enough; one of three is not.
  @Test func twoThirdsAreEnough() throws {
    var small = SmallCatalogue()
    small.framework = small.framework.replacingOccurrences(
      of: "indicators: [literacy_rate]}", with: "indicators: [literacy_rate, mean_schooling, review]}"
    ).replacingOccurrences(of: "indicators: [mean_schooling, review]", with: "indicators: [pupils_by_level]")
    let three = try #require(small.load().catalogue)
    let values = [try value("literacy_rate", 75), try value("mean_schooling", 9)]
    func score(_ values: [IndicatorValue]) throws -> Double? {
      let framework = try #require(three.frameworks.first)
      return Assessor(catalogue: three, values: IndicatorTable(values)).assess(cities: 1, referenceYear: 2025).node(
        CityID(0), framework: 0, node: try #require(framework.node(withCode: "1.1"))
      ).score
    }
    #expect(try score(values) == 55)
    #expect(try score([values[0]]) == nil)
  }

  @Test func anOldValueStandsInUpToTheMaximumAge() throws {
    let values = [try value("literacy_rate", year: 2020, 75)]
    let id = try #require(catalogue.indicatorID("literacy_rate"))
    #expect(assess(values, year: 2025).entry(CityID(0), id)?.age == 5)
    #expect(assess(values, year: 2026).entry(CityID(0), id) == nil)
    #expect(assess(values, year: 2019).entry(CityID(0), id) == nil)
  }

  static let pooled: [([(Int, Int, Double)], Double)] = [
    ([(2025, 1, 90), (2025, 3, 85)], 80), ([(2025, 3, 85)], 70), ([(2024, 1, 90), (2025, 3, 85)], 70),
    ([(2025, 2, 60), (2025, 3, 85)], 20),
  ]

  /// A year's own figure is scored before one of pooled years, which stands for a year that has no other.
  @Test(arguments: pooled) func pooledYears(_ figures: [(Int, Int, Double)], _ score: Double) throws {
    let values = try figures.map { try value("literacy_rate", year: $0.0, span: $0.1, $0.2) }
    let id = try #require(catalogue.indicatorID("literacy_rate"))
    let found = try #require(assess(values).entry(CityID(0), id)?.score)
    #expect(abs(found - score) < 1e-9)
  }

  /// A city's scores do not change when another city joins or leaves.
  @Test func peersDoNotMoveYou() throws {
    let own = [try value("literacy_rate", 75), try value("mean_schooling", 9)]
    let alone = assess(own)
    for other in stride(from: 0.0, through: 100, by: 12.5) {
      let joined = assess(own + [try value("literacy_rate", city: 1, other)], cities: 2)
      for code in ["1", "1.1", "1.2"] { #expect(try node(code, joined) == node(code, alone)) }
    }
  }
}
