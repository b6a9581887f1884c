import Catalogue
import Foundation
import GNLCTestSupport
import Testing

/// Every fault is told with its file and line, all of them in one pass.
@Suite struct FaultTests {
  /// Loads the small catalogue with one text replaced in one file.
  private func faults(_ part: WritableKeyPath<SmallCatalogue, String>, _ old: String, _ new: String) -> [CatalogueFault]
  {
    var catalogue = SmallCatalogue()
    #expect(catalogue[keyPath: part].contains(old), "the test's own text is stale: \(old)")
    catalogue[keyPath: part] = catalogue[keyPath: part].replacingOccurrences(of: old, with: new)
    return catalogue.load().faults
  }

  @Test func theSmallCatalogueHasNone() {
    #expect(SmallCatalogue().load().faults == [])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var part: @Sendable () -> WritableKeyPath<SmallCatalogue, String>
    var old: String
    var new: String
    var message: String
    var line: Int
    var testDescription: String { message }
  }

  static let cases: [Case] = [
    Case(
      part: { \.indicators }, old: "numerator: literate,", new: "numerator: litrate,",
      message: "unknown variable `litrate`; one with a similar name exists: `literate`", line: 3),
    Case(
      part: { \.indicators }, old: "numerator: literate, denominator: adults",
      new: "numerator: libraries, denominator: adults",
      message: "places divided by persons does not give percent", line: 3),
    Case(
      part: { \.indicators }, old: "numerator: literate,", new: "numerator: [literate, libraries],",
      message: "a sum of different quantities: persons, places", line: 3),
    Case(
      part: { \.indicators }, old: "unit: percent, direction: increase", new: "unit: years, direction: increase",
      message: "a formula cannot result in the unit `years`, which has no `ratio`", line: 3),
    Case(
      part: { \.indicators }, old: "{goalposts: [0, 15]}", new: "{goalposts: [15, 0]}",
      message: "`goalposts` is the wrong way round: 15.0 is not below 0.0", line: 4),
    Case(
      part: { \.indicators }, old: "id: review", new: "id: mean_schooling",
      message: "the indicator `mean_schooling` is defined already at Indicators/indicators/a.yaml:4", line: 5),
    Case(
      part: { \.indicators }, old: "label: {en: Literacy, th: การรู้หนังสือ}", new: "label: {en: Literacy}",
      message: "no Thai translation", line: 3),
    Case(
      part: { \.indicators }, old: "direction: increase, compute: {rating",
      new: "direction: decrease, compute: {rating",
      message: "the direction `decrease` does not fit the kind of score", line: 5),
    Case(
      part: { \.indicators }, old: "parity: literacy_rate", new: "parity: literacy",
      message: "unknown indicator `literacy`", line: 6),
    Case(
      part: { \.indicators }, old: "dimension: sex, of: F", new: "dimension: sex, of: X",
      message: "`X` is no code of `sex`", line: 6),
    Case(
      part: { \.indicators }, old: "benefits: [individual]", new: "benefits: [everybody]",
      message: "unknown level of benefit `everybody`", line: 3),
    Case(
      part: { \.variables }, old: "id: literate,", new: "id: Literate,",
      message: "`Literate` is no id: lower-case letters, digits and `_`, a letter first", line: 4),
    Case(
      part: { \.variables }, old: "id: libraries", new: "id: adults",
      message: "the variable `adults` is defined already at Indicators/variables/a.yaml:3", line: 9),
    Case(
      part: { \.variables }, old: "unit: years", new: "unit: yeers",
      message: "unknown unit `yeers`; a unit with a similar name exists: `years`", line: 5),
    Case(
      part: { \.variables }, old: "range: [0, 20]", new: "rnge: [0, 20]",
      message: "unknown key `rnge`; a key with a similar name exists: `range`", line: 5),
    Case(
      part: { \.rules }, old: "complete_dimensions: [sex, level]", new: "complete_dimensions: [sex, zone]",
      message: "unknown dimension `zone` under `complete_dimensions`", line: 1),
    Case(
      part: { \.rules }, old: "{adults: {parts: [literate]}}", new: "{adults: {parts: [litrate]}}",
      message: "unknown variable `litrate`; one with a similar name exists: `literate`", line: 1),
    Case(
      part: { \.rules }, old: "statuses_with_note: [B, E]", new: "statuses_with_note: [B, Z]",
      message: "`Z` is no status of SDMX", line: 11),
    Case(
      part: { \.rules }, old: "minimum_sample: 100", new: "minimum_sample: -1",
      message: "`minimum_sample` must not be negative", line: 13),
    Case(
      part: { \.framework }, old: "indicators: [literacy_rate]", new: "indicators: []",
      message: "`1.1` has no indicators; list some, or say why in `not_for_city`", line: 10),
    Case(
      part: { \.framework }, old: "code: \"1.2\"", new: "code: \"1.1\"",
      message: "the code `1.1` stands already at line 10", line: 11),
    Case(
      part: { \.framework }, old: "indicators: [mean_schooling, review]", new: "indicators: [mean_schoolng]",
      message: "unknown indicator `mean_schoolng`; one with a similar name exists: `mean_schooling`", line: 11),
    Case(
      part: { \.method }, old: "base_year: 2015", new: "base_year: 2040",
      message: "`base_year` must lie before `target_year`", line: 9),
    Case(
      part: { \.findings }, old: "unknown {seen}", new: "unknown {what}",
      message: "C001: the english text uses {what}, which is not among its details", line: 3),
    Case(
      part: { \.findings }, old: "unknown {seen}", new: "unknown[ {seen}",
      message: "C001: the english text has square brackets that are no single proposal of {near}", line: 3),
    Case(
      part: { \.codes }, old: "decimals: 3", new: "decimals: 3, decimals: 2",
      message: "not valid YAML: the key `decimals` stands twice", line: 7),
  ]

  @Test(arguments: cases) func faultIsTold(_ test: Case) {
    let found = faults(test.part(), test.old, test.new)
    #expect(found.contains { $0.message.contains(test.message) && $0.line == test.line }, "\(found)")
  }

  /// A programme's own codes stand beside the shipped ones and do not change them.
  @Test(arguments: [
    (
      "units:\n  persons: {label: {en: p, th: p}, name: {en: p, th: p}, kind: count, decimals: 0}",
      "the unit `persons` is defined already at Indicators/codes.yaml:4"
    ),
    (
      "dimensions:\n  level: {label: {en: Level, th: ระดับ}, codes: {PRI: {label: {en: Primary, th: ประถม}}}}",
      "the dimension `level` is defined already at Indicators/codes.yaml:"
    ),
    (
      "lists:\n  benefit_levels: {label: {en: Benefit, th: ประโยชน์}, codes: {all: {label: {en: All, th: ทุกคน}}}}",
      "the list `benefit_levels` is defined already at Indicators/codes.yaml:"
    ),
  ])
  func codesDefinedTwice(_ text: String, _ message: String) {
    let own = CatalogueFile(path: "Inputs/demo/catalogue/codes.yaml", text: "format: 1\n\(text)\n")
    let outcome = CatalogueLoader.load(SmallCatalogue().files + [own])
    #expect(outcome.faults.map(\.file) == [own.path])
    #expect(outcome.faults.map(\.line) == [3])
    #expect(outcome.faults.allSatisfy { $0.message.hasPrefix(message) })
    #expect(outcome.catalogue?.dimension("level")?.list.codes.count == 2, "the first definition stays")
  }

  @Test func allFaultsComeAtOnce() {
    var catalogue = SmallCatalogue()
    catalogue.indicators = catalogue.indicators.replacingOccurrences(
      of: "{goalposts: [0, 15]}", with: "{goalposts: [15, 0]}")
    catalogue.variables = catalogue.variables.replacingOccurrences(of: "unit: years", with: "unit: yeers")
    catalogue.framework = catalogue.framework.replacingOccurrences(of: "[literacy_rate]", with: "[literacy]")
    let files = Set(catalogue.load().faults.map(\.file))
    #expect(
      files == ["Indicators/indicators/a.yaml", "Indicators/variables/a.yaml", "Indicators/frameworks/small.yaml"])
  }

  @Test func aFileInAPlaceThatMeansNothingIsAFault() {
    let outcome = CatalogueLoader.load(
      SmallCatalogue().files + [CatalogueFile(path: "Indicators/notes.yaml", text: "a: 1")])
    #expect(outcome.faults.map(\.file) == ["Indicators/notes.yaml"])
  }

  /// Each with what to do: a newer file wants a newer program, an older one a hand.
  @Test(arguments: [("format: 2", "install that one"), ("format: 0", "upgrading.md")])
  func aFormatOfAnotherVersionIsRefused(_ line: String, _ cure: String) {
    #expect(
      faults(\.rules, "format: 1", line).contains {
        $0.message.hasPrefix("\(line.replacing(":", with: "")) is not read by this version")
          && $0.message.contains(cure)
      })
  }
}
