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
  }
}
