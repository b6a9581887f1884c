import Catalogue
import Foundation
import Testing
import Vocabulary

@testable import Trends

/// The worked series of the documentation (Methods/pace.md), and what happens at the edges.
@Suite struct PaceTests {
  static let worked = Series([
    .init(year: 2018, value: 70), .init(year: 2019, value: 71.5), .init(year: 2021, value: 73),
    .init(year: 2022, value: 74.2), .init(year: 2023, value: 76), .init(year: 2024, value: 77.1),
  ])
  static let parameters = Method.Progress()

  private func pace(_ series: Series, _ aim: Aim) -> Pace { Pace(series, aim: aim, Self.parameters) }

  /// Printed digits, rounded as a table rounds them.
  private func shows(_ value: Double?, _ printed: Double, decimals: Int) -> Bool {
    var half = 0.5
    for _ in 0..<decimals { half /= 10 }
    return abs((value ?? .nan) - printed) <= half + 1e-12
  }

  @Test func workedSeriesDigitForDigit() {
    let aim = Aim(direction: .increase, target: 90, isRate: true)
    let pace = pace(Self.worked, aim)
    #expect(pace.base?.year == 2018)
    #expect(pace.baseChoice == .nextAvailable)
    #expect(pace.count == 6)
    #expect(pace.gapYears == 1)
    #expect(shows(pace.compound.map { 100 * $0 }, 1.62317, decimals: 5))
    #expect(shows(pace.linear, 1.18333, decimals: 5))
    #expect(shows(pace.leastSquares, 1.15031, decimals: 5))
    #expect(shows(pace.theilSen, 1.18333, decimals: 5))
    #expect(shows(pace.requiredLinear, 2.15, decimals: 2))
    #expect(shows(pace.requiredCompound.map { 100 * $0 }, 2.612, decimals: 3))
    #expect(shows(pace.acceleration, 1.817, decimals: 3))
    #expect(shows(pace.projection(.linear)?.value, 84.20, decimals: 2))
    #expect(shows(pace.projection(.geometric)?.value, 84.92, decimals: 2))
    #expect(shows(pace.projection(.logit)?.value, 82.93, decimals: 2))
    #expect(shows(pace.projection(.leastSquares)?.value, 83.79, decimals: 2))
    #expect(pace.attainmentLinear == .year(2035))
    #expect(pace.attainmentGeometric == .year(2034))
  }

  @Test func eurostatRatioOfTheWorkedSeries() {
    var parameters = Self.parameters
    parameters.eurostat.window = .sinceBase
    let result = GoalProgress.assess(
      Self.worked, aim: Aim(direction: .increase, target: 90), by: .eurostat, parameters: parameters)
    #expect(shows(result.value, 0.76696, decimals: 5))
    #expect(result.category == "moderate_progress")
  }

  /// Computed apart with numpy and scipy: prediction intervals of the two regressions, the drift method on three scales.
  @Test(arguments: [
    (Projection.Kind.linear, 84.2, 81.73253801850413, 86.66746198149585),
    (.geometric, 84.92014285714274, 82.14614318206858, 87.78781794897087),
    (.logit, 82.92944136234485, 80.97064105569137, 84.72464938048738),
    (.leastSquares, 83.79440993788876, 82.6087545143263, 84.98006536145122),
    (.weighted, 83.85464331469666, 82.69089673162803, 85.01838989776529),
  ])
  func intervals(_ kind: Projection.Kind, _ value: Double, _ low: Double, _ high: Double) throws {
    let pace = pace(Self.worked, Aim(direction: .increase, target: 90, isRate: true))
    let projection = try #require(pace.projection(kind))
    #expect(abs(projection.value - value) < 1e-8)
    #expect(abs((projection.low ?? 0) - low) < 1e-8)
    #expect(abs((projection.high ?? 0) - high) < 1e-8)
  }

  @Test func quantilesAndExtremes() {
    #expect(abs(StudentDistribution.twoSided(0.8, degreesOfFreedom: 1) - 3.0776835371752544) < 1e-9)
    #expect(abs(StudentDistribution.twoSided(0.8, degreesOfFreedom: 2) - 1.8856180831641272) < 1e-9)
    #expect(abs(StudentDistribution.twoSided(0.95, degreesOfFreedom: 3) - 3.1824463052837078) < 1e-9)
    #expect(abs(StudentDistribution.twoSided(0.95, degreesOfFreedom: 4) - 2.7764451051977934) < 1e-9)
    #expect(abs(StudentDistribution.twoSided(0.8, degreesOfFreedom: 30) - 1.3104150253913955) < 1e-9)
    // A perfect line leaves no doubt; two points leave nothing to judge it by.
    let line = self.pace(
      Series((2018...2024).map { .init(year: $0, value: Double($0 - 1950)) }), Aim(direction: .increase))
    #expect(abs((line.projection(.leastSquares)?.high ?? 0) - 80) < 1e-6)
    let two = self.pace(
      Series([.init(year: 2018, value: 1), .init(year: 2020, value: 2)]), Aim(direction: .increase))
    #expect(two.projection(.linear)?.value == 7)
    #expect(two.projection(.linear)?.low == nil)
  }

  @Test func awayFromTheTarget() {
    let falling = Series([.init(year: 2016, value: 80), .init(year: 2024, value: 76)])
    let pace = pace(falling, Aim(direction: .increase, target: 90, isRate: true))
    #expect(pace.acceleration == nil)
    #expect(pace.attainmentLinear == .notAtCurrentPace)
    #expect(pace.attainmentGeometric == .notAtCurrentPace)
    #expect(pace.requiredLinear == 14.0 / 6)
    let still = self.pace(
      Series([.init(year: 2016, value: 80), .init(year: 2024, value: 80)]), Aim(direction: .increase, target: 90))
    #expect(still.attainmentLinear == .notAtCurrentPace)
  }

  @Test func metAlready() {
    let pace = pace(Self.worked, Aim(direction: .increase, target: 75))
    #expect(pace.requiredLinear == 0)
    #expect(pace.attainmentLinear == .met)
    #expect(pace.acceleration == nil)
  }

  @Test func baseOfZeroHasALineAndNoRate() {
    let pace = pace(
      Series([.init(year: 2015, value: 0), .init(year: 2020, value: 10)]), Aim(direction: .increase, target: 50))
    #expect(pace.linear == 2)
    #expect(pace.compound == nil)
    #expect(pace.projection(.geometric) == nil)
    #expect(pace.projection(.linear)?.value == 30)
    #expect(pace.attainmentLinear == .year(2040))
  }

  @Test func onePointAndNone() {
    #expect(pace(Series([.init(year: 2020, value: 1)]), Aim(direction: .increase)).absence == .tooFewPoints)
    #expect(pace(Series([]), Aim(direction: .increase)).absence == .noData)
    #expect(
      pace(Series([.init(year: 2020, value: 1)], brokenIn: 2020), Aim(direction: .increase)).absence == .brokenSeries)
  }

  /// Whole years are whole: 60 to 66 at one a year is six years, not seven.
  @Test func attainmentDoesNotLoseAYear() {
    let series = Series((0...8).map { .init(year: 2016 + $0, value: 52 + Double($0)) })
    #expect(pace(series, Aim(direction: .increase, target: 66)).attainmentLinear == .year(2030))
  }

  /// Scaling leaves growth alone, adding a constant leaves slopes alone.
  @Test func invariances() {
    let scaled = Self.worked.mapped { 3 * $0 }
    let moved = Self.worked.mapped { $0 + 5 }
    let aim = Aim(direction: .increase)
    let (one, three, more) = (pace(Self.worked, aim), pace(scaled, aim), pace(moved, aim))
    #expect(abs((one.compound ?? 0) - (three.compound ?? 1)) < 1e-12)
    #expect(abs((one.leastSquares ?? 0) - (more.leastSquares ?? 1)) < 1e-9)
    #expect(abs((one.theilSen ?? 0) - (more.theilSen ?? 1)) < 1e-9)
  }

  @Test func nearestBaseIsTakenWhereTheAgendaHasOnePoint() {
    let series = Series([.init(year: 2012, value: 50), .init(year: 2013, value: 51), .init(year: 2021, value: 60)])
    let result = GoalProgress.assess(
      series, aim: Aim(direction: .increase, target: 80), by: .unsd, parameters: Self.parameters)
    #expect(result.base?.year == 2013)
    #expect(result.baseChoice == .nearest)
  }
}

/// The two pairs of COINr's tests that are about trends.
@Suite struct COINrTrendTests {
  /// `CAGR`: (y10/y1)^(1/9) − 1 over ten yearly points.
  @Test func compoundGrowthOverTenPoints() throws {
    let points = (0..<10).map { Series.Point(year: 2010 + $0, value: 3 + 1.7 * Double($0)) }
    let growth = try #require(Growth.compound(from: points[0], to: points[9]))
    #expect(abs(3 * pow(1 + growth, 9) - points[9].value) < 1e-12)
    #expect(abs(growth - (pow(18.3 / 3, 1.0 / 9) - 1)) < 1e-12)
  }

  /// `prc_change`: (y2 − y1)/y1 · 100, one year apart.
  @Test func perCentOfTheEarlierValue() throws {
    let growth = try #require(
      Growth.compound(from: Series.Point(year: 2020, value: 8), to: Series.Point(year: 2021, value: 10)))
    #expect(abs(100 * growth - 25) < 1e-12)
  }
}
