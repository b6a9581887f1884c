import Catalogue
import Testing
import Vocabulary

@testable import Trends

/// Groups of a city, by hand.
@Suite struct EquityAnalysisTests {
  private func near(_ a: Double?, _ b: Double, _ leeway: Double = 1e-9) -> Bool {
    a.map { abs($0 - b) <= leeway } ?? false
  }

  /// Districts of 3,000, 2,000 and 1,000 persons with 95, 90 and 80 per cent: 5,450 of 6,000 are 90.83 per cent.
  private func districts(year: Int = 2025, _ values: [Double] = [95, 90, 80]) throws -> GroupsOfACity {
    var groups = try GroupsOfACity()
    groups.add(5450.0 / 60, base: 6000, year: year)
    for (code, value, base) in zip3(["d1", "d2", "d3"], values, [3000.0, 2000, 1000]) {
      groups.add(value, ["district": code], base: base, year: year)
    }
    return groups
  }

  private func zip3(_ a: [String], _ b: [Double], _ c: [Double]) -> [(String, Double, Double)] {
    zip(a, zip(b, c)).map { ($0, $1.0, $1.1) }
  }

  @Test func womenBesideMen() throws {
    var groups = try GroupsOfACity()
    groups.add(87, base: 2000)
    groups.add(84, ["sex": "F"], base: 1000)
    groups.add(90, ["sex": "M"], base: 1000)
    let row = try #require(groups.outcome().row("sex", "F"))
    #expect(near(row.parity, 84.0 / 90))
    #expect(near(row.adjustedParity, 84.0 / 90))
    #expect(near(row.gap, -6))
    #expect(row.side == .groupBehind)
    // 3 points below the city's 87 per cent, 1,000 women: 30 of them.
    #expect(near(row.distance, 3))
    #expect(row.isLeftBehind == true)
    #expect(near(row.personsBehind, 30))
    #expect(row.groupsBehind == 1 && row.groupsTold == 1)
    #expect(near(row.personsBehindInAll, 30))
    #expect(row.courseAbsence == .first)
    // The reference group has no row of its own.
    #expect(try groups.outcome().findings.comparisons.count == 1)
  }

  /// UNESCO's published pair: 40 and 50 give 0.8; turned round 1.25, adjusted 1.2.
  @Test(arguments: [
    (40.0, 50.0, 0.8, 0.8, "group_behind"), (50, 40, 1.25, 1.2, "group_ahead"), (98, 100, 0.98, 0.98, "parity"),
    (97, 100, 0.97, 0.97, "parity"), (96.9, 100, 0.969, 0.969, "group_behind"),
  ])
  func sides(_ women: Double, _ men: Double, _ plain: Double, _ adjusted: Double, _ side: String) throws {
    var groups = try GroupsOfACity()
    groups.add(women, ["sex": "F"], base: 500)
    groups.add(men, ["sex": "M"], base: 500)
    let row = try #require(groups.outcome().row("sex", "F"))
    #expect(near(row.parity, plain) && near(row.adjustedParity, adjusted))
    #expect(row.side?.rawValue == side)
    // Nobody told of the whole city: nothing is measured against it.
    #expect(row.benchmark == nil && row.distance == nil && row.personsBehind == nil)
  }

  /// More children out of school is worse: the words flip, the numbers do not.
  @Test func ofAMeasureThatShouldFallTheHigherValueIsBehind() throws {
    var groups = try GroupsOfACity()
    let indicator = "crime_rate"
    groups.add(300, base: 1000, of: indicator)
    groups.add(400, ["zone": "CORE"], base: 400, of: indicator)
    groups.add(250, ["zone": "OTHER"], base: 600, of: indicator)
    let row = try #require(groups.outcome().row("zone", "CORE"))
    #expect(near(row.gap, 150))
    #expect(near(row.parity, 1.6))
    #expect(row.side == .groupBehind)
    #expect(near(row.distance, 100))
    // Crimes are no share of persons.
    #expect(row.personsBehind == nil && row.personsBehindInAll == nil)
  }

  @Test func dispersionOverDistricts() throws {
    let outcome = try districts().outcome()
    let row = try #require(outcome.dispersion())
    let measures = try #require(row.measures)
    #expect(near(measures.mean, 90.83333333333333))
    #expect(near(measures.standardDeviation, 5.335936864527374))
    #expect(near(measures.coefficientOfVariation, 5.874425905901698))
    #expect(near(measures.meanLogDeviation, 1.8135504125166708))
    #expect(measures.lowest == 80 && measures.highest == 95)
    #expect(row.groupsTold == 3 && row.groupsWithValue == 3 && row.groupsSuppressed == 0)
    // 80 is 10.83 points below the city: 108 of 1,000. 90 is within three per cent of it: parity.
    #expect(near(outcome.row("district", "d3")?.personsBehind, 108.33333333333331, 1e-6))
    #expect(outcome.row("district", "d2")?.isLeftBehind == false)
    #expect(outcome.row("district", "d2")?.personsBehind == 0)
    #expect(near(outcome.row("district", "d1")?.personsBehindInAll, 108.33333333333331, 1e-6))
  }

  /// Groups of pooled years are compared with those of the same years, where the last of them has no figures of its own.
  @Test func pooledYears() throws {
    var groups = try GroupsOfACity()
    for (year, span, women) in [(2023, 3, 60.0), (2025, 1, 84), (2025, 3, 70)] {
      groups.add(women, ["sex": "F"], base: 500, year: year, span: span)
      groups.add(90, ["sex": "M"], base: 500, year: year, span: span)
    }
    let rows = try groups.outcome().findings.comparisons
    #expect(rows.map(\.period.description) == ["2021-01-01/P3Y", "2025"])
    #expect(rows.map(\.value) == [60, 84])
    #expect(near(rows.last?.gapChange, -24))
  }

  // MARK: Missing and kept back

  @Test func absentGroupsSaySo() throws {
    var groups = try GroupsOfACity()
    groups.add(90, ["sex": "M"], base: 500)
    var row = try #require(groups.outcome().row("sex", "F"))
    #expect(row.absence == .groupMissing && row.status == .missing && row.gap == nil && row.side == nil)
    #expect(row.groupsTold == 0)

    groups = try GroupsOfACity()
    groups.add(90, ["sex": "F"], base: 500)
    row = try #require(groups.outcome().row("sex", "F"))
    #expect(row.absence == .referenceMissing && row.gap == nil && row.value == 90)

    // Of groups that overlap only those told of have rows.
    groups = try GroupsOfACity()
    groups.add(88, base: 2000)
    groups.add(70, ["group": "DISABILITY"], base: 100)
    groups.add(nil, ["group": "OLDER"], .notCollected)
    let outcome = try groups.outcome()
    #expect(outcome.findings.comparisons.count == 2)
    #expect(outcome.row("group", "OLDER")?.status == .notCollected)
    #expect(outcome.row("group", "DISABILITY")?.side == .groupBehind)
    // They overlap: their persons would count twice.
    #expect(near(outcome.row("group", "DISABILITY")?.personsBehind, 18))
    #expect(outcome.row("group", "DISABILITY")?.personsBehindInAll == nil)
  }

  @Test func suppressedGroupsStaySuppressed() throws {
    var groups = try districts()
    groups.add(nil, ["district": "d4"], .suppressed)
    groups.add(nil, ["district": "d5"], .suppressed)
    let outcome = try groups.outcome()
    let row = try #require(outcome.row("district", "d4"))
    #expect(row.absence == .groupSuppressed && row.status == .suppressed)
    #expect([row.value, row.gap, row.parity, row.distance, row.personsBehind, row.base].allSatisfy { $0 == nil })
    // Three of five districts are fewer than 85 per cent of them.
    let dispersion = try #require(outcome.dispersion())
    #expect(dispersion.absence == .tooFewGroups && dispersion.measures == nil && dispersion.groupsSuppressed == 2)
    // One is not known to lack nothing.
    #expect(outcome.row("district", "d1")?.groupsTold == 5)
  }

  // MARK: Edges

  @Test func zerosAndNegativeValues() throws {
    func row(_ women: Double, _ men: Double) throws -> GroupComparison {
      var groups = try GroupsOfACity()
      groups.add(women, ["sex": "F"], base: 100)
      groups.add(men, ["sex": "M"], base: 100)
      return try #require(groups.outcome().row("sex", "F"))
    }
    // Both 0: no index, no gap, nobody behind.
    let both = try row(0, 0)
    #expect(both.parity == nil && both.adjustedParity == nil && both.gap == 0 && both.side == .parity)
    // Reference 0: the adjusted index ends at 2.
    let reference = try row(5, 0)
    #expect(reference.parity == nil && reference.adjustedParity == 2 && reference.side == .groupAhead)
    // Below 0 only the gap has a meaning.
    let negative = try row(-2, 3)
    #expect(negative.parity == nil && negative.adjustedParity == nil && negative.gap == -5)
    #expect(negative.side == .groupBehind)
    #expect(try row(-2, -2).side == .parity)
  }

  /// A rate whose denominator is 0 has no value: status M from the measurement.
  @Test func aDenominatorOfZeroIsNoGroup() throws {
    var groups = try GroupsOfACity()
    groups.add(nil, ["sex": "F"], base: 0, .notApplicable)
    groups.add(90, ["sex": "M"], base: 100)
    let row = try #require(groups.outcome().row("sex", "F"))
    #expect(row.absence == .groupMissing && row.status == .notApplicable)
  }

  @Test func aSingleDistrictAndMissingWeights() throws {
    var groups = try GroupsOfACity()
    groups.add(90, base: 1000)
    groups.add(90, ["district": "d1"], base: 1000)
    #expect(try groups.outcome().dispersion()?.absence == .singleGroup)
    groups.add(80, ["district": "d2"])
    let row = try #require(groups.outcome().dispersion())
    #expect(row.absence == .weightsMissing && row.measures == nil)
  }

  @Test func smallBasesAreMarked() throws {
    var groups = try GroupsOfACity()
    groups.add(90, ["sex": "F"], base: 29, .lowReliability)
    groups.add(90, ["sex": "M"], base: 500)
    let row = try #require(groups.outcome().row("sex", "F"))
    #expect(row.hasSmallBase && row.status == .lowReliability)
  }

  // MARK: Years

  private func gaps(_ series: [(Int, Double?, Double?, ObservationStatus)]) throws -> [GroupComparison] {
    var groups = try GroupsOfACity()
    for (year, women, men, status) in series {
      if let women { groups.add(women, ["sex": "F"], base: 500, year: year, status) }
      if let men { groups.add(men, ["sex": "M"], base: 500, year: year) }
    }
    return try groups.outcome().findings.comparisons
  }

  @Test func gapsCloseAndWiden() throws {
    let rows = try gaps([
      (2020, 80, 90, .normal), (2021, 82, 90, .normal), (2022, 81.6, 90, .normal), (2023, nil, 91, .normal),
      (2024, 80, 92, .provisional), (2025, 95, 92, .normal),
    ])
    #expect(rows.map { $0.course?.rawValue ?? "–" } == ["–", "closing", "unchanged", "–", "widening", "closing"])
    #expect(rows[3].absence == .groupMissing)
    // From the previous observation, two years before.
    #expect(rows[4].previousPeriod == .year(2022) && near(rows[4].gapChange, 3.6))
    #expect(rows[4].status == .provisional)
    // From 12 behind to 3 ahead.
    #expect(near(rows[5].previousGap, -12) && near(rows[5].gap, 3) && near(rows[5].gapChange, -9))
  }

  @Test func noCourseAcrossABreak() throws {
    let rows = try gaps([
      (2022, 80, 90, .normal), (2023, 88, nil, .breakInSeries), (2024, 88, 90, .normal), (2025, 87, 90, .normal),
    ])
    #expect(rows[2].courseAbsence == .seriesBreak && rows[2].gapChange == nil)
    #expect(rows[3].course == .widening)
  }

  @Test func dispersionsOfOtherGroupsAreNotCompared() throws {
    var groups = try districts()
    groups.entries += try districts(year: 2024, [96, 91, 84]).entries
    let same = try #require(groups.outcome().dispersion())
    #expect(near(same.previousDeviation, 4.346134936801766))
    #expect(same.course == .widening && near(same.change, 0.989801927725607))
    groups.add(70, ["district": "d4"], base: 500)
    #expect(try groups.outcome().dispersion()?.courseAbsence == .otherGroups)
  }

  // MARK: Choices of the method

  @Test func groupsMayBeMeasuredAgainstTheTarget() throws {
    var groups = try districts()
    groups.catalogue.method.equity.benchmark = .target
    let literacy = try #require(groups.catalogue.indicatorID("adult_literacy_rate"))
    groups.targets = [DeclaredTarget(city: nil, indicator: literacy, value: 92, year: 2030, source: "plan")]
    let row = try #require(groups.outcome().row("district", "d3"))
    #expect(row.benchmarkKind == .target && row.benchmark == 92 && near(row.personsBehind, 120))
    groups.targets = []
    #expect(try groups.outcome().row("district", "d3")?.benchmarkKind == .average)
  }

  @Test func dimensionsLeftOutAreNotCompared() throws {
    var groups = try districts()
    groups.catalogue.method.equity.references = ["sex": "M"]
    groups.catalogue.method.equity.dispersed = []
    let findings = try groups.outcome().findings
    #expect(findings.comparisons.isEmpty && findings.dispersions.isEmpty)
  }

  /// Answers of a sample are no count of the city's people.
  @Test func surveysGiveNoPersons() throws {
    var groups = try GroupsOfACity()
    groups.add(30, base: 800, of: "adult_learning_participation_rate")
    groups.add(20, ["group": "LOW_INCOME"], base: 200, of: "adult_learning_participation_rate")
    let row = try #require(groups.outcome().row("group", "LOW_INCOME"))
    #expect(row.isLeftBehind == true && near(row.distance, 10) && row.personsBehind == nil)
  }
}
