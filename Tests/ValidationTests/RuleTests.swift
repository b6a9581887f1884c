import Catalogue
import GNLCTestSupport
import Testing
import Validation
import Vocabulary

/// Each rule finds what it is for and leaves its neighbours alone.
@Suite struct RuleTests {
  let catalogue: Catalogue

  init() throws {
    var small = SmallCatalogue()
    small.findings = """
      format: 1
      findings:
        - {code: C010, slug: a, severity: error, details: [value, low, high, unit], message: {en: a, th: ก}, fix: {en: a, th: ก}}
        - {code: C012, slug: b, severity: error, details: [total, female, male], message: {en: a, th: ก}, fix: {en: a, th: ก}}
        - {code: C013, slug: c, severity: error, details: [value], message: {en: a, th: ก}, fix: {en: a, th: ก}}
        - {code: C021, slug: d, severity: error, details: [part, whole], message: {en: a, th: ก}, fix: {en: a, th: ก}}
        - {code: C030, slug: e, severity: warning, details: [reported], message: {en: a, th: ก}, fix: {en: a, th: ก}}
        - {code: C031, slug: f, severity: warning, details: [value], message: {en: a, th: ก}, fix: {en: a, th: ก}}
        - {code: T003, slug: g, severity: warning, details: [from], message: {en: a, th: ก}, fix: {en: a, th: ก}}
      """
    catalogue = try #require(small.load().catalogue)
  }

  private func check(_ build: (inout ObservationBuilder) -> Void) -> (codes: [String], held: Int, findings: [Finding]) {
    var builder = ObservationBuilder(catalogue)
    build(&builder)
    let outcome = Validator(catalogue: catalogue, registry: ObservationBuilder.registry, observations: builder.set())
      .check(CityID(0))
    return (outcome.findings.map(\.code.description), outcome.held.count, outcome.findings)
  }

  @Test func outOfRange() {
    #expect(check { $0.add("schooling", 20) }.codes == [])
    let found = check { $0.add("schooling", 20.5) }
    #expect(found.codes == ["C010"])
    #expect(found.held == 1)
    #expect(found.findings.first?.details["high"] == "20")
    #expect(found.findings.first?.origin.file == "test.csv")
    #expect(found.findings.first?.origin.row == 1)
  }

  @Test func fractionalCount() {
    #expect(check { $0.add("adults", 100) }.codes == [])
    #expect(check { $0.add("adults", 100.5) }.codes == ["C013"])
  }

  @Test func sumMismatch() {
    func rows(_ total: Double) -> (inout ObservationBuilder) -> Void {
      { builder in
        builder.add("adults", total)
        builder.add("adults", 610, by: ["sex": "F"])
        builder.add("adults", 600, by: ["sex": "M"])
      }
    }
    #expect(check(rows(1210)).codes == [])
    #expect(check(rows(1211)).codes == [], "rounding of both parts")
    let found = check(rows(1250))
    #expect(found.codes == ["C012"])
    #expect(found.held == 3, "the total and both parts are held back")
    #expect(found.findings.first?.details == ["total": "1250", "female": "610", "male": "600"])
  }

  @Test func moreThanWhole() {
    #expect(check { $0.add("adults", 100); $0.add("literate", 100) }.codes == [])
    #expect(check { $0.add("adults", 100); $0.add("literate", 101) }.codes == ["C021"])
  }

  @Test func rateMismatch() {
    func rows(_ rate: Double) -> (inout ObservationBuilder) -> Void {
      { builder in
        builder.add("adults", 1000)
        builder.add("literate", 750)
        builder.add("literacy_rate", rate)
      }
    }
    #expect(check(rows(75.05)).codes == [])
    #expect(check(rows(75.2)).codes == ["C030"])
  }

  @Test func shareForPercent() {
    #expect(check { $0.add("literacy_rate", 80, year: 2024); $0.add("literacy_rate", 0.81, year: 2025) }.codes.contains("C031"))
    #expect(check { $0.add("literacy_rate", 0.7, year: 2024); $0.add("literacy_rate", 0.81, year: 2025) }.codes == [])
  }

  /// Both thresholds must be passed, and a note explains.
  @Test(arguments: [
    (1000.0, 1300.0, false, 1), (1000, 1200, false, 0), (100, 190, false, 0), (100, 210, false, 1),
    (1000, 1300, true, 0), (350, 440, false, 0),
  ])
  func unusualChange(_ before: Double, _ after: Double, _ note: Bool, _ count: Int) {
    let found = check { builder in
      builder.add("adults", before, year: 2024)
      builder.add("adults", after, year: 2025, note: note)
    }
    #expect(found.codes.filter { $0 == "T003" }.count == count)
    #expect(found.held == 0, "a warning holds nothing back")
  }

  @Test func aBreakIsNoJump() {
    #expect(check { $0.add("adults", 1000, year: 2024); $0.add("adults", 2000, .breakInSeries, year: 2025) }.codes == [])
  }
}
