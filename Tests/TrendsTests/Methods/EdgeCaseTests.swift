import Catalogue
import Testing

@testable import Trends

/// Base 0, target 0, negative values, base on the target, beyond it and falling back, one point, a break: a reason instead of a
/// number, and never praise for a fall.
@Suite struct EdgeCaseTests {
  typealias Absence = GoalProgress.Absence
  typealias Status = GoalProgress.Status
  typealias Name = Method.ProgressMethod

  private static let standard: Method.Progress = {
    var parameters = Method.Progress()
    parameters.eurostat.window = .sinceBase
    return parameters
  }()

  private func assess(
    _ values: [(Int, Double)], _ aim: Aim, _ method: Name, brokenIn: Int? = nil, spread: Double? = 10
  ) -> GoalProgress.Assessment {
    GoalProgress.assess(
      Series(values.map { .init(year: $0.0, value: $0.1) }, brokenIn: brokenIn), aim: aim, by: method,
      parameters: Self.standard, spread: spread)
  }

  @Test(
    arguments: [
      // Growth from 0 has no rate; a straight line has a slope.
      ([(2015, 0.0), (2020, 5.0)], Aim(direction: .increase), [.statcan, .eurostat, .unsd], Absence.baseZero),
      ([(2015, 0.0), (2020, 5.0)], Aim(direction: .increase, target: 80), [.statcan, .eurostat, .unsd], .baseZero),
      // No growth rate reaches 0.
      ([(2015, 20.0), (2020, 9.0)], Aim(direction: .decrease, target: 0), [.statcan, .eurostat], .targetZero),
      ([(2015, -4.0), (2020, 5.0)], Aim(direction: .increase), [.statcan, .eurostat, .unsd], .signChange),
      ([(2015, -4.0), (2020, -3.0)], Aim(direction: .increase, target: 5), [.statcan, .eurostat], .signChange),
      // Nothing to gain: the required pace is 0, and no ratio of it means anything.
      (
        [(2015, 95.0), (2020, 90.0)], Aim(direction: .increase, target: 95),
        [.statcan, .eurostat, .unsd, .escap, .sdsn],
        .atTarget
      ),
      ([(2020, 90.0)], Aim(direction: .increase, target: 95), Name.allCases.filter { $0 != .oecd }, .tooFewPoints),
      ([], Aim(direction: .increase, target: 95), Name.allCases, .noData),
      (
        [(2015, 50.0), (2020, 60.0)], Aim(direction: .none), [.statcan, .eurostat, .unsd, .escap, .sdsn, .oecd],
        .noDirection
      ),
      // Never an invented target.
      ([(2015, 50.0), (2020, 60.0)], Aim(direction: .increase), [.escap, .sdsn, .oecd], .noTarget),
      // A target of 2020 that was missed cannot be projected from 2022.
      (
        [(2015, 50.0), (2018, 51), (2019, 52), (2020, 53), (2022, 60.0)],
        Aim(direction: .increase, target: 80, targetYear: 2020),
        [.unsd, .escap, .dns], .targetYearPassed
      ),
      ([(2005, 50.0), (2014, 60.0)], Aim(direction: .increase), [.statcan], .noData),
      ([(2015, 50.0), (2020, 60.0)], Aim(direction: .increase, target: 80), [.dns], .windowTooShort),
    ] as [([(Int, Double)], Aim, [Name], Absence)])
  func reasonsInsteadOfNumbers(_ values: [(Int, Double)], _ aim: Aim, _ methods: [Name], _ absence: Absence) {
    for method in methods {
      let result = assess(values, aim, method)
      #expect(result.absence == absence, "\(method)")
      #expect(result.status == nil, "\(method)")
    }
  }

  /// Beyond the target at the base, below it now: every method that judges the pace says that the city moves away.
  @Test(arguments: Name.allCases.filter { $0 != .oecd }) func fallingBackFromBeyondTheTarget(_ method: Name) {
    let values = [(2015, 96.0), (2019, 94.0), (2021, 92.0), (2022, 91.0), (2023, 90.0)]
    let result = assess(values, Aim(direction: .increase, target: 95), method)
    #expect(result.status == .worsening, "\(method)")
  }

  /// And where it still is beyond it, the target is met; but ESCAP's trend may say that it will not be in 2030.
  @Test(arguments: Name.allCases) func beyondTheTarget(_ method: Name) {
    let values = [(2015, 90.0), (2019, 96.0), (2021, 97.0), (2022, 97.0), (2023, 98.0)]
    #expect(assess(values, Aim(direction: .increase, target: 95), method).status == .met, "\(method)")
    let less = values.map { ($0.0, 100 - $0.1) }
    #expect(assess(less, Aim(direction: .decrease, target: 5), method).status == .met, "\(method)")
  }

  @Test func oneYearSinceABreakSaysSo() {
    let result = assess([(2022, 60)], Aim(direction: .increase, target: 80), .statcan, brokenIn: 2022)
    #expect(result.absence == .brokenSeries)
    let more = assess([(2022, 60), (2024, 62)], Aim(direction: .increase, target: 80), .statcan, brokenIn: 2022)
    #expect(more.baseChoice == .afterBreak)
    #expect(more.base?.year == 2022)
  }

  @Test func spreadIsWantedByDistancesAlone() {
    let values = [(2015, 50.0), (2020, 60.0)]
    let aim = Aim(direction: .increase, target: 80)
    #expect(assess(values, aim, .oecd, spread: nil).absence == .tooFewPeers)
    #expect(assess(values, aim, .oecd, spread: 10).value == 2)
    #expect(assess(values, aim, .oecd, spread: 10).category == "far")
    #expect(assess(values, aim, .oecd, spread: 20).category == "medium_distance")
    #expect(assess(values, aim, .oecd, spread: 40).category == "small_distance")
  }

  /// All negative: growth towards zero is growth of the value.
  @Test func negativeValues() {
    let result = assess([(2015, -4), (2023, -2)], Aim(direction: .increase), .statcan)
    #expect(result.status == .onTrack)
    #expect(assess([(2015, -2), (2023, -4)], Aim(direction: .increase), .statcan).status == .worsening)
  }

  /// Whoever is a and whoever b: the verdict on parity is the same.
  @Test(arguments: [0.80, 0.9, 0.96]) func parityHasNoSides(_ index: Double) {
    let ratio = Aim(direction: .ideal, target: 1, parity: .ratio)
    let adjusted = Aim(direction: .ideal, target: 1, parity: .adjusted)
    let behind = assess([(2015, 0.75), (2023, index)], ratio, .statcan)
    let ahead = assess([(2015, 1 / 0.75), (2023, 1 / index)], ratio, .statcan)
    let ahead2 = assess([(2015, 2 - 0.75), (2023, 2 - index)], adjusted, .statcan)
    #expect(behind.value != nil)
    for other in [ahead, ahead2] { #expect(abs((behind.value ?? .nan) - (other.value ?? .nan)) < 1e-9) }
    #expect(abs((ahead.base?.value ?? 0) - 1 / 0.75) < 1e-12, "the base is shown as reported")
    #expect(assess([(2015, 0.75), (2023, 0.98)], ratio, .statcan).status == .met)
  }

  /// Open SDG, parity folded to max(y, 1/y) with target 1: 1.25 to 1.1 in eight years.
  @Test func parityIsFolded() {
    let result = assess([(2015, 1.25), (2023, 1.1)], Aim(direction: .ideal, target: 1, parity: .ratio), .statcan)
    #expect(result.status == .onTrack)
    #expect(abs((result.value ?? 0) - 1.0735500372981357) < 1e-12)
  }
}
