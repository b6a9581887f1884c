import Catalogue
import GNLCTestSupport
import Testing
import Vocabulary

@testable import Measurement

/// What is kept back, case by case.
@Suite struct DisclosureControlTests {
  let catalogue: Catalogue

  init() throws {
    catalogue = try #require(SmallCatalogue().load().catalogue)
  }

  private func protected(
    _ thresholds: DisclosureThresholds = .standard, before: PublishedBefore = PublishedBefore(),
    _ add: (inout ObservationBuilder) -> Void
  ) -> (published: [String], values: [IndicatorValue]) {
    var builder = ObservationBuilder(catalogue)
    add(&builder)
    let control = DisclosureControl(catalogue: catalogue, thresholds: thresholds)
    let (set, suppression) = control.protect(builder.set(), registry: ObservationBuilder.registry, before: before)
    let lines = set.observations.enumerated().map { index, observation in
      let key = observation.key
      let name = [catalogue[key.variable].id, set.breakdowns[key.breakdown].description, key.period.description]
        .filter { !$0.isEmpty }.joined(separator: " ")
      let letter = suppression[index]?.confidentiality ?? "F"
      return "\(name) \(observation.value.map { "\(Int($0))" } ?? "–") \(observation.status.code)\(letter)"
    }
    return (lines, Measurer(catalogue: catalogue, observations: set).values(of: CityID(0)))
  }

  @Test func smallCountsGoAndZerosStay() {
    let (published, _) = protected {
      $0.add("adults", 4, year: 2021)
      $0.add("adults", 5, year: 2022)
      $0.add("adults", 0, year: 2023)
      $0.add("libraries", 2)
      $0.add("raters", 2)
    }
    #expect(
      published == [
        "adults 2021 – QA", "adults 2022 5 AF", "adults 2023 0 AF", "libraries 2025 2 AF", "raters 2025 2 AF",
      ])
  }

  @Test func anotherPartOfTheSumGoesAsWell() {
    let (published, _) = protected {
      $0.add("adults", 503)
      $0.add("adults", 3, by: ["sex": "F"])
      $0.add("adults", 500, by: ["sex": "M"])
    }
    #expect(published == ["adults 2025 503 AF", "adults sex=F 2025 – QA", "adults sex=M 2025 – QD"])
  }

  /// A total without its other part gives nothing away.
  @Test func aTotalWithOnePartIsNoSum() {
    let (published, _) = protected {
      $0.add("adults", 503)
      $0.add("adults", 3, by: ["sex": "F"])
    }
    #expect(published == ["adults 2025 503 AF", "adults sex=F 2025 – QA"])
  }

  /// 4 + 4 = 8 leaves nothing open when both are known to be below 5.
  @Test func tightSumsTakeTheirTotal() {
    let (published, _) = protected {
      $0.add("adults", 8)
      $0.add("adults", 4, by: ["sex": "F"])
      $0.add("adults", 4, by: ["sex": "M"])
    }
    #expect(published == ["adults 2025 – QD", "adults sex=F 2025 – QA", "adults sex=M 2025 – QA"])
  }

  @Test func ratesFollowTheirCounts() {
    let (published, values) = protected {
      $0.add("literate", 20)
      $0.add("adults", 24)
      $0.add("literate", 998, year: 2024)
      $0.add("adults", 1000, year: 2024)
      $0.add("literate", 900, year: 2023)
      $0.add("adults", 1000, year: 2023)
    }
    #expect(
      published == [
        "adults 2023 1000 AF", "adults 2024 1000 AF", "adults 2025 24 AF", "literate 2023 900 AF",
        "literate 2024 – QA", "literate 2025 – QA",
      ])
    #expect(values.map(\.value) == [90, nil, nil])
    #expect(values.map(\.status) == [.normal, .suppressed, .suppressed])
  }

  /// A rate that came ready-made would tell the count that was kept back.
  @Test func readyRatesGoToo() throws {
    let variable = try #require(
      catalogue.indicators.lazy.compactMap { indicator -> VariableID? in
        if case .ratio(_, _, _, let ready) = indicator.computation { ready } else { nil }
      }.first)
    let (published, values) = protected {
      $0.add("literate", 3)
      $0.add("adults", 100)
      $0.add(catalogue[variable].id, 3)
    }
    #expect(published.contains("\(catalogue[variable].id) 2025 – QD"))
    #expect(values.allSatisfy { $0.value == nil })
  }

  /// Last round told M; so T has to go now that F is small, although M would have been the first choice.
  @Test func whatIsKnownHidesNothing() throws {
    let period = try #require(TimePeriod.year(2025))
    let adults = try #require(catalogue.variableID("adults"))
    let table = BreakdownTable(["F", "M"].map { Breakdown([.init(dimension: "sex", code: $0)]) })
    let male = try #require(table.id(of: Breakdown([.init(dimension: "sex", code: "M")])))
    let before = PublishedBefore(
      values: [.init(city: CityID(0), variable: adults, breakdown: male, period: period): 500])
    let (published, _) = protected(before: before) {
      $0.add("adults", 503)
      $0.add("adults", 3, by: ["sex": "F"])
      $0.add("adults", 500, by: ["sex": "M"])
    }
    #expect(published == ["adults 2025 – QD", "adults sex=F 2025 – QA", "adults sex=M 2025 500 AF"])
  }

  /// The note of a figure that is kept back is not published either.
  @Test func notesGoWithTheirFigures() {
    var builder = ObservationBuilder(catalogue)
    builder.add("adults", 3, note: true)
    let (set, _) = DisclosureControl(catalogue: catalogue, thresholds: .standard)
      .protect(builder.set(), registry: ObservationBuilder.registry)
    #expect(set.observations.map(\.note) == [0])
  }
}
