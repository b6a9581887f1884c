import Catalogue
import Testing

@testable import Trends

/// What must hold for any numbers.
@Suite struct ProgressPropertyTests {
  private static let parameters = Method.Progress()

  private func assess(_ values: [(Int, Double)], _ aim: Aim, _ method: Method.ProgressMethod) -> GoalProgress.Assessment
  {
    GoalProgress.assess(
      Series(values.map { .init(year: $0.0, value: $0.1) }), aim: aim, by: method, parameters: Self.parameters,
      spread: 8)
  }

  /// P = 100 − 10·CSI at the same value, as long as the target is not passed.
  @Test(arguments: [50.0, 55, 62.5, 70, 79.9]) func theTwoIndicesOfESCAPAgree(_ value: Double) {
    let aim = Aim(direction: .increase, target: 80)
    let status = GoalProgress.currentStatusIndex(base: 50, current: value, target: 80, aim: aim)
    let missing = GoalProgress.anticipatedProgressIndex(base: 50, predicted: value, target: 80, aim: aim)
    #expect(abs(missing - (100 - 10 * status)) < 1e-9)
  }

  /// A unit ten times as large gives the same verdict.
  @Test(arguments: Method.ProgressMethod.allCases.filter { $0 != .oecd && $0 != .unsd })
  func theUnitDoesNotMatter(_ method: Method.ProgressMethod) {
    let values = [(2015, 52.0), (2019, 55.0), (2021, 57.0), (2022, 60.0), (2023, 61.0)]
    let one = assess(values, Aim(direction: .increase, target: 80), method)
    let ten = assess(values.map { ($0.0, 10 * $0.1) }, Aim(direction: .increase, target: 800), method)
    #expect(abs((one.value ?? 0) - (ten.value ?? 1)) < 1e-9)
    #expect(one.status == ten.status)
  }

  /// The order in which points come in, and points before a break, change nothing.
  @Test(arguments: Method.ProgressMethod.allCases) func orderDoesNotMatter(_ method: Method.ProgressMethod) {
    let values = [(2015, 52.0), (2019, 55.0), (2021, 57.0), (2022, 60.0), (2023, 61.0)]
    let aim = Aim(direction: .increase, target: 80)
    for shift in 1..<values.count {
      #expect(assess(Array(values[shift...] + values[..<shift]), aim, method) == assess(values, aim, method))
    }
  }

  /// A better latest value is never judged worse.
  @Test(arguments: Method.ProgressMethod.allCases.filter { !$0.isLevelOnly }, [nil, 90] as [Double?])
  func moreIsNeverWorse(_ method: Method.ProgressMethod, _ target: Double?) {
    let order = GoalProgress.Status.allCases
    var before: Int?
    for latest in stride(from: 40.0, through: 99, by: 0.5) {
      let values = [(2015, 60.0), (2020, 62.0), (2021, 63.0), (2022, 64.0), (2024, latest)]
      guard let status = assess(values, Aim(direction: .increase, target: target), method).status,
        let position = order.firstIndex(of: status)
      else { continue }
      if let before { #expect(position <= before, "\(method) \(latest)") }
      before = position
    }
    #expect(before != nil || (target == nil && (method == .escap || method == .sdsn)))
  }

  /// Thresholds of one's own bend score and class together: at each threshold the score crosses its bound.
  @Test func scoreAndClassNeverDisagree() {
    let own = Method.Thresholds(high: 0.8, medium: 0.3, low: 0.1)
    #expect(abs(GoalProgress.scoreWithTarget(0.8, own) - 2.5) < 1e-12)
    #expect(abs(GoalProgress.scoreWithTarget(0.3, own)) < 1e-12)
    #expect(abs(GoalProgress.scoreWithTarget(0.1, own) + 2.5) < 1e-12)
    let free = Method.Thresholds(high: 0.03, medium: 0.01, low: 0)
    #expect(abs(GoalProgress.scoreWithoutTarget(0.03, scale: 1, free) - 2.5) < 1e-12)
    #expect(abs(GoalProgress.scoreWithoutTarget(0.01, scale: 1, free)) < 1e-12)
    #expect(abs(GoalProgress.scoreWithoutTarget(0, scale: 1, free) + 2.5) < 1e-12)
  }
}
