import Catalogue
import GNLCTestSupport
import Testing
import Vocabulary

@testable import Validation

/// Rules change their mind exactly where `rules.yaml` says, and leave their neighbours to the rules next door.
@Suite struct ThresholdTests {
  struct Edge: Sendable, CustomTestStringConvertible {
    var code: FindingCode
    var example: RuleExample
    var isFound: Bool
    var testDescription: String { "\(code) \(isFound ? "finds" : "leaves") \(example.rows.map(\.variable))" }

    init(_ code: FindingCode, _ isFound: Bool, _ example: RuleExample) {
      self.code = code
      self.example = example
      self.isFound = isFound
    }
  }

  let catalogue: Catalogue

  init() throws {
    catalogue = try #require(Repository.catalogue.catalogue)
  }

  static let content: [Edge] = [
    Edge("C010", false, "mean_years_of_schooling_25plus 20"), Edge("C010", true, "mean_years_of_schooling_25plus 25.5"),
    Edge("C010", false, "ca_hours_foundations 7"), Edge("C010", true, "ca_hours_foundations -1"),
    // Half a unit of rounding for each of two parts.
    Edge("C012", false, "population 1211 | population sex=F 610 | population sex=M 600"),
    Edge("C012", true, "population 1212 | population sex=F 610 | population sex=M 600"),
    Edge("C012", false, "population 1250 | population sex=F 610 | population sex=M -"),
    Edge("C012", true, "population zone=CORE 90 | population zone=CORE sex=F 10 | population zone=CORE sex=M 10"),
    Edge("C022", false, "population 1211 | population sex=F 610 | population sex=M 590"),
    Edge("C022", true, "population 902 | population zone=CORE 600 | population zone=OTHER 300"),
    Edge("C022", false, "population 901 | population zone=CORE 600 | population zone=OTHER 300"),
    Edge("C022", false, "population 990 | population zone=CORE 600"),
    // Groups overlap, so they add up to nothing.
    Edge("C022", false, "population 900 | population group=MIGRANT 10 | population group=OLDER 30"),
    Edge("C020", true, "population 900 | population group=MIGRANT 901"),
    Edge("C020", false, "population 900 | population group=MIGRANT 900"),
    Edge("C020", false, "population 900 | population sex=F 950 | population sex=M 10"),
    Edge("C016", false, "population - !Q | population sex=F 610 | population sex=M 600"),
    Edge("C016", false, "population - !O | population sex=F 610"),
    Edge("C024", false, "population 1000 | population_15plus 1000"),
    Edge("C024", true, "population sex=F 500 | population_15plus sex=F 501"),
    Edge("C024", false, "population @2024 1000 | population_15plus @2025 1100"),
    Edge("C025", false, "population_15plus 650 | population_15_24 150 | population_25_64 500"),
    Edge("C025", true, "population_15plus 649 | population_15_24 150 | population_25_64 500"),
    Edge("C026", false, "mechanism_committee 2"),
    Edge("C027", false, "ca_hours_field_practice 9"), Edge("C027", true, "ca_hours_field_practice 9.5"),
    Edge("C028", false, "leadership_reviewers 1"),
    Edge("C029", true, "leadership_spread 2.5"),
    Edge("C030", false, "population_15plus 1000 | literate_15plus 750 | adult_literacy_rate 75.05"),
    Edge("C030", true, "population_15plus 1000 | literate_15plus 750 | adult_literacy_rate 75.1"),
    Edge("C030", false, "population_15plus 0 | literate_15plus 0 | adult_literacy_rate 75.1"),
    Edge("C031", false, "adult_literacy_rate @2024 0.7 | adult_literacy_rate 0.81"),
    Edge("C034", true, "volunteering_asked 99"),
    Edge("C037", false, "population 1 !E \"why\""), Edge("C037", true, "population 1 !S"),
    Edge("C044", false, "population sex=F 999 | population sex=M 999"),
    Edge("C044", true, "population sex=F 1000 | population sex=M 1000"),
    Edge("C044", false, "population @2024 sex=F 1000 | population @2025 sex=M 1000"),
    Edge(
      "C044", false,
      "population @2024 sex=F 5000 | population @2024 sex=M 5001 | population sex=F 5000 | population sex=M 5000"),
    Edge("C045", true, "adult_literacy_rate 0 | adult_literacy_rate sex=F 0 | adult_literacy_rate sex=M 0"),
    Edge("C046", false, "adult_literacy_rate sex=F 40 | adult_literacy_rate sex=M 80"),
    Edge("C046", true, "adult_literacy_rate sex=F 39 | adult_literacy_rate sex=M 80"),
    Edge("C046", false, "adult_literacy_rate sex=F 39 | adult_literacy_rate sex=M 0"),
    Edge("C048", true, "population_15plus 29 | literate_15plus 28"),
    Edge("C048", false, "population_15plus 0 | literate_15plus 0"),
  ]

  static let time: [Edge] = [
    // A quarter of a base of 400 or more; below, a hundred.
    Edge("T003", true, "population @2024 1000 | population 1300"),
    Edge("T003", false, "population @2024 1000 | population 1250"),
    Edge("T003", false, "population @2024 100 | population 200"),
    Edge("T003", true, "population @2024 100 | population 201"),
    Edge("T003", false, "population @2024 350 | population 440"),
    Edge("T003", false, "adult_literacy_rate @2024 60 | adult_literacy_rate 70"),
    Edge("T003", true, "adult_literacy_rate @2024 60 | adult_literacy_rate 70.1"),
    Edge("T003", false, "adult_literacy_rate @2024 50 | adult_literacy_rate 90"),
    Edge("T003", false, "population @2024 12000 | population 120000"),
    Edge("T003", false, "population @2024 12000 | population 0"),
    Edge("T001", false, "adult_literacy_rate @2024 50 | adult_literacy_rate 80"),
    Edge("T001", true, "adult_literacy_rate @2024 50 | adult_literacy_rate 80.1"),
    Edge("T004", true, "population @2024 1000 | population 11000"),
    Edge("T004", false, "population @2024 1000 | population 11001"),
    Edge("T004", false, "population @2024 9 | population 90"),
    Edge("T004", true, "population @2024 10 | population 100"),
    Edge("T004", true, "population @2024 100000 | population 100"),
    Edge("T005", false, "illiteracy_reduction_ten_years @2024 0 | illiteracy_reduction_ten_years -4"),
    Edge("T006", true, "learning_place_users @2024 20 | learning_place_users 0"),
    Edge("T007", true, "learning_place_users @2024 0 | learning_place_users 20"),
    Edge("T008", false, "voters_who_voted @2023 51000 | voters_who_voted @2025 51000"),
    Edge("T010", false, "population @2027 120000 !F | reference 2025"),
    Edge("T011", false, "population @2024 100000 earlier | population @2024 100100"),
    Edge("T011", true, "population @2024 100000 earlier | population @2024 100101"),
    Edge("T012", false, "population @2024 - !O earlier | population @2024 - !O"),
    Edge("T013", false, "population @2024 1 | population @2025 1"),
    Edge("T013", false, "voters_who_voted @2021 51000 | voters_who_voted @2025 53000"),
    Edge("T014", false, "population @2022 99 | population @2023 99 | population @2024 99 | population @2025 99"),
    Edge("T014", true, "population @2022 100 | population @2023 100 | population @2024 100 | population @2025 100"),
  ]

  @Test(arguments: content + time) func edge(_ edge: Edge) {
    let codes = edge.example.findings(in: catalogue).map(\.code)
    #expect(edge.example.round(in: catalogue) != nil)
    #expect(codes.contains(edge.code) == edge.isFound, "\(codes)")
  }

  /// Old values are stale only after the method's maximum age, and only in a round that has a year.
  @Test func staleAfterTheMaximumAge() {
    let oldest = 2025 - catalogue.method.maximumAgeYears
    func codes(_ text: String) -> [FindingCode] { RuleExample(text).findings(in: catalogue).map(\.code) }
    #expect(!codes("population @\(oldest) 9000 | reference 2025").contains("T009"))
    #expect(codes("population @\(oldest - 1) 9000 | reference 2025").contains("T009"))
    #expect(!codes("population @1990 9000").contains("T009"))
  }

  @Test(arguments: [
    (2.0, 1.0, true), (2.5, 2, true), (2.3, 3, true), (2.33, 3, true), (2.34, 3, false), (2.25, 4, true),
    (2.3, 5, false), (2.4, 5, true), (3.1, 12, true), (3.14, 12, false), (2.5, 3, false),
  ])
  func meansOfWholeRatings(_ mean: Double, _ reviewers: Double, _ isPossible: Bool) {
    #expect(ImpossibleMeanRating.isPossible(mean, of: reviewers) == isPossible)
  }

  /// Hidiroglou and Berthelot's bounds by hand: the spread of equal ratios is nothing, so that nothing is unusual.
  @Test func equalRatiosHaveNoFence() {
    let rows = (10..<40).flatMap { ["c\($0):population @2024 1000", "c\($0):population \($0 == 39 ? 3000 : 1010)"] }
    #expect(!RuleExample(rows.joined(separator: "|")).findings(in: catalogue).map(\.code).contains("X001"))
  }

  @Test func nineteenCitiesAreNoDistribution() {
    let rows = (10..<29).map { "c\($0):adult_literacy_rate \($0 == 28 ? 20 : 80 + $0 % 5)" }
    #expect(!RuleExample(rows.joined(separator: "|")).findings(in: catalogue).map(\.code).contains("X002"))
    let more = rows + ["c30:adult_literacy_rate 81"]
    #expect(RuleExample(more.joined(separator: "|")).findings(in: catalogue).map(\.code).contains("X002"))
  }

  @Test(arguments: [([1.0, 2, 3, 4], 1.75, 2.5, 3.25), ([5], 5, 5, 5), ([], 0, 0, 0), ([4, 1, 3, 2, 5], 2, 3, 4)])
  func quantilesAreThoseOfSpreadsheets(_ values: [Double], _ lower: Double, _ median: Double, _ upper: Double) {
    let quantiles = Quantiles(values)
    #expect(quantiles.lower == lower)
    #expect(quantiles.median == median)
    #expect(quantiles.upper == upper)
  }
}
