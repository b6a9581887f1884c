import GNLCTestSupport
import Testing
import Vocabulary

@testable import Trends

/// What must hold whatever the groups.
@Suite struct EquityPropertyTests {
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 11 &* 0x9E37_79B9_7F4A_7C15
    }
  }

  private func city(_ seed: Int, scale: Double = 1) throws -> GroupsOfACity {
    var numbers = Numbers(state: UInt64(seed) &+ 77)
    var groups = try GroupsOfACity()
    for year in 2022...2025 {
      groups.add(Double.random(in: 20...95, using: &numbers), base: 9000 * scale, year: year)
      for district in 1...Int.random(in: 2...6, using: &numbers) {
        let value = Double.random(in: 0...100, using: &numbers)
        let base = Double(Int.random(in: 40...4000, using: &numbers))
        groups.add(value, ["district": "d\(district)"], base: base * scale, year: year)
      }
      for sex in ["F", "M"] {
        groups.add(Double.random(in: 0...100, using: &numbers), ["sex": sex], base: 4500 * scale, year: year)
      }
    }
    return groups
  }

  private func printed(_ outcome: GroupsOfACity.Outcome) -> [String] {
    (outcome.findings.comparisons.map { "\($0)" } + outcome.findings.dispersions.map { "\($0)" })
  }

  @Test(arguments: 0..<40) func theOrderOfRowsChangesNothing(_ seed: Int) throws {
    var groups = try city(seed)
    let before = printed(try groups.outcome())
    var numbers = Numbers(state: UInt64(seed))
    groups.entries.shuffle(using: &numbers)
    #expect(printed(try groups.outcome()) == before)
  }

  /// Districts under other names: the same dispersion to the last digit, the same persons.
  @Test(arguments: 0..<40) func theNamesOfGroupsChangeNothing(_ seed: Int) throws {
    let groups = try city(seed)
    var renamed = groups
    for index in renamed.entries.indices {
      guard let code = renamed.entries[index].by["district"] else { continue }
      renamed.entries[index].by["district"] = "z\(9 - (Int(code.dropFirst()) ?? 0))"
    }
    let (first, second) = (try groups.outcome(), try renamed.outcome())
    #expect(first.findings.dispersions.map(\.measures) == second.findings.dispersions.map(\.measures))
    let persons = { (outcome: GroupsOfACity.Outcome) in
      outcome.findings.comparisons.compactMap(\.personsBehind).sorted()
    }
    #expect(persons(first) == persons(second))
  }

  @Test(arguments: 0..<40) func moreOfAllPersonsIsTheSameDispersion(_ seed: Int) throws {
    let (one, many) = (try city(seed).outcome(), try city(seed, scale: 1024).outcome())
    #expect(one.findings.dispersions.map(\.measures) == many.findings.dispersions.map(\.measures))
    for (a, b) in zip(one.findings.comparisons, many.findings.comparisons) {
      #expect(a.gap == b.gap && a.side == b.side && a.isLeftBehind == b.isLeftBehind)
      #expect(a.personsBehind.map { $0 * 1024 } == b.personsBehind)
    }
  }

  @Test(arguments: [0.1, 33.3, 70, 99.9]) func groupsThatAreAlikeHaveNoGap(_ value: Double) throws {
    var groups = try GroupsOfACity()
    groups.add(value, base: 900)
    for (code, base) in [("d1", 100.0), ("d2", 300), ("d3", 500)] {
      groups.add(value, ["district": code], base: base)
    }
    for sex in ["F", "M"] { groups.add(value, ["sex": sex], base: 450) }
    let outcome = try groups.outcome()
    for row in outcome.findings.comparisons {
      #expect(row.gap == 0 && row.parity == 1 && row.adjustedParity == 1 && row.side == .parity)
      #expect(row.distance == 0 && row.isLeftBehind == false && row.personsBehind == 0)
    }
    let measures = try #require(outcome.dispersion()?.measures)
    #expect(measures.mean == value && measures.standardDeviation == 0)
    #expect(measures.coefficientOfVariation == 0 && measures.meanLogDeviation == 0)
  }

  /// One city says nothing of another.
  @Test func citiesDoNotMix() throws {
    var both = try city(3)
    let alone = try both.outcome()
    let other = try city(9).entries.map { entry in
      var entry = entry
      entry.city = 1
      return entry
    }
    both.entries += other
    let mixed = try both.outcome().findings
    #expect(
      mixed.comparisons.filter { $0.city == CityID(0) }.compactMap(\.gap)
        == alone.findings.comparisons.compactMap(\.gap))
    #expect(
      mixed.dispersions.filter { $0.city == CityID(0) }.map(\.measures) == alone.findings.dispersions.map(\.measures))
  }
}
