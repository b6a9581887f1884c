import Testing
import Vocabulary

@testable import Ingestion

/// Nothing vanishes: whatever a table holds, its account balances, and what is not blank is an observation, left out by the
/// mapping's own word, or told.
@Suite struct ReconciliationTests {
  /// A small generator of its own, so that a failure can be repeated from its seed.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 11 ^ state << 21
    }
  }

  private static let cities = ["Phayao", "satun", "th-phayao", "Lampang", "", "พะเยา", " Satun "]
  private static let series = ["Adults", "Libraries", "Literacy", "Draft", "Parks", ""]
  private static let years = ["2020", "2021/22", "2564", "2020 - 22", "2022 Q1", "soon", "", "๒๕๖๕"]
  private static let sexes = ["", "F", "Male", "X", "_T"]
  private static let values = ["", " ", "5", "7.5", "12,5", "1,200", "n/a", "many", "5%", "๗", "-3", "5 e", "1e300"]
  private static let statuses = ["", "Normal", "Missing", "Odd"]

  private let mapping = """
    city: {column: City, by_name: true, prefix: th-}
    period: {column: Year}
    value: Value
    status: {column: Status, codes: {Normal: A, Missing: O}}
    flags: {e: E}
    exclude:
      - where: {Series: Draft}
        reason: {en: drafts, th: ฉบับร่าง}
    series:
      - where: {Series: Adults}
        variable: adults
      - where: {Series: Libraries}
        variable: libraries
        factor: 1e10
      - where: {Series: Literacy}
        variable: literacy_rate
    breakdowns:
      sex: {column: Sex}
    other_columns: rejected
    """

  private func table(_ dice: inout Dice, rows: Int) -> (text: String, values: [String]) {
    func quoted(_ text: String) -> String { text.contains(",") ? "\"\(text)\"" : text }
    var lines = ["City,Series,Year,Sex,Status,Value"]
    var written: [String] = []
    for _ in 0..<rows {
      var row: [String] = []
      for choices in [Self.cities, Self.series, Self.years, Self.sexes, Self.statuses, Self.values] {
        // Mostly the first three, so that whole rows are right often enough.
        let index = Bool.random(using: &dice) ? Int.random(in: 0..<min(3, choices.count), using: &dice) : nil
        row.append(choices[index ?? Int.random(in: choices.indices, using: &dice)])
      }
      guard row.contains(where: { !$0.isEmpty }) else { continue }
      written.append(row[5])
      lines.append(row.map(quoted).joined(separator: ","))
    }
    return (lines.joined(separator: "\n"), written)
  }

  @Test(arguments: 1...40) func randomTables(_ seed: Int) throws {
    let sample = try Sample()
    var dice = Dice(state: UInt64(seed))
    let (text, values) = table(&dice, rows: 30)
    let file = try sample.mapped(mapping, text)
    let account = file.reconciliation
    #expect(account.isBalanced)
    #expect(account.read == values.count)
    #expect(account.observations == file.observations.count)
    // A value that is not blank is never counted as blank.
    #expect(account.blanks <= values.filter { Notation.trimmed($0).isEmpty }.count)
    // Every rejected value has a finding of its own, at its own row.
    let rejecting = file.findings.filter { !["N", "F"].contains($0.code.description.prefix(1)) || $0.code == "N004" }
    #expect(rejecting.filter { $0.code != "C019" }.count == account.rejected)
    #expect(Set(rejecting.map(\.origin.row)).count == rejecting.count)
    // No row is both.
    let observed = Set(file.observations.map { Int($0.provenance.row) })
    #expect(observed.isDisjoint(with: rejecting.compactMap(\.origin.row)))
    #expect(file.observations.allSatisfy { $0.value?.isFinite ?? true })

    let outcome = sample.merge([file])
    let settled = outcome.accounts[0]
    #expect(settled.isBalanced)
    #expect(settled.observations == outcome.observations.observations.count)
    let doubles = outcome.findings.filter { ["C040", "C041"].contains($0.code.description) }
    #expect(settled.rejected - account.rejected == doubles.count)
    let keys = outcome.observations.observations.map(\.key)
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 })
  }
}
