import Catalogue
import GNLCTestSupport
import Measurement
import Testing
import Vocabulary

@Suite struct MeasurerTests {
  let catalogue: Catalogue

  init() throws {
    catalogue = try #require(SmallCatalogue().load().catalogue)
  }

  private func measure(_ build: (inout ObservationBuilder) -> Void) -> (values: [IndicatorValue], table: BreakdownTable)
  {
    var builder = ObservationBuilder(catalogue)
    build(&builder)
    let set = builder.set()
    return (Measurer(catalogue: catalogue, observations: set).values(of: CityID(0)), set.breakdowns)
  }

  private func value(_ id: String, in values: [IndicatorValue], _ breakdown: BreakdownID = .total) -> IndicatorValue? {
    values.first { catalogue[$0.key.indicator].id == id && $0.key.breakdown == breakdown }
  }

  @Test func rateWithItsBaseAndStatus() throws {
    let (values, _) = measure {
      $0.add("adults", 200, .estimated)
      $0.add("literate", 150, .provisional)
    }
    let rate = try #require(value("literacy_rate", in: values))
    #expect(rate.value == 75)
    #expect(rate.base == 200)
    #expect(rate.status == .estimated)
    #expect(rate.form == .computed)
  }

  @Test func eachSexByItself() throws {
    let (values, table) = measure {
      $0.add("adults", 200)
      $0.add("literate", 150)
      $0.add("adults", 100, by: ["sex": "F"])
      $0.add("literate", 60, by: ["sex": "F"])
      $0.add("adults", 100, by: ["sex": "M"])
      $0.add("literate", 75, by: ["sex": "M"])
    }
    let female = try #require(table.id(of: Breakdown([.init(dimension: "sex", code: "F")])))
    #expect(value("literacy_rate", in: values, female)?.value == 60)
    let parity = try #require(value("literacy_parity", in: values))
    #expect(parity.value == 0.8)
    #expect(parity.base == 100)
  }

  @Test func missingPartsGiveReasonsNotNumbers() throws {
    let (values, _) = measure {
      $0.add("adults", 200)
      $0.add("literate", nil, .notApplicable)
    }
    let rate = try #require(value("literacy_rate", in: values))
    #expect(rate.value == nil)
    #expect(rate.status == .notApplicable)
  }

  @Test func nothingIsDividedByNothing() throws {
    let (values, _) = measure {
      $0.add("adults", 0)
      $0.add("literate", 0)
    }
    #expect(value("literacy_rate", in: values)?.value == nil)
    #expect(measure { $0.add("literate", 10) }.values.isEmpty)
  }

  @Test func smallBasesAreOfLowReliability() throws {
    let (values, _) = measure {
      $0.add("adults", 29)
      $0.add("literate", 20)
    }
    #expect(value("literacy_rate", in: values)?.status == .lowReliability)
  }

  @Test func theComputedRateGoesBeforeTheReportedOne() throws {
    let (both, _) = measure {
      $0.add("adults", 200)
      $0.add("literate", 150)
      $0.add("literacy_rate", 80)
    }
    #expect(value("literacy_rate", in: both)?.value == 75)
    let (alone, _) = measure { $0.add("literacy_rate", 80) }
    #expect(value("literacy_rate", in: alone)?.value == 80)
    #expect(value("literacy_rate", in: alone)?.form == .reported)
  }

  @Test func ratingCarriesItsReviewers() throws {
    let (values, _) = measure {
      $0.add("rated", 2.5)
      $0.add("raters", 7)
    }
    #expect(value("review", in: values)?.value == 2.5)
    #expect(value("review", in: values)?.base == 7)
  }

  @Test func distributionSumsToAHundred() throws {
    let (values, _) = measure {
      $0.add("spending", 30, by: ["level": "PRI"])
      $0.add("spending", 10, by: ["level": "SEC"])
    }
    let shares = values.filter { catalogue[$0.key.indicator].id == "pupils_by_level" }.compactMap(\.value)
    #expect(shares == [75, 25])
  }

  /// A share rests on its whole, too: on the total where it is reported, else on all of the parts.
  @Test(
    arguments: [
      (.estimated, ["E", "E"]), (.breakInSeries, ["B", "B"]), (.normal, ["A", "P"]), (nil, ["P", "P"]),
    ] as [(ObservationStatus?, [String])])
  func sharesBearTheStatusOfTheirWhole(_ total: ObservationStatus?, _ expected: [String]) {
    let (values, _) = measure {
      if let total { $0.add("spending", 40, total) }
      $0.add("spending", 30, by: ["level": "PRI"])
      $0.add("spending", 10, .provisional, by: ["level": "SEC"])
    }
    let shares = values.filter { catalogue[$0.key.indicator].id == "pupils_by_level" }
    #expect(shares.map(\.value) == [75, 25])
    #expect(shares.map(\.status.code) == expected)
  }

  /// Any order of the rows gives the same values.
  @Test func orderDoesNotMatter() {
    let rows: [(String, [String: String], Double)] = [
      ("adults", [:], 200), ("literate", [:], 150), ("adults", ["sex": "F"], 90), ("literate", ["sex": "F"], 60),
      ("schooling", [:], 9),
    ]
    func values(_ rows: [(String, [String: String], Double)]) -> [Double?] {
      measure { builder in for row in rows { builder.add(row.0, row.2, by: row.1) } }.values.map(\.value)
    }
    #expect(values(rows) == values(rows.reversed()))
  }
}
