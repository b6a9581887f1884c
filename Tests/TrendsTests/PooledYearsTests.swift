import Catalogue
import GNLCTestSupport
import Measurement
import Testing
import Trends
import Vocabulary

/// Figures of pooled years beside those of single ones: each year counts once, by its own figure where it has one.
@Suite struct PooledYearsTests {
  let catalogue: Catalogue
  let rate: IndicatorID

  init() throws {
    catalogue = try #require(SmallCatalogue().load().catalogue)
    rate = try #require(catalogue.indicatorID("literacy_rate"))
  }

  struct Figure: Sendable {
    var year: Int
    var span: Int
    var value: Double?
    var status: ObservationStatus

    init(_ year: Int, of span: Int = 1, _ value: Double?, _ status: ObservationStatus = .normal) {
      self.year = year
      self.span = span
      self.value = value
      self.status = value == nil ? .missing : status
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var figures: [Figure]
    var points: [Series.Point]
  }

  static let cases = [
    Case(
      testDescription: "its own before three years",
      figures: [Figure(2024, 80), Figure(2025, 90), Figure(2025, of: 3, 85)],
      points: [.init(year: 2024, value: 80), .init(year: 2025, value: 90)]),
    Case(
      testDescription: "three years where there is nothing else", figures: [Figure(2024, 80), Figure(2025, of: 3, 85)],
      points: [.init(year: 2024, value: 80), .init(year: 2025, value: 85)]),
    Case(
      testDescription: "three years where its own has no figure",
      figures: [Figure(2024, 80), Figure(2025, nil), Figure(2025, of: 3, 85)],
      points: [.init(year: 2024, value: 80), .init(year: 2025, value: 85)]),
    Case(
      testDescription: "two years before three",
      figures: [Figure(2025, of: 2, 70), Figure(2025, of: 3, 85), Figure(2026, 90)],
      points: [.init(year: 2025, value: 70), .init(year: 2026, value: 90)]),
    Case(
      testDescription: "a break of what is not used breaks nothing",
      figures: [Figure(2024, 80), Figure(2025, 90), Figure(2025, of: 3, 85, .breakInSeries)],
      points: [.init(year: 2024, value: 80), .init(year: 2025, value: 90)]),
  ]

  @Test(arguments: cases) func eachYearOnce(_ test: Case) throws {
    let values = try test.figures.map { figure in
      IndicatorValue(
        key: .init(city: CityID(0), indicator: rate, period: try #require(.year(figure.year, span: figure.span))),
        value: figure.value, status: figure.status, form: .computed, input: 0)
    }
    let series = Series(values[...], upTo: 2030)
    #expect(series.points == test.points)
    #expect(series.brokenIn == nil)
    let changes = YearOnYear(catalogue: catalogue).changes(in: values[...])
    #expect(changes.map(\.value) == test.points.map(\.value))
    #expect(changes.dropFirst().map(\.gap) == [1], "never a change from a year to itself")
    let pace = RequiredPace(values, upTo: 2030, direction: .increase, target: nil, targetYear: 2030)
    #expect(pace?.latest.value == test.points.last?.value)
    #expect(pace?.recentYears == 1)
  }
}
