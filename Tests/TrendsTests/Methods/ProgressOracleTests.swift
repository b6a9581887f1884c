import Catalogue
import GNLCTestSupport
import Testing

@testable import Trends

/// Every row of the progress oracle: what publications print, what other programs gave, what follows from published formulas.
@Suite(.enabled(if: OracleFile.isPresent, "needs the oracles beside the package")) struct ProgressOracleTests {
  let file: OracleFile

  init() throws { file = try OracleFile("progress_oracle.csv") }

  private func rows(_ kind: String) throws -> [OracleRow] {
    let rows = file.rows.filter { $0["kind"] == kind }.map(OracleRow.init)
    try #require(!rows.isEmpty)
    return rows
  }

  /// The kinds that this suite checks are all there are.
  @Test func noKindIsLeftOut() {
    let kinds = [
      "sdg-build", "eurostat-target", "eurostat-notarget", "escap-csi", "escap-api", "escap-wls", "sdsn-score",
      "un-chart-target", "german-dns", "statcan-published",
    ]
    #expect(Set(file.rows.compactMap { $0["kind"] }) == Set(kinds))
  }

  /// sdg-build replaces a target or base of 0 by 0.001; its parity row stands as folded by its documentation.
  @Test func openSDG() throws {
    let tally = OracleTally()
    for row in try rows("sdg-build") {
      var parameters = Method.Progress(methods: [.statcan], baseYear: row.integer("base_year") ?? 2015)
      parameters.statcan.zeroStandIn = 0.001
      let aim = Aim(
        direction: row["direction"] == "positive" ? .increase : .decrease, target: row.number("target"),
        targetYear: row.integer("target_year") ?? 2030, limit: row.number("limit"))
      let result = GoalProgress.assess(row.series, aim: aim, by: .statcan, parameters: parameters)
      if row["status"] == "not_available" {
        #expect(result.status == nil && result.absence != nil, "\(row.id)")
      } else {
        #expect(result.category == row["status"], "\(row.id)")
        #expect(tally.compare(result.value, row.number("progress_value")), "\(row.id) value")
        #expect(tally.compare(result.score, row.number("score")), "\(row.id) score")
      }
      tally.endRow()
    }
    #expect(tally.rows == 19)
    print(tally.line("statcan, sdg-build 2.4"))
  }

  /// Scores at the thresholds, as the documentation prints them; the slopes with a target are rounded to four decimals there.
  @Test func statcanPublished() throws {
    let tally = OracleTally()
    for row in try rows("statcan-published") {
      let value = try #require(row.number("progress_value"))
      let hasTarget = row["series"] == "target"
      let score = hasTarget ? GoalProgress.scoreWithTarget(value) : GoalProgress.scoreWithoutTarget(value, scale: 1)
      let expected = try #require(row.number("score"))
      // 7.1429 · 0.95 − 4.2857 is 2.500055: the printed table rounds it.
      #expect(tally.compare((score * 1000).rounded() / 1000, expected), "\(row.id)")
      tally.endRow()
    }
    #expect(tally.rows == 10)
    print(tally.line("statcan, published, to three decimals"))
  }

  @Test(arguments: ["eurostat-target", "eurostat-notarget"]) func eurostat(_ kind: String) throws {
    let tally = OracleTally()
    for row in try rows(kind) {
      var parameters = Method.Progress(methods: [.eurostat], baseYear: row.integer("base_year") ?? 2015)
      parameters.eurostat.window = .sinceBase
      let result = GoalProgress.assess(row.series, aim: try row.aim(), by: .eurostat, parameters: parameters)
      #expect(tally.compare(result.value, row.number("progress_value")), "\(row.id)")
      #expect(result.category == row["status"].split(separator: " ").joined(separator: "_"), "\(row.id)")
      tally.endRow()
    }
    print(tally.line(kind))
  }

  @Test func currentStatusIndex() throws {
    let tally = OracleTally()
    for row in try rows("escap-csi") {
      let (base, current) = (try row.named("base"), try row.named("current"))
      var aim = try row.aim()
      if row["direction"] == "parity" { (aim.direction, aim.parity) = (.ideal, .ratio) }
      let index = GoalProgress.currentStatusIndex(
        base: base, current: current, target: try #require(aim.target), aim: aim)
      #expect(tally.compare(index, row.number("progress_value")), "\(row.id)")
      tally.endRow()
    }
    print(tally.line("escap, Current Status Index"))
  }

  @Test func anticipatedProgressIndex() throws {
    let tally = OracleTally()
    for row in try rows("escap-api") {
      let (base, predicted) = (try row.named("base"), try row.named("predicted2030"))
      let target = try #require(row.number("target"))
      let aim = Aim(direction: target > base ? .increase : .decrease, target: target)
      let missing = GoalProgress.anticipatedProgressIndex(base: base, predicted: predicted, target: target, aim: aim)
      #expect(tally.compare(missing, row.number("progress_value")), "\(row.id)")
      #expect(missing <= 10 ? row["status"] == "maintain" : row["status"] == "accelerate", "\(row.id)")
      tally.endRow()
    }
    print(tally.line("escap, Anticipated Progress Index"))
  }

  @Test func timeWeightedRegression() throws {
    let tally = OracleTally()
    for row in try rows("escap-wls") {
      let line = try #require(GoalProgress.timeWeightedLine(row.series, .init()))
      #expect(tally.compare(line.value(at: 2030), row.number("progress_value")))
      #expect(tally.compare(line.slope, 0.887876988055139))
      #expect(abs(line.value(at: 0) - -1733.69695769808) < 1e-8)
      tally.endRow()
    }
    print(tally.line("escap, weighted regression of R"))
  }

  @Test func sdsnScore() throws {
    let tally = OracleTally()
    for row in try rows("sdsn-score") {
      let score = GoalProgress.rescaled(
        try row.named("x"), lower: try row.named("lower"), optimum: try row.named("optimum"))
      #expect(tally.compare(score, row.number("progress_value")), "\(row.id)")
      tally.endRow()
    }
    print(tally.line("sdsn, score"))
  }

  @Test func progressChart() throws {
    let tally = OracleTally()
    for row in try rows("un-chart-target") {
      let result = GoalProgress.assess(
        row.series, aim: try row.aim(), by: .unsd, parameters: Method.Progress(methods: [.unsd]))
      #expect(tally.compare(result.value, row.number("progress_value")), "\(row.id)")
      #expect(result.score.map { "score \(Int($0))" } == row["status"], "\(row.id)")
      tally.endRow()
    }
    print(tally.line("unsd, with target"))
  }

  @Test func weatherSymbols() throws {
    let tally = OracleTally()
    for row in try rows("german-dns") {
      let values = row["series"].split(separator: "|").compactMap { Double($0) }
      let series = Series(values.enumerated().map { .init(year: 2017 + $0, value: $1) })
      let aim = Aim(direction: .increase, target: row.number("target"))
      let result = GoalProgress.assess(series, aim: aim, by: .dns, parameters: Method.Progress(methods: [.dns]))
      #expect(tally.compare(result.value, row.number("progress_value")), "\(row.id)")
      #expect(result.category == row["status"].split(separator: " ").joined(separator: "_"), "\(row.id)")
      tally.endRow()
    }
    print(tally.line("dns"))
  }
}

/// A row of the file in the terms of this module.
struct OracleRow {
  let fields: [String: String]

  subscript(column: String) -> String { fields[column] ?? "" }
  var id: String { self["id"] }
  func number(_ column: String) -> Double? { Double(self[column]) }
  func integer(_ column: String) -> Int? { Int(self[column]) }

  private var pairs: [(String, Double)] {
    self["series"].split(separator: "|").compactMap { pair in
      let parts = pair.split(separator: ":")
      return parts.count == 2 ? Double(parts[1]).map { (String(parts[0]), $0) } : nil
    }
  }

  /// `2015:50|2023:70`
  var series: Series { Series(pairs.compactMap { year, value in Int(year).map { .init(year: $0, value: value) } }) }

  /// `base:50|current:65`
  func named(_ name: String) throws -> Double { try #require(pairs.first { $0.0 == name }?.1) }

  /// The direction as given, else towards the target.
  func aim() throws -> Aim {
    let target = number("target")
    let first = pairs.first?.1 ?? 0
    let isIncrease = self["direction"] == "positive" || (self["direction"].isEmpty && (target ?? first) > first)
    return Aim(
      direction: isIncrease ? .increase : .decrease, target: target, targetYear: integer("target_year") ?? 2030)
  }
}
