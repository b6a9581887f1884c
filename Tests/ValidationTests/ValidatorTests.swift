import Catalogue
import GNLCTestSupport
import Testing
import Vocabulary

@testable import Validation

/// What errors hold back, what notes explain, and what must hold whatever is reported.
@Suite struct ValidatorTests {
  let catalogue: Catalogue

  init() throws {
    catalogue = try #require(Repository.catalogue.catalogue)
  }

  private func outcome(_ example: RuleExample) throws -> Validator.Outcome {
    let round = try #require(example.round(in: catalogue))
    return Validator(catalogue: catalogue, registry: round.registry, observations: round.observations).check(CityID(0))
  }

  @Test func errorsHoldBackAllThatTheyAreAbout() throws {
    let found = try outcome("population 1250 | population sex=F 610 | population sex=M 600 | population_15plus 900")
    #expect(found.findings.map(\.code) == ["C012"])
    #expect(found.findings.first?.details == ["total": "1250", "female": "610", "male": "600"])
    #expect(found.held.count == 3, "the total and both parts, and nothing else")
  }

  @Test func warningsHoldBackNothing() throws {
    #expect(try outcome("population @2024 100000 | population 140000").held.isEmpty)
  }

  @Test func findingsPointAtTheCell() throws {
    let finding = try #require(try outcome("population 1210 | mean_years_of_schooling_25plus 114").findings.first)
    #expect(
      finding.origin
        == .init(
          file: "example.csv", row: 2, column: 4, city: "xx-a", variable: "mean_years_of_schooling_25plus"))
  }

  /// An error that wants a reason holds the figure back until there is one.
  @Test func aReasonReleasesAJump() throws {
    let without = try outcome("adult_literacy_rate @2024 50 | adult_literacy_rate 90")
    #expect(without.held.count == 1)
    let with = try outcome("adult_literacy_rate @2024 50 | adult_literacy_rate 90 \"new census\"")
    #expect(with.held.isEmpty)
    #expect(with.findings.map(\.isExplained) == [true])
  }

  @Test func aNoteDoesNotMendASum() throws {
    let found = try outcome("population 1250 \"checked\" | population sex=F 610 | population sex=M 600")
    #expect(found.held.count == 3)
    #expect(found.findings.map(\.isExplained) == [false])
  }

  /// A unit is told by its id, so that it can be said in the reader's language.
  @Test func unitsAreToldInBothLanguages() throws {
    let finding = try #require(
      try outcome("mean_years_of_schooling_25plus 114").findings.first { $0.code == "C010" })
    let message = catalogue.readable(finding).message
    #expect(message.english.hasPrefix("114 years is outside"))
    #expect(message.thai.hasPrefix("114 ปี อยู่นอก"))
  }

  /// A figure that rises does so from below zero, too.
  @Test(arguments: [(-10.0, -4.0, "+60 %"), (-4, -10, "-150 %"), (4, 10, "+150 %"), (10, 4, "-60 %")])
  func signsOfChanges(_ from: Double, _ to: Double, _ change: String) throws {
    let name = "mean_years_of_schooling_25plus"
    let found = try outcome(RuleExample("\(name) @2024 \(from) | \(name) \(to)")).findings
    #expect(found.first { $0.code == "T003" }?.details["change"] == change)
  }

  /// Figures of pooled years that end in a year with one of its own are nobody's neighbours and count no city twice.
  @Test(
    arguments: [
      "T001", "T002", "T003", "T004", "T006", "T007", "T008", "T014", "X001", "X002", "X003", "X004",
    ] as [FindingCode])
  func pooledYearsChangeNoComparison(_ code: FindingCode) throws {
    let rule = try #require(RuleCatalogue.rules.map { type(of: $0) as any Rule.Type }.first { $0.code == code })
    for example in rule.failing + rule.passing {
      let round = try #require(example.round(in: catalogue))
      let pooled = round.observations.observations.compactMap { observation -> Observation? in
        guard let value = observation.value,
          let period = TimePeriod.year(Int(observation.key.period.year), span: 3)
        else { return nil }
        var key = observation.key
        key.period = period
        return Observation(
          key: key, value: 7 * value + 1, status: observation.status, note: observation.note,
          provenance: observation.provenance)
      }
      var more = round
      more.observations = ObservationSet(
        observations: (round.observations.observations + pooled).sorted { $0.key < $1.key },
        breakdowns: round.observations.breakdowns, notes: round.observations.notes,
        sources: round.observations.sources)
      #expect(found(code, in: more) == found(code, in: round))
    }
  }

  private func found(_ code: FindingCode, in round: RuleExample.Round) -> [String] {
    let validator = Validator(
      catalogue: catalogue, registry: round.registry, observations: round.observations, earlier: round.earlier)
    let findings = validator.checkAll(comparesCities: true).findings
    return summary(findings.filter { $0.code == code })
  }

  @Test func personalDataIsNotRepeated() throws {
    let finding = try #require(try outcome("population 1210 \"ask somchai@example.org\"").findings.first)
    #expect(!finding.isExplained)
    #expect(!finding.details.values.contains { $0.contains("somchai") })
  }

  @Test func aCityWithoutObservationsHasNoFindings() {
    let set = ObservationSet(observations: [], breakdowns: BreakdownTable(), notes: [""], sources: [])
    let validator = Validator(catalogue: catalogue, registry: ObservationBuilder.registry, observations: set)
    #expect(validator.check(CityID(0)).findings.isEmpty)
    #expect(validator.checkNetwork().isEmpty)
  }

  /// Findings do not depend on the order of rows.
  @Test(arguments: ExampleTests.codes) func orderOfRowsDoesNotMatter(_ code: FindingCode) throws {
    let rule = try #require(RuleCatalogue.rules.map { type(of: $0) as any Rule.Type }.first { $0.code == code })
    for example in rule.failing {
      let straight = summary(example.findings(in: catalogue))
      #expect(summary(example.reordered { -$0 }.findings(in: catalogue)) == straight)
      #expect(summary(example.reordered { $0 * 7 % 11 }.findings(in: catalogue)) == straight)
    }
  }

  private func summary(_ findings: [Finding]) -> [String] {
    findings.map { finding in
      let details = finding.details.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
      return "\(finding.code) \(finding.origin.city) \(finding.origin.variable) \(details)"
    }
  }

  /// No rule traps on holes, zeros, negative or huge values, wherever they are.
  @Test(arguments: ExampleTests.codes) func rulesSurviveWhateverIsReported(_ code: FindingCode) throws {
    let rule = try #require(RuleCatalogue.rules.map { type(of: $0) as any Rule.Type }.first { $0.code == code })
    for example in rule.failing + rule.passing {
      for value in [nil, 0, -1, 1e300, Double.leastNonzeroMagnitude] as [Double?] {
        for position in example.rows.indices.prefix(2) {
          let changed = example.replacing(value, at: position)
          #expect(changed.round(in: catalogue) != nil)
          _ = changed.findings(in: catalogue)
        }
        _ = example.replacing(value).findings(in: catalogue)
      }
    }
  }

  @Test func catalogueOfRulesHasEveryFinding() throws {
    let rules = RuleCatalogue(catalogue)
    #expect(rules.entries.count == catalogue.texts.findings.count)
    let entry = try #require(rules.entry("c012"))
    #expect(entry.slug == "sum-mismatch")
    #expect(entry.level == .content)
    #expect(entry.documentation.hasPrefix("A total that is not"))
    #expect(rules.entry("sum-mismatch")?.code == "C012")
    #expect(rules.entry("C999") == nil)
    #expect(rules.section(entry).contains("### C012 sum-mismatch"))
    for entry in rules.entries where !entry.failing.isEmpty { #expect(!entry.documentation.isEmpty, "\(entry.code)") }
  }
}
