import Catalogue
import Foundation
import GNLCTestSupport
import Testing
import Vocabulary

@testable import Normalisation

/// The numbers in the articles on scores are the numbers that the program computes.
@Suite struct DocumentationTests {
  static let examples = ["normalisation", "aggregation", "treatment", "robustness"].flatMap(
    DocumentedExample.of)

  /// Every choice of `method.yaml` stands in an article.
  @Test func everyMethodIsExplained() throws {
    let text = try ["normalisation", "aggregation", "treatment", "robustness"].map {
      try String(contentsOfFile: Repository.path("Documentation/Methods/\($0).md"), encoding: .utf8)
    }.joined()
    let names =
      Method.Normalisation.Name.allCases.map(\.rawValue) + Method.Aggregation.Name.allCases.map(\.rawValue)
      + Method.Imputation.Name.allCases.map(\.rawValue) + ["winsorise", "minimum_availability"]
    for name in names { #expect(text.contains(name), "\(name)") }
    #expect(Self.examples.count > 15)
  }

  @Test(arguments: examples) func example(_ example: DocumentedExample) throws {
    let computed = try compute(example)
    #expect(!example.expected.isEmpty)
    for (name, printed) in example.expected {
      let values = try #require(computed[name], "nothing is known of \(name)")
      let texts = printed.split(separator: " ").map(String.init)
      #expect(values.count == texts.count)
      for (value, text) in zip(values, texts) {
        #expect(DocumentedExample.isShown(value, as: text), "\(value ?? .nan) as \(text)")
      }
    }
  }

  private func compute(_ example: DocumentedExample) throws -> [String: [Double?]] {
    let values = example.numbers("values")
    if example.kind == "copeland" {
      let rows = example.settings.filter { $0.name == "row" }.map { row in
        row.value.split(separator: " ").map { Double($0) }
      }
      return ["scores": Outranking.copeland(rows, weights: rows[0].map { _ in 1 })]
    }
    if example.kind == "groups" {
      return ["groups": RankGroups.groups(example.words("intervals").map(interval)).map(Double.init)]
    }
    if example.kind == "places" { return try places(example) }
    switch example.settings.first?.name {
    case "interval":
      let ends = example.numbers("interval").map { $0 ?? 0 }
      let counts = example.numbers("draws").map { Int($0 ?? 0) }
      let summary = RankSummary(counts: [0] + counts, Method.Robustness(lower: ends[0], upper: ends[1]))
      let places = [summary.interval.low, summary.interval.median, summary.interval.high]
      return ["places": places.map(Double.init), "quarters": [summary.top, summary.bottom]]
    case "scale": return ["scores": try scores(example.words("scale"), values)]
    case "normalise": return ["scores": try normalised(example.words("normalise"), values)]
    case "mean":
      let words = example.words("mean")
      let weights = example.numbers("weights").map { $0 ?? 0 }
      let mean =
        switch words[0] {
        case "geometric": Mean.geometric(values, weights: weights)
        case "harmonic": Mean.harmonic(values, weights: weights)
        case "generalised": Mean.generalised(values, weights: weights, power: Double(words[1]) ?? .nan)
        default: Mean.arithmetic(values, weights: weights)
        }
      return ["result": [mean]]
    case "winsorise":
      let bounds = example.numbers("winsorise").map { $0 ?? 0 }
      let present = values.compactMap { $0 }
      let choice = Method.Outliers(skewness: bounds[0], kurtosis: bounds[1], maximumPoints: Int(bounds[2]))
      return [
        "skewness": [Distribution.skewness(present)], "kurtosis": [Distribution.kurtosis(present)],
        "scores": Winsorising.treat(values, choice).values,
      ]
    case "impute":
      let series = example.words("series").compactMap { pair -> (year: Int, value: Double)? in
        let parts = pair.split(separator: "=")
        guard let year = Int(parts[0]), let value = Double(parts[1]) else { return nil }
        return (year: year, value: value)
      }
      let years = example.numbers("years").compactMap { $0.map { Int($0) } }
      let isLinear = example["impute"] == "linear"
      return [
        "scores": years.map { isLinear ? Imputing.linear(series, at: $0) : Imputing.latest(series, at: $0) }
      ]
    case "availability":
      let availability = Availability(values)
      let least = try #require(example.numbers("availability")[0])
      let passes = availability.passes(Method.Screening(minimumAvailability: least))
      return [
        "available": [availability.available], "non_zero": [availability.nonZero], "passes": [passes ? 1 : nil],
      ]
    default: return [:]
    }
  }

  /// `low-median-high`
  private func interval(_ text: String) -> RankGroups.Interval {
    let places = text.split(separator: "-").compactMap { Int($0) }
    return RankGroups.Interval(low: places[0], median: places[1], high: places[2])
  }

  /// The intervals of the standard draws on the network of four indicators.
  private func places(_ example: DocumentedExample) throws -> [String: [Double?]] {
    let rows = example.settings.map { $0.value.split(separator: " ").map { Double($0) } }
    let overall = try RobustnessTests.Network(rows: rows, robustness: "{draws: 1000}").found().overall
    let cities = rows.indices.map { overall.standing(of: CityID($0)) }
    func numbers(_ part: (Robustness.Standing) -> Double?) -> [Double?] { cities.map { $0.flatMap(part) } }
    return [
      "low": numbers { $0.interval.map { Double($0.low) } }, "high": numbers { $0.interval.map { Double($0.high) } },
      "median": numbers { $0.interval.map { Double($0.median) } }, "group": numbers { $0.group.map(Double.init) },
      "top": numbers(\.topShare),
    ]
  }

  private func scores(_ words: [String], _ values: [Double?]) throws -> [Double?] {
    let bounds = words.dropFirst().compactMap { Double($0) }
    let scale: ScoreScale =
      switch words[0] {
      case "log": .logGoalposts(low: bounds[0], high: bounds[1])
      case "ideal": .ideal(bounds[0], worst: bounds[1])
      case "rating": .rating
      default: .goalposts(low: bounds[0], high: bounds[1])
      }
    let direction: Direction = words[0] == "ideal" ? .ideal : words.last == "decrease" ? .decrease : .increase
    return values.map { $0.flatMap { scale.score(of: $0, direction: direction) } }
  }

  private func normalised(_ words: [String], _ values: [Double?]) throws -> [Double?] {
    let numbers = words.dropFirst().compactMap { Double($0) }
    switch words[0] {
    case "scaled": return values.map { $0.map { Normaliser.scaled($0, low: numbers[0], high: numbers[1]) } }
    case "minmax": return Normaliser.minimumMaximum(values, lower: numbers[0], upper: numbers[1])
    case "zscore": return Normaliser.zScore(values, mean: numbers[0], deviation: numbers[1])
    case "rank": return Normaliser.rank(values)
    case "borda": return Normaliser.borda(values)
    case "percentile_rank": return Normaliser.percentileRank(values)
    case "distance_to_maximum": return Normaliser.distanceToMaximum(values)
    case "distance_to_reference": return Normaliser.distanceToReference(values, reference: numbers[0])
    case "distance_to_target": return Normaliser.distanceToTarget(values, target: numbers[0])
    default: return []
    }
  }
}
