import Testing
import Vocabulary

@Suite struct TimePeriodTests {
  @Test func printsAsSDMXDoes() {
    #expect(TimePeriod.year(2025)?.description == "2025")
    #expect(TimePeriod.year(2017, span: 3)?.description == "2015-01-01/P3Y")
    #expect(TimePeriod.quarter(3, of: 2025)?.description == "2025-Q3")
    #expect(TimePeriod.month(7, of: 2025)?.description == "2025-07")
    #expect(TimePeriod.day(9, month: 7, year: 2025)?.description == "2025-07-09")
  }

  @Test(arguments: [
    "2025", "2015-01-01/P3Y", "1881-01-01/P20Y", "2025-Q3", "2025-07", "2025-07-09", "2024-02-29",
  ])
  func readsWhatItPrints(_ text: String) {
    #expect(TimePeriod(text)?.description == text)
  }

  @Test(arguments: [
    "", "-", "25", "2568", "+025", "2025-", "2025-7", "2025-13", "2025-+7", "2025-Q5", "2025-Q03", "2025-02-29",
    "2025-07-09-1", "2023-02-01/P3Y", "2023-01-01/P0Y", "2025-01-01/P1Y", "2023-01-01/P21Y", "2023-01-01/P+3Y",
    "9223372036854775807-01-01/P3Y", "9999-01-01/P20Y", " 2025", "2025/26",
  ])
  func readsNothingElse(_ text: String) {
    #expect(TimePeriod(text) == nil)
  }

  /// A year's own figure before pooled ones that end in it, few years before many; never one year before another.
  @Test func pooledYearsYield() throws {
    let figures = try [(2024, 3), (2025, 1), (2025, 2), (2025, 3), (2026, 1)].map { year, span in
      try #require(TimePeriod.year(year, span: span))
    }
    let quarter = try #require(TimePeriod.quarter(4, of: 2025))
    for (position, period) in figures.enumerated() {
      let yields = figures.indices.filter { period.yields(to: figures[$0]) }
      #expect(yields == (position == 2 ? [1] : position == 3 ? [1, 2] : []))
      #expect(!period.yields(to: quarter) && !quarter.yields(to: period) && !period.yields(to: nil))
    }
    #expect(figures == figures.sorted(), "what stands for a year comes first")
  }

  @Test func refusesWhatDoesNotExist() {
    #expect(TimePeriod.year(2568) == nil)
    #expect(TimePeriod.year(2020, span: 0) == nil)
    #expect(TimePeriod.quarter(5, of: 2020) == nil)
    #expect(TimePeriod.day(29, month: 2, year: 2023) == nil)
    #expect(TimePeriod.day(29, month: 2, year: 2024) != nil)
    #expect(TimePeriod.day(29, month: 2, year: 1900) == nil)
  }

  @Test func daysRoundTripThroughSeconds() throws {
    for (text, seconds) in [("1970-01-01", 0), ("2026-11-22", 1_795_305_600), ("2000-02-29", 951_782_400)] {
      let date = try #require(CalendarDate(text))
      #expect(date.secondsSince1970 == seconds)
      #expect(CalendarDate(secondsSince1970: seconds) == date)
      #expect(CalendarDate(secondsSince1970: seconds + 86_399) == date)
    }
    #expect(CalendarDate("2026-02-30") == nil)
    #expect(CalendarDate("26-02-03") == nil)
    for text in ["2026-+9-01", "2026-09-+1", "+026-09-01"] { #expect(CalendarDate(text) == nil, "\(text)") }
  }
}
