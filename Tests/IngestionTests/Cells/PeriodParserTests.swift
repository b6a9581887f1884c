import Testing
import Vocabulary

@testable import Ingestion

@Suite struct PeriodParserTests {
  struct Reading: Sendable, CustomTestStringConvertible {
    var seen: String
    /// As SDMX prints it; nil: no time that we know.
    var period: String?
    var parser = PeriodParser()
    init(_ seen: String, _ period: String?, _ change: (inout PeriodParser) -> Void = { _ in }) {
      self.seen = seen
      self.period = period
      change(&parser)
    }
    var testDescription: String { "`\(seen)`" }
  }

  @Test(arguments: [
    Reading("2025", "2025"),
    Reading(" 2025 ", "2025"),
    Reading("2015.0", "2015"),
    // School and financial years, by their end unless the source says otherwise.
    Reading("2012/13", "2013"),
    Reading("2012/13", "2012") { $0.schoolYear = .starts },
    Reading("2018/2019", "2019"),
    Reading("1999/00", "2000"),
    Reading("2010-11", "2011"),
    Reading("2010 to 2011", "2011"),
    Reading("2010 to 2011", "2010") { $0.schoolYear = .starts },
    // Several years.
    Reading("2015 - 17", "2015-01-01/P3Y"),
    Reading("2000 - 02", "2000-01-01/P3Y"),
    Reading("1999 - 01", "1999-01-01/P3Y"),
    Reading("2015–2017", "2015-01-01/P3Y"),
    Reading("2015-2017", "2015-01-01/P3Y"),
    Reading("2015-01-01/P3Y", "2015-01-01/P3Y"),
    // Quarters, months, days.
    Reading("2022 Q4", "2022-Q4"),
    Reading("2022-Q4", "2022-Q4"),
    Reading("2022Q4", "2022-Q4"),
    Reading("Q4 2022", "2022-Q4"),
    Reading("2014-12", "2014-12"),
    Reading("2006-07", "2007"),
    Reading("2006-07", "2006-07") { $0.hyphen = .month },
    Reading("2014-12", nil) { $0.hyphen = .years },
    Reading("2023-05-31", "2023-05-31"),
    Reading("2023-05-31T00:00:00Z", "2023-05-31"),
    Reading("31/05/2023", "2023-05-31"),
    Reading("31.5.2023", "2023-05-31"),
    // The Buddhist era.
    Reading("2568", "2025"),
    Reading("๒๕๖๘", "2025"),
    Reading("พ.ศ. 2568", "2025"),
    Reading("พ.ศ. ๒๕๖๘", "2025"),
    Reading("พศ 2568", "2025"),
    Reading("ปี พ.ศ. 2568", "2025"),
    Reading("ปีการศึกษา 2567", "2024"),
    Reading("2568 BE", "2025"),
    Reading("2567/68", "2025"),
    Reading("31/05/2566", "2023-05-31"),
    Reading("ค.ศ. 2025", "2025"),
    Reading("2568", nil) { $0.era = .common },
    Reading("2500", "1957") { $0.era = .buddhist },
    // What a mark says goes before what the number looks like.
    Reading("ค.ศ. 2568", nil),
    Reading("2568-05-31 CE", nil),
    Reading("พ.ศ. 2025", nil),
    // No times.
    Reading("", nil),
    Reading("last year", nil),
    Reading("25", nil),
    Reading("20255", nil),
    Reading("2022 Q5", nil),
    Reading("2015/14", nil),
    Reading("2023-02-29", nil),
    Reading("05/31/2023", nil),
    Reading("1012", nil),
    Reading("1900-1950", nil),
    Reading("2013-01-01/P21Y", nil),
    // Sums beyond any integer.
    Reading("2013-01-01/P9223372036854775807Y", nil),
    Reading("9223372036854775807-01-01/P1Y", nil),
  ])
  func reading(_ reading: Reading) {
    #expect(reading.parser.parse(reading.seen)?.period.description == reading.period)
  }

  /// The change of era is a repair, which is told.
  @Test func eraIsTold() throws {
    let reading = try #require(PeriodParser().parse("๒๕๖๘"))
    #expect(reading.repairs == [.buddhistYear(2568)])
    #expect(try #require(PeriodParser().parse("2025")).repairs.isEmpty)
  }

  /// What we print we read again.
  @Test func ownFormIsRead() throws {
    let periods = [
      TimePeriod.year(2025), .year(2017, span: 3), .quarter(3, of: 2025), .month(7, of: 2025),
      .day(31, month: 7, year: 2025),
    ]
    for period in periods.compactMap({ $0 }) {
      #expect(PeriodParser().parse(period.description)?.period == period)
    }
  }
}
