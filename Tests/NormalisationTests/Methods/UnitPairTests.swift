import Catalogue
import GNLCTestSupport
import Normalisation
import Testing

/// The small input and output pairs of COINr's own tests and runs, every row of the file.
@Suite(.enabled(if: OracleFile.isPresent, "needs the oracles beside the package")) struct UnitPairTests {
  /// `1:10,100` and `5,3,NA` as R reads them.
  private func vector(_ text: String) -> [Double?] {
    text.split(separator: ",").flatMap { part -> [Double?] in
      let ends = part.split(separator: ":").compactMap { Int($0) }
      return ends.count == 2 && !part.contains(";") ? (ends[0]...ends[1]).map { Double($0) } : [Double(part)]
    }
  }

  private func numbers(in text: String) -> [Double] {
    text.split { !"0123456789.-".contains($0) }.compactMap { Double($0) }
  }

  @Test func everyPair() throws {
    let file = try OracleFile("coinr/unit_pairs.csv")
    let tally = OracleTally()
    for row in file.rows {
      let name = try #require(row["function"])
      let (input, parameters) = (row["input"] ?? "", row["parameters"] ?? "")
      let expected = row["expected"] ?? ""
      #expect(try check(name, input, parameters, expected, tally), "\(name) \(input) \(parameters)")
      tally.endRow()
    }
    #expect(tally.rows == 37)
    print(tally.line("COINr, unit pairs"))
  }

  /// - Returns: false for a function that nobody knows here.
  private func check(
    _ name: String, _ input: String, _ parameters: String, _ expected: String, _ tally: OracleTally
  ) throws -> Bool {
    func same(_ mine: [Double?], _ other: [Double?]) {
      #expect(mine.count == other.count, "\(name) \(input)")
      for (a, b) in zip(mine, other) { #expect(tally.compare(a, b), "\(name) \(input) \(parameters)") }
    }
    let values = vector(input)
    switch name {
    case "n_minmax":
      let scores = Normaliser.minimumMaximum(values, lower: 2, upper: 7).compactMap { $0 }
      same([scores.min(), scores.max()], [2, 7])
    case "n_zscore" where parameters == "m_sd=(5,2)":
      let scores = Normaliser.zScore(values, mean: 5, deviation: 2)
      let own = Normaliser.zScore(scores)
      same([Mean.arithmetic(scores)], [5])
      same(zip(own, scores).map { z, score in z.map { 5 + 2 * $0 - (score ?? 0) } }, values.map { _ in 0 })
    case "n_zscore": same(Normaliser.zScore(values), vector(expected))
    case "n_goalposts":
      let isLessBetter = parameters.contains("direction -1")
      same(
        values.map { $0.map { Normaliser.goalposts($0, low: 0, high: 10, isLessBetter: isLessBetter) } },
        vector(expected))
    case "n_dist2targ":
      // Less is better: the column is turned, as everywhere.
      let sign = parameters.contains("direction -1") ? -1.0 : 1
      let target = try #require(numbers(in: parameters).first)
      same(
        Normaliser.distanceToTarget(
          values.map { $0.map { sign * $0 } }, target: sign * target, isCapped: !parameters.contains("no cap")),
        vector(expected))
    case "n_prank": same(Normaliser.percentileRank(values), vector(expected))
    case "n_rank": same(Normaliser.rank(values), vector(expected))
    case "n_borda": same(Normaliser.borda(values), vector(expected))
    case "a_gmean", "a_hmean", "a_genmean": same([mean(name, values, parameters)], [Double(expected)])
    case "outrankMatrix":
      let matrix = OutrankingMatrix.of(columns(input), weights: [1, 1, 1])
      same([matrix[1][0], matrix[2][0], matrix[3][0]], [2.0 / 3, 1.0 / 3, 1])
      let dominant = matrix.joined().count { $0 == 1 }
      same([Double(dominant), Double(dominant) / 6], [3, 0.5])
    case "a_copeland":
      let rows = columns(input)
      same(Outranking.copeland(rows, weights: rows[0].map { _ in 1 }), vector(expected))
    case "skew": same([Distribution.skewness(values.compactMap { $0 })], [Double(expected)])
    case "kurt": same([Distribution.kurtosis(values.compactMap { $0 })], [Double(expected)])
    case "winsorise":
      let result = Winsorising.treat(values, .init(skewness: 2, kurtosis: 3.5, maximumPoints: 5))
      same(result.values, vector(expected))
      #expect(result.moved == [10])
    case "impute_panel linear":
      let panel = panel(input)
      same(panel.years.map { Imputing.linear(panel.known, at: $0) }, vector(expected))
    case "impute_panel constant":
      let panel = panel(input)
      same(panel.years.map { Imputing.latest(panel.known, at: $0) }, vector(expected))
    // Growth is computed by the module of trends; `COINrTrendTests` has these two.
    case "CAGR", "prc_change": break
    default: return false
    }
    return true
  }

  private func mean(_ name: String, _ values: [Double?], _ parameters: String) -> Double? {
    var weights = values.map { _ in 1.0 }
    var power = 1.0
    for part in parameters.split(separator: ";") {
      if part.hasPrefix("w=") { weights = numbers(in: String(part)) }
      if part.hasPrefix("p=") { power = Double(part.dropFirst(2)) ?? .nan }
    }
    return switch name {
    case "a_gmean": Mean.geometric(values, weights: weights)
    case "a_hmean": Mean.harmonic(values, weights: weights)
    default: Mean.generalised(values, weights: weights, power: power)
    }
  }

  /// `x1=1:4;x2=3,2,1,5` as rows.
  private func columns(_ input: String) -> [[Double?]] {
    let columns = input.split(separator: ";").map { vector(String($0.drop { $0 != "=" }.dropFirst())) }
    return columns[0].indices.map { row in columns.map { $0[row] } }
  }

  /// `2020:3;2021:NA`
  private func panel(_ input: String) -> (years: [Int], known: [(year: Int, value: Double)]) {
    let pairs = input.split(separator: ";").map { $0.split(separator: ":") }
    return (
      pairs.compactMap { Int($0[0]) },
      pairs.compactMap { pair in
        guard let year = Int(pair[0]), let value = Double(pair[1]) else { return nil }
        return (year: year, value: value)
      }
    )
  }
}
