import Catalogue
import GNLCTestSupport
import Measurement
import Testing
import Vocabulary

@testable import Trends

/// The attacker has both equity files and everything else that is published.
@Suite struct EquityDisclosureTests {
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 11 &* 0x9E37_79B9_7F4A_7C15
    }
  }

  /// A small city by district: how many can read, and how many there are.
  private struct Table {
    var reached: [Double]
    var people: [Double]
    var women: [Double]
  }

  private static let thresholds = DisclosureThresholds(minimumCount: 5, minimumDenominator: 25)

  private static func table(_ seed: Int) -> Table {
    var numbers = Numbers(state: UInt64(seed) &+ 5)
    let count = Int.random(in: 3...6, using: &numbers)
    let people = (0..<count).map { _ in Double(Int.random(in: 15...160, using: &numbers)) }
    return Table(
      reached: people.map { Double(Int.random(in: 0...Int($0 / 3), using: &numbers)) }, people: people,
      women: people.map { ($0 / 2).rounded() })
  }

  private struct Release {
    var published: ObservationSet
    var suppression: Suppression
    var findings: EquityAnalysis.Findings
    var plan: EquityPlan
  }

  private static func release(_ table: Table, _ catalogue: Catalogue) -> Release {
    var builder = ObservationBuilder(catalogue)
    for (variable, parts) in [("literate_15plus", table.reached), ("population_15plus", table.people)] {
      builder.add(variable, parts.reduce(0, +))
      for (index, part) in parts.enumerated() { builder.add(variable, part, by: ["district": "d\(index)"]) }
    }
    let women = table.women.reduce(0, +)
    builder.add("population_15plus", women, by: ["sex": "F"])
    builder.add("population_15plus", table.people.reduce(0, +) - women, by: ["sex": "M"])
    let control = DisclosureControl(catalogue: catalogue, thresholds: thresholds)
    let (published, suppression) = control.protect(builder.set(), registry: ObservationBuilder.registry)
    let values = Measurer(catalogue: catalogue, observations: published).values(of: CityID(0))
    let analysis = EquityAnalysis(
      catalogue: catalogue, breakdowns: published.breakdowns, aims: Aims(catalogue: catalogue, framework: nil))
    return Release(
      published: published, suppression: suppression, findings: analysis.findings(in: values[...]), plan: analysis.plan)
  }

  private static func seen(_ release: Release) -> [String] {
    release.published.observations.map { "\($0.key) \($0.value ?? -1) \($0.status)" }
  }

  /// Two kept back districts change places in what is kept back: nothing published moves, and neither do gaps, ranks, dispersions.
  @Test func whatIsKeptBackIsInNoNumber() throws {
    let catalogue = try #require(Repository.catalogue.catalogue)
    var (compared, dispersed) = (0, 0)
    for seed in 0..<600 {
      let table = Self.table(seed)
      let first = Self.release(table, catalogue)
      let hidden = table.reached.indices.filter { index in
        first.published.observations.contains {
          $0.status == .suppressed && catalogue[$0.key.variable].id == "literate_15plus"
            && first.published.breakdowns[$0.key.breakdown]["district"] == "d\(index)"
        }
      }
      guard hidden.count > 1 else { continue }
      var other = table
      other.reached[hidden[0]] += 1
      other.reached[hidden[1]] -= 1
      guard other.reached[hidden[1]] >= 0, other.reached[hidden[0]] <= other.people[hidden[0]] else { continue }
      let second = Self.release(other, catalogue)
      // Only where both worlds look alike to everybody: else something else than equity told.
      guard Self.seen(first) == Self.seen(second) else { continue }
      compared += 1
      if first.findings.dispersions.contains(where: { $0.measures != nil }) { dispersed += 1 }
      #expect(first.findings.comparisons.map { "\($0)" } == second.findings.comparisons.map { "\($0)" })
      #expect(first.findings.dispersions.map { "\($0)" } == second.findings.dispersions.map { "\($0)" })
    }
    #expect(compared > 60, "\(compared)")
  }

  /// Every number rests on groups whose figures are published, and on all of these.
  @Test func numbersRestOnPublishedFigures() throws {
    let catalogue = try #require(Repository.catalogue.catalogue)
    let literate = try #require(catalogue.variableID("literate_15plus"))
    let people = try #require(catalogue.variableID("population_15plus"))
    var (hidden, dispersed) = (0, 0)
    for seed in 0..<600 {
      let release = Self.release(Self.table(seed), catalogue)
      func value(_ variable: VariableID, _ district: String) -> Double? {
        release.published.observations.first {
          $0.key.variable == variable && release.published.breakdowns[$0.key.breakdown]["district"] == district
        }?.value
      }
      var told: [(Double, Double)] = []
      for row in release.findings.comparisons where release.plan.dimensions[row.dimension].id == "district" {
        let district = release.plan.dimensions[row.dimension].groups[row.group]
        if let reached = value(literate, district), let whole = value(people, district) {
          told.append((reached, whole))
          #expect(row.value == 100 * reached / whole)
        } else {
          hidden += 1
          #expect(row.absence == .groupSuppressed)
          #expect([row.value, row.gap, row.parity, row.adjustedParity, row.distance].allSatisfy { $0 == nil })
          #expect(row.personsBehind == nil && row.side == nil && row.isLeftBehind == nil)
        }
      }
      for row in release.findings.dispersions {
        guard let measures = row.measures else { continue }
        dispersed += 1
        #expect(row.groupsWithValue == told.count)
        let mean = 100 * told.reduce(0) { $0 + $1.0 } / told.reduce(0) { $0 + $1.1 }
        #expect(abs(measures.mean - mean) < 1e-9)
      }
    }
    #expect(hidden > 300 && dispersed > 100, "\(hidden) \(dispersed)")
  }
}
