import Catalogue
import Foundation
import GNLCTestSupport
import Testing
import Vocabulary

@testable import Templates

/// Codes, rows, numbers and checksums that the writer and the reader share.
@Suite struct LayoutTests {
  private let catalogue: Catalogue

  init() throws { catalogue = try #require(SmallCatalogue().load().catalogue) }

  @Test func everyVariableBehindTheFrameworkIsAskedOnce() {
    let rows = TemplateRows(catalogue: catalogue, framework: "small").rows.map(\.code.description)
    #expect(
      rows == [
        "adults", "adults|sex=F", "adults|sex=M", "literate", "literate|sex=F", "literate|sex=M", "schooling", "rated",
        "raters", "spending", "spending|level=PRI", "spending|level=SEC",
      ])
  }

  /// What a city may report besides stands behind what it is asked for, and a blank there is no lack.
  @Test func optionalPartsAreRowsThatNobodyMisses() throws {
    var small = SmallCatalogue()
    small.variables = small.variables.replacingOccurrences(
      of: "unit: persons, evidence: official, by: [sex]",
      with: "unit: persons, evidence: official, by: [sex], also_by: [level]")
    let catalogue = try #require(small.load().catalogue)
    let rows = TemplateRows(catalogue: catalogue, framework: "small").rows.prefix(5)
    #expect(
      rows.map(\.code.description) == [
        "adults", "adults|sex=F", "adults|sex=M", "adults|level=PRI", "adults|level=SEC",
      ])
    #expect(rows.map(\.isOptional) == [false, false, false, true, true])
    #expect(rows.map { $0.code.isOptional(catalogue) } == rows.map(\.isOptional))
    #expect(rows.dropFirst().allSatisfy { $0.total == 0 })
  }

  @Test(arguments: [
    ("literate|sex=F", "literate|sex=F"), (" LITERATE | SEX = f ", "literate|sex=F"), ("literate\u{200B}", "literate"),
    ("ｌｉｔｅｒａｔｅ", "literate"),
  ]) func codesInOtherWritings(_ text: String, _ code: String) {
    #expect(TemplateCode(text, catalogue: catalogue)?.description == code)
  }

  @Test(arguments: ["", "literat", "literate|sex", "literate|sex=X", "literate|age=1", "literate|sex=F|sex=M"])
  func codesThatAreNone(_ text: String) {
    #expect(TemplateCode(text, catalogue: catalogue) == nil)
  }

  @Test(arguments: [
    (0, 0, "0"), (1234.5, 1, "1,234.5"), (1234, 2, "1,234"), (0.05, 2, "0.05"), (-1000.25, 1, "-1,000.3"),
    (999_999.96, 1, "1,000,000"),
  ]) func numbersAsShown(_ value: Double, _ decimals: Int, _ text: String) {
    #expect(NumberText.text(value, decimals: decimals) == text)
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ]) func checksums(_ text: String, _ digest: String) {
    #expect(Checksum.of(text) == digest)
  }

  @Test func identityAsALine() throws {
    let identity = TemplateIdentity(city: "th-phayao", round: "gnlc/2026")
    #expect(identity.line == "gnlc-template 1 · gnlc/2026 · th-phayao")
    #expect(TemplateIdentity(line: "  GNLC-template 1·gnlc/2026 · th-phayao\u{A0}") == identity)
    #expect(TemplateIdentity(line: "gnlc-template one · gnlc/2026 · th-phayao") == nil)
  }

  @Test(arguments: [
    ("กรอก: ค่า ๒๕๖๘\nENTER: value 2025", [2025, 2025]), ("2568", [2025]), ("value", []), ("12345", []),
  ])
  func yearsInHeads(_ text: String, _ years: [Int]) {
    #expect(FoldedText.years(in: text) == years)
  }

  /// Both spellings of SARA AM are one text.
  @Test func foldedText() {
    #expect(FoldedText.of("จำนวน\u{200B} ") == FoldedText.of("จ\u{0E4D}\u{0E32}นวน"))
  }

  @Test func expectationsComeFromTheLastValue() throws {
    let adults = try #require(catalogue.variableID("adults"))
    let code = TemplateCode(variable: adults, breakdown: .total, catalogue: catalogue)
    let figure = PriorValues.Figure(year: 2024, value: 1000, status: .normal)
    let range = ExpectedRange(code, prior: figure, catalogue: catalogue)
    #expect(range.low == 750)
    #expect(range.high == 1250)
    #expect(ExpectedRange(code, prior: nil, catalogue: catalogue).high == 1_000_000)
  }

  @Test func lastFiguresPreferAValue() throws {
    let adults = try #require(catalogue.variableID("adults"))
    let code = TemplateCode(variable: adults, breakdown: .total, catalogue: catalogue)
    var prior = PriorValues()
    prior.add(nil, .missing, of: adults, year: 2024)
    prior.add(990, of: adults, year: 2022)
    prior.add(995, of: adults, year: 2026)
    #expect(prior.latest(code, upTo: 2025)?.value == 990)
    #expect(PriorValues().latest(code, upTo: 2025) == nil)
  }

  /// The last figure is the year's own, a pooled one where there is none.
  @Test(arguments: [([990.0, 950], 990.0), ([nil, 950], 950)] as [([Double?], Double)])
  func lastFiguresAreThoseOfTheYear(_ figures: [Double?], _ expected: Double) throws {
    let adults = try #require(catalogue.variableID("adults"))
    var builder = ObservationBuilder(catalogue)
    for (value, span) in zip(figures, [1, 3]) { builder.add("adults", value, year: 2024, span: span) }
    let prior = PriorValues(builder.set(), of: CityID(0))
    let code = TemplateCode(variable: adults, breakdown: .total, catalogue: catalogue)
    #expect(prior.latest(code, upTo: 2025)?.value == expected)
  }

  @Test func metaSurvivesItsSheet() throws {
    let rows = [TemplateMeta.Row(code: "adults", label: "ผู้ใหญ่", unit: "คน", prior: ["1,000", ""])]
    let meta = TemplateMeta(
      identity: TemplateIdentity(city: "xx-a", round: "demo/2026"), framework: "small", years: [2024, 2025],
      comparisonYear: 2023, language: .both, generated: "2026-07-01", schemaChecksum: "s", rows: rows)
    #expect(TemplateMeta(lines: meta.lines) == meta)
    #expect(meta.isIntact)
  }
}
