import Catalogue
import Measurement
import Spreadsheets
import Testing
import Trends
import Vocabulary

@testable import Reporting

/// The pace in words: every case, with the numbers as a reader would work them out.
@Suite struct RequiredPaceWordsTests {
  private func series(_ points: [(Int, Double)], breakIn broken: Int? = nil) -> [IndicatorValue] {
    points.compactMap { year, value in
      TimePeriod.year(year).map {
        IndicatorValue(
          key: .init(city: CityID(0), indicator: IndicatorID(0), period: $0), value: value,
          status: year == broken ? .breakInSeries : .normal, form: .reported, input: 0)
      }
    }
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var points: [(Int, Double)]
    var direction: Direction = .increase
    var target: Double?
    var year = 2030
    var broken: Int?
    var english: String
    var testDescription: String { english }
  }

  static let rows: [Row] = [
    Row(
      points: [(2022, 84.2), (2025, 86)], target: 95,
      english: "to reach 95 % by 2030 it needs +1.8 pp a year; the last 3 years gave +0.6 pp"),
    Row(
      points: [(2020, 50), (2022, 80), (2024, 88), (2025, 90)], target: 95,
      english: "to reach 95 % by 2030 it needs +1.0 pp a year; the last 3 years gave +3.3 pp"),
    Row(
      points: [(2022, 91), (2025, 90)], target: 95,
      english: "to reach 95 % by 2030 it needs +1.0 pp a year; the last 3 years lost 0.3 pp"),
    Row(
      points: [(2022, 12), (2025, 9)], direction: .decrease, target: 4,
      english: "must fall 1.0 pp a year to 4 % by 2030; the last 3 years gave -1.0 pp"),
    Row(
      points: [(2024, 11), (2025, 11.5)], direction: .decrease, target: 6,
      english: "must fall 1.1 pp a year to 6 % by 2030; the last year added 0.5 pp"),
    // A target of nothing at all, where growth has no meaning.
    Row(
      points: [(2022, 3), (2025, 1.5)], direction: .decrease, target: 0,
      english: "must fall 0.3 pp a year to 0 % by 2030; the last 3 years gave -0.5 pp"),
    Row(
      points: [(2022, 0), (2025, 3)], target: 10,
      english: "to reach 10 % by 2030 it needs +1.4 pp a year; the last 3 years gave +1.0 pp"),
    Row(points: [(2022, 90), (2025, 96.5)], target: 95, english: "the target of 95 % is met (96.5 %); keep it"),
    Row(points: [(2022, 90), (2025, 91)], english: "no target is set; the last 3 years gave +0.3 pp a year"),
    Row(
      points: [(2025, 91)], english: "no target is set; one value so far, a pace can be told after the next"),
    Row(
      points: [(2025, 91)], target: 95,
      english:
        "to reach 95 % by 2030 it needs +0.8 pp a year; one value so far, a recent pace can be told after the next"),
    Row(
      points: [(2022, 80), (2025, 91)], target: 95, broken: 2025,
      english: "the series was broken in 2025; the pace starts there"),
    Row(
      points: [(2022, 60), (2024, 90), (2025, 91)], target: 95, broken: 2024,
      english: "to reach 95 % by 2030 it needs +0.8 pp a year; the last year gave +1.0 pp"),
    Row(
      points: [(2022, 80), (2025, 91)], target: 95, year: 2025,
      english: "the target year 2025 has passed; 4.0 pp were missing"),
    // No value within the window: the one before it, over the years that lie between.
    Row(
      points: [(2015, 80), (2025, 91)], target: 96,
      english: "to reach 96 % by 2030 it needs +1.0 pp a year; the last 10 years gave +1.1 pp"),
  ]

  @Test(arguments: rows) func aPaceInWords(_ row: Row) throws {
    let catalogue = try SampleWorkbook.catalogue()
    let unit = try #require(catalogue.units.first { $0.id == "percent" })
    let pace = try #require(
      RequiredPace(
        series(row.points, breakIn: row.broken), upTo: 2025, direction: row.direction, target: row.target,
        targetYear: row.year))
    let words = PaceWords(words: Words(texts: catalogue.texts, language: .english), unit: unit)
    let sentence = words.sentence(pace)
    #expect(sentence.english == row.english)
    // Thai says the same numbers, and no sign before a verb that says it.
    let years = Set([2015, 2024, 2025, 2030].map(Double.init))
    let thai = Set(numbers(in: sentence.thai).map { $0 > 2500 ? $0 - 543 : $0 }).subtracting(years)
    #expect(thai == Set(numbers(in: sentence.english)).subtracting(years), "\(sentence.thai)")
    #expect(!sentence.thai.contains("ลดลงปีละ -") && !sentence.thai.contains("ต้องเพิ่มปีละ +"))
  }

  @Test func noPaceWithoutADirectionOrAValue() {
    #expect(
      RequiredPace(series([(2025, 3)]), upTo: 2025, direction: .ideal, target: nil, targetYear: 2030) == nil)
    #expect(
      RequiredPace(series([(2026, 3)]), upTo: 2025, direction: .increase, target: nil, targetYear: 2030) == nil)
  }
}
