import Catalogue
import GNLCTestSupport
import Measurement
import Testing
import Trends
import Vocabulary

/// The worked series of the methods: 2018 70.0, 2019 71.5, 2020 missing, 2021 73.0, 2022 74.2, 2023 76.0, 2024 77.1.
@Suite struct YearOnYearTests {
  let catalogue: Catalogue
  let rate: IndicatorID
  let years: IndicatorID

  init() throws {
    catalogue = try #require(SmallCatalogue().load().catalogue)
    rate = try #require(catalogue.indicatorID("literacy_rate"))
    years = try #require(catalogue.indicatorID("mean_schooling"))
  }

  private func changes(
    _ id: IndicatorID, _ series: [(Int, Double?, ObservationStatus)]
  ) throws -> [Change] {
    let values = try series.map { year, value, status in
      IndicatorValue(
        key: .init(city: CityID(0), indicator: id, period: try #require(.year(year))), value: value, status: status,
        form: .computed, input: 0)
    }
    return YearOnYear(catalogue: catalogue).changes(in: values[...])
  }

  @Test func ratesChangeInPointsAndOverGapsByTheYear() throws {
    let all = try changes(
      rate,
      [
        (2018, 70, .normal), (2019, 71.5, .normal), (2020, nil, .missing), (2021, 73, .normal), (2022, 74.2, .normal),
        (2023, 76, .normal), (2024, 77.1, .normal),
      ])
    #expect(all.map(\.key.period.year) == [2018, 2019, 2021, 2022, 2023, 2024])
    #expect(all[0].absence == .first)
    let gap = all[2]
    #expect(gap.gap == 2)
    #expect(gap.previousPeriod == .year(2019))
    #expect(abs((gap.annualisedAbsolute ?? 0) - 0.75) < 1e-12)
    #expect(abs((gap.annualisedRelative ?? 0) - 1.04351) < 5e-6)
    let last = all[5]
    #expect(last.measure == .points)
    #expect(abs((last.headline ?? 0) - 1.1) < 1e-9)
    #expect(abs((last.relative ?? 0) - 1.447) < 5e-4)
    #expect(last.verdict == .better)
    #expect(abs((last.effect ?? 0) - 2.2) < 1e-9)
  }

  @Test func noChangeAcrossABreak() throws {
    let all = try changes(rate, [(2022, 70, .normal), (2023, 80, .breakInSeries), (2024, 81, .normal)])
    #expect(all[1].absence == .seriesBreak)
    #expect(all[1].absolute == nil)
    #expect(abs((all[2].absolute ?? 0) - 1) < 1e-12)
  }

  @Test func amountsChangeInPerCentAndNotFromNothing() throws {
    let all = try changes(years, [(2022, 0, .normal), (2023, 8, .normal), (2024, 10, .normal)])
    #expect(all[1].absence == .zeroBase)
    #expect(all[1].relative == nil)
    #expect(all[1].absolute == 8)
    #expect(all[2].measure == .percent)
    #expect(all[2].headline == 25)
  }

  /// Elections come every few years: the change is that from the election before, whatever the gap.
  @Test func previousObservationNotPreviousYear() throws {
    let all = try changes(rate, [(2017, 60, .normal), (2021, 64, .normal)])
    #expect(all[1].gap == 4)
    #expect(all[1].absolute == 4)
    #expect(all[1].annualisedAbsolute == 1)
  }

  @Test func seriesAreNotMixed() throws {
    let table = try [(rate, 2023), (years, 2024)].map { id, year in
      IndicatorValue(
        key: .init(city: CityID(0), indicator: id, period: try #require(.year(year))), value: 50, status: .normal,
        form: .computed, input: 0)
    }
    #expect(YearOnYear(catalogue: catalogue).changes(in: table[...]).allSatisfy { $0.absence == .first })
  }
}
