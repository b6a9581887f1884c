import Catalogue
import GNLCTestSupport
import Normalisation
import Testing

/// COINr's outputs on the ASEM data (51 countries, 49 indicators), number by number.
@Suite(.enabled(if: OracleFile.isPresent, "needs the oracles beside the package")) struct ASEMTests {
  let data: OracleFile
  let directions: [String: Double]

  init() throws {
    data = try OracleFile("coinr/ASEM_iData.csv")
    let meta = try OracleFile("coinr/ASEM_iMeta.csv")
    directions = Dictionary(
      uniqueKeysWithValues: meta.rows.filter { $0["Type"] == "Indicator" }.compactMap { row in
        guard let code = row["iCode"], let direction = row["Direction"].flatMap(Double.init) else { return nil }
        return (code, direction)
      })
  }

  /// - Parameter apart: Cells `code unit` in which the file is known to differ.
  private func compare(
    _ name: String, apart: Set<String> = [], _ normalise: ([Double?]) -> [Double?]
  ) throws {
    let expected = try OracleFile("coinr/\(name).csv")
    #expect(expected.rows.count == 51)
    let tally = OracleTally()
    let rows = Dictionary(uniqueKeysWithValues: expected.rows.map { ($0["uCode"] ?? "", $0) })
    for (code, direction) in directions.sorted(by: { $0.key < $1.key }) {
      let scores = normalise(data.numbers(code).map { $0.map { direction * $0 } })
      for (unit, score) in zip(data.rows, scores) where !apart.contains("\(code) \(unit["uCode"] ?? "")") {
        let other = rows[unit["uCode"] ?? ""]?[code].flatMap(Double.init)
        #expect(tally.compare(score, other), "\(name) \(code) \(unit["uCode"] ?? "")")
      }
    }
    for _ in expected.rows { tally.endRow() }
    #expect(tally.compared == 51 * 49 - apart.count)
    print(tally.line("COINr, \(name)"))
  }

  @Test func minimumMaximum() throws { try compare("expected_norm_n_minmax") { Normaliser.minimumMaximum($0) } }
  @Test func minimumMaximumFromOne() throws {
    try compare("expected_norm_n_minmax_1_100") { Normaliser.minimumMaximum($0, lower: 1, upper: 100) }
  }
  @Test func zScores() throws { try compare("expected_norm_n_zscore") { Normaliser.zScore($0) } }
  /// In three cells the file breaks a tie: the data were printed with fifteen digits, and R ranked the bits behind them. 5.1 and
  /// 5.1 are equal here.
  @Test func ranks() throws {
    try compare("expected_norm_n_rank", apart: ["TolMin BGR", "TolMin CZE", "TolMin NOR"]) { Normaliser.rank($0) }
  }

  /// Three levels of weighted means with missing values left out.
  @Test func aggregates() throws {
    let expected = try OracleFile("coinr/expected_agg_a_amean_minmax1_100.csv")
    let meta = try OracleFile("coinr/ASEM_iMeta.csv")
    let tally = OracleTally()
    for row in expected.rows {
      var scores: [String: Double?] = row.mapValues { Double($0) }
      let groups = meta.rows.filter { $0["Type"] == "Aggregate" }.sorted { ($0["Level"] ?? "") < ($1["Level"] ?? "") }
      for group in groups {
        let code = group["iCode"] ?? ""
        let children = meta.rows.filter { $0["Parent"] == code }
        let mean = Mean.arithmetic(
          children.map { scores[$0["iCode"] ?? ""] ?? nil },
          weights: children.map { Double($0["Weight"] ?? "") ?? .nan })
        #expect(tally.compare(mean, row[code].flatMap(Double.init)), "\(row["uCode"] ?? "") \(code)")
        scores[code] = mean
      }
      tally.endRow()
    }
    #expect(tally.compared == 51 * 11)
    print(tally.line("COINr, expected_agg_a_amean_minmax1_100"))
  }

  @Test func screening() throws {
    let expected = try OracleFile("coinr/expected_screen_byNA_0.9.csv")
    let tally = OracleTally()
    let rows = Dictionary(uniqueKeysWithValues: expected.rows.map { ($0["uCode"] ?? "", $0) })
    for unit in data.rows {
      let row = try #require(rows[unit["uCode"] ?? ""])
      let availability = Availability(directions.keys.sorted().map { unit[$0].flatMap(Double.init) })
      #expect(tally.compare(Double(availability.missing), row["N_missing"].flatMap(Double.init)))
      #expect(tally.compare(Double(availability.zeros), row["N_zero"].flatMap(Double.init)))
      #expect(tally.compare(availability.available, row["Dat_Avail"].flatMap(Double.init)))
      #expect(tally.compare(availability.nonZero, row["Non_Zero"].flatMap(Double.init)))
      let isIncluded = availability.passes(Method.Screening(minimumAvailability: 0.9))
      #expect(isIncluded == (row["Included"] == "TRUE"), "\(unit["uCode"] ?? "")")
      tally.endRow()
    }
    print(tally.line("COINr, expected_screen_byNA_0.9"))
  }
}
