import Catalogue
import GNLCTestSupport
import Testing

@testable import Trends

/// The numbers in the articles on progress and pace are the numbers that the program computes.
@Suite struct DocumentationTests {
  static let examples =
    (Method.ProgressMethod.allCases.map(\.rawValue) + ["pace"]).flatMap(DocumentedExample.of)

  @Test func everyMethodHasAnArticleWithAnExample() {
    for name in Method.ProgressMethod.allCases.map(\.rawValue) + ["pace"] {
      #expect(Self.examples.contains { $0.article == name }, "\(name)")
    }
  }

  @Test(arguments: examples) func example(_ example: DocumentedExample) throws {
    #expect(!example.expected.isEmpty)
    if example.kind == "pace" { return checkPace(example) }
    let method = try #require(example["method"].flatMap(Method.ProgressMethod.init))
    var parameters = Method.Progress()
    if let window = example["window"] { parameters.eurostat.window = try #require(.init(rawValue: window)) }
    let result = GoalProgress.assess(
      series(example), aim: aim(example), by: method, parameters: parameters,
      spread: example["spread"].flatMap { Double($0) })
    for (name, value) in example.expected {
      switch name {
      case "value": #expect(DocumentedExample.isShown(result.value, as: value), "\(result.value ?? .nan)")
      case "score": #expect(DocumentedExample.isShown(result.score, as: value), "\(result.score ?? .nan)")
      case "category": #expect(result.category == value)
      case "remark": #expect(result.remark == value)
      case "status": #expect(result.status?.rawValue == value)
      case "reason": #expect(result.absence?.rawValue == value)
      case "base": #expect("\(result.base?.year ?? 0) \(result.baseChoice?.rawValue ?? "")" == value)
      default: Issue.record("nothing is known of \(name)")
      }
    }
  }

  private func series(_ example: DocumentedExample) -> Series {
    Series(
      example.words("series").compactMap { pair in
        let parts = pair.split(separator: "=")
        guard parts.count == 2, let year = Int(parts[0]), let value = Double(parts[1]) else { return nil }
        return Series.Point(year: year, value: value)
      })
  }

  private func aim(_ example: DocumentedExample) -> Aim {
    let isParity = example["direction"] == "parity"
    let bounds = example.numbers("bounds")
    return Aim(
      direction: isParity ? .ideal : example["direction"] == "decrease" ? .decrease : .increase,
      target: example["target"].flatMap { Double($0) }, limit: example["limit"].flatMap { Double($0) },
      parity: isParity ? .ratio : nil, isRate: example["rate"] == "true", worst: bounds.first ?? nil,
      best: bounds.last ?? nil)
  }

  private func checkPace(_ example: DocumentedExample) {
    let pace = Pace(series(example), aim: aim(example), Method.Progress())
    func shows(_ value: Double?, _ printed: String) {
      #expect(DocumentedExample.isShown(value, as: printed), "\(value ?? .nan) as \(printed)")
    }
    for (name, value) in example.expected {
      switch name {
      case "linear": shows(pace.linear, value)
      case "growth": shows(pace.compound.map { 100 * $0 }, value)
      case "least_squares": shows(pace.leastSquares, value)
      case "theil_sen": shows(pace.theilSen, value)
      case "required": shows(pace.requiredLinear, value)
      case "required_growth": shows(pace.requiredCompound.map { 100 * $0 }, value)
      case "acceleration": shows(pace.acceleration, value)
      case "attainment": #expect(pace.attainmentLinear?.code == value)
      case "attainment_geometric": #expect(pace.attainmentGeometric?.code == value)
      case "base": #expect("\(pace.base?.year ?? 0) \(pace.baseChoice?.rawValue ?? "")" == value)
      case "missing_years": #expect("\(pace.gapYears)" == value)
      default:
        let kind = Projection.Kind(rawValue: String(name.dropFirst("projection_".count)))
        let projection = kind.flatMap(pace.projection)
        let printed = value.split(separator: " ").map(String.init)
        #expect(printed.count == 3, "nothing is known of \(name)")
        for (number, text) in zip([projection?.value, projection?.low, projection?.high], printed) {
          shows(number, text)
        }
      }
    }
  }
}
