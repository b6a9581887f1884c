import Catalogue
import Foundation
import GNLCTestSupport
import Spreadsheets
import Testing

@testable import Trends

// Foundation has a class of this name.
typealias Progress = Trends.Progress

/// Numbers of Open SDG: those its documentation publishes, and those its program gave on other series.
@Suite struct ProgressOracleTests {
  static let method = Method.Progress(
    method: .statcan, baseYear: 2015, targetYear: 2030,
    withTarget: .init(high: 0.95, medium: 0.6, low: 0), withoutTarget: .init(high: 0.015, medium: 0.005, low: 0),
    limitExponent: 4.44)

  /// Published: scores at the thresholds (Open SDG documentation, progress methodology).
  @Test(arguments: [(-0.02, -5.0), (0, -2.5), (0.005, 0), (0.015, 2.5), (0.02, 5)])
  func publishedWithoutTarget(_ ratio: Double, _ score: Double) {
    #expect(abs(Progress.scoreWithoutTarget(ratio, scale: 1) - score) < 1e-9)
  }

  /// Published likewise; the slopes are printed with four decimals, so the score at 0.95 is 2.500055.
  @Test(arguments: [(-0.6, -5.0), (0, -2.5), (0.6, 0), (0.95, 2.5), (1.3, 5)])
  func publishedWithTarget(_ ratio: Double, _ score: Double) {
    #expect(abs(Progress.scoreWithTarget(ratio) - score) < 1e-3)
  }

  /// The series that another program was run on (`../shared/oracles`); a target of 0 is left out, see `targetOfZero`.
  @Test(.enabled(if: Repository.shared != nil, "needs the oracles beside the package"))
  func sameAsTheOtherProgram() throws {
    let file = try #require(Repository.shared).appendingPathComponent("oracles/progress_oracle.csv").path
    let grid = try CSVReader(path: file).grid()
    var checked = 0
    for row in grid.rows.dropFirst() {
      var fields = [String](repeating: "", count: 13)
      for cell in row where cell.column < 13 { fields[cell.column] = grid.string(of: cell) }
      guard fields[0] == "sdg-build", fields[5] != "0", fields[1] != "OSDG-25" else { continue }
      try compare(fields)
      checked += 1
    }
    #expect(checked == 17)
  }

  private func compare(_ fields: [String]) throws {
    let points = try fields[2].split(separator: "|").map { pair in
      let parts = pair.split(separator: ":")
      return Progress.Point(year: try #require(Int(parts[0])), value: try #require(Double(parts[1])))
    }
    var method = Self.method
    method.baseYear = try #require(Int(fields[3]))
    let aim = Progress.Aim(
      direction: fields[6] == "positive" ? .increase : .decrease, target: Double(fields[5]),
      targetYear: try #require(Int(fields[4])), limit: Double(fields[7]))
    let result = Progress.assess(points, aim: aim, method: method)
    let expected: Progress.Status? =
      switch fields[10] {
      case "target_achieved": .met
      case "substantial_progress": .onTrack
      case "moderate_progress": .watch
      case "limited_progress": .offTrack
      case "deterioration": .worsening
      default: nil
      }
    #expect(result.status == expected, "\(fields[1])")
    if let score = Double(fields[11]) {
      #expect(abs((result.score ?? .nan) - score) < 1e-9, "\(fields[1])")
    } else {
      #expect(result.absence != nil, "\(fields[1])")
    }
    if expected != .met, let value = Double(fields[9]) {
      #expect(abs((result.ratio ?? .nan) - value) < 1e-12, "\(fields[1])")
    }
  }

  /// Open SDG, parity folded to max(y, 1/y) with target 1: 1.25 to 1.1 in eight years.
  @Test func parityIsFolded() {
    let series = Progress.paritySeries([.init(year: 2015, value: 1.25), .init(year: 2023, value: 1.1)])
    let result = Progress.assess(series, aim: .init(direction: .decrease, target: 1), method: Self.method)
    #expect(result.status == .onTrack)
    #expect(abs((result.ratio ?? 0) - 1.0735500372981357) < 1e-12)
    let mirrored = Progress.paritySeries([.init(year: 2015, value: 0.8), .init(year: 2023, value: 1 / 1.1)])
    #expect(
      abs(
        (Progress.assess(mirrored, aim: .init(direction: .decrease, target: 1), method: Self.method).ratio ?? 0)
          - 1.0735500372981357) < 1e-9)
    #expect(Progress.paritySeries([.init(year: 2020, value: 0.98)]).first?.value == 1)
  }

  /// The traps of others: each gives a reason instead of a number.
  @Test(arguments: [
    ([(2015, 0.0), (2020, 5.0)], Direction.increase, nil as Double?, Progress.Absence.baseZero),
    ([(2015, -4.0), (2020, 5.0)], .increase, nil, .signChange),
    ([(2015, 20.0), (2020, 9.0)], .decrease, 0, .targetZero),
    ([(2015, 95.0), (2020, 90.0)], .increase, 95, .atTarget),
    ([(2020, 90.0)], .increase, 95, .tooFewPoints),
    ([(2010, 50.0), (2014, 60.0)], .increase, nil, .noData),
    ([(2015, 50.0), (2020, 60.0)], .none, nil, .noDirection),
  ])
  func reasonsInsteadOfNumbers(
    _ series: [(Int, Double)], _ direction: Direction, _ target: Double?, _ absence: Progress.Absence
  ) {
    let result = Progress.assess(
      series.map { .init(year: $0.0, value: $0.1) }, aim: .init(direction: direction, target: target),
      method: Self.method)
    #expect(result.absence == absence)
    #expect(result.status == nil)
  }
}
