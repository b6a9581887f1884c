import Catalogue
import GNLCTestSupport
import Measurement
import Testing
import Vocabulary

@testable import Trends

/// The numbers in the article on equity are the numbers that the program computes.
@Suite struct EquityArticleTests {
  static let examples = DocumentedExample.of("equity")

  @Test func everyKindHasAnExample() {
    #expect(Set(Self.examples.map(\.kind)) == ["pair", "districts", "years"])
  }

  @Test(arguments: examples) func example(_ example: DocumentedExample) throws {
    #expect(!example.expected.isEmpty)
    switch example.kind {
    case "pair": try checkPair(example)
    case "districts": try checkDistricts(example)
    default: try checkYears(example)
    }
  }

  private func checkPair(_ example: DocumentedExample) throws {
    // A measure for each direction.
    let indicator = example["direction"] == "decrease" ? "crime_rate" : "adult_literacy_rate"
    var groups = try GroupsOfACity()
    groups.add(example["group"].flatMap { Double($0) }, ["sex": "F"], of: indicator)
    groups.add(example["reference"].flatMap { Double($0) }, ["sex": "M"], of: indicator)
    let row = try #require(groups.outcome().row("sex", "F"))
    for (name, printed) in example.expected {
      switch name {
      case "index": #expect(DocumentedExample.isShown(row.parity, as: printed))
      case "adjusted": #expect(DocumentedExample.isShown(row.adjustedParity, as: printed))
      case "gap": #expect(DocumentedExample.isShown(row.gap, as: printed))
      case "side": #expect(row.side?.rawValue == printed)
      default: Issue.record("nothing is known of \(name)")
      }
    }
  }

  private func checkDistricts(_ example: DocumentedExample) throws {
    let measures = try #require(
      Dispersion(
        values: example.numbers("values").compactMap { $0 }, weights: example.numbers("weights").compactMap { $0 }))
    for (name, printed) in example.expected {
      switch name {
      case "mean": #expect(DocumentedExample.isShown(measures.mean, as: printed))
      case "deviation": #expect(DocumentedExample.isShown(measures.standardDeviation, as: printed))
      case "variation": #expect(DocumentedExample.isShown(measures.coefficientOfVariation, as: printed))
      case "log_deviation": #expect(DocumentedExample.isShown(measures.meanLogDeviation, as: printed))
      default: Issue.record("nothing is known of \(name)")
      }
    }
  }

  private func checkYears(_ example: DocumentedExample) throws {
    var groups = try GroupsOfACity()
    for word in example.words("series") {
      let sides = word.split(separator: "=")
      let pair = try #require(sides.last).split(separator: "/").map { Double($0) }
      let year = try #require(Int(sides[0]))
      if let group = pair[0] { groups.add(group, ["sex": "F"], year: year) }
      if let reference = pair[1] { groups.add(reference, ["sex": "M"], year: year) }
    }
    let rows = try groups.outcome().findings.comparisons
    #expect(rows.count == example.expected.count)
    for (row, (year, word)) in zip(rows, example.expected) {
      #expect(row.period.description == year)
      let said = row.absence?.rawValue ?? row.course?.rawValue ?? row.courseAbsence?.rawValue
      #expect(said == word, "\(year)")
    }
  }
}
