import Catalogue
import Foundation
import GNLCTestSupport
import Testing
import Vocabulary

/// What the shipped catalogue must hold.
@Suite struct ShippedCatalogueTests {
  let catalogue: Catalogue

  init() throws {
    #expect(Repository.catalogue.faults.isEmpty, "\(Repository.catalogue.faults.prefix(10))")
    catalogue = try #require(Repository.catalogue.catalogue)
  }

  @Test(arguments: [
    ("key-features", [3, 12, 42], 59), ("mechanisms", [4, 15], 15), ("city-administrator", [1, 7], 7),
  ])
  func frameworkIsWhole(_ id: String, _ counts: [Int], _ indicators: Int) throws {
    let framework = try #require(catalogue.framework(id))
    #expect(framework.levels.indices.map { framework.nodes(atDepth: $0).count } == counts)
    #expect(framework.allIndicators.count == indicators)
  }

  @Test func sdg4HasTenTargetsAndAllCodes() throws {
    let framework = try #require(catalogue.framework("sdg4"))
    let targets = framework.nodes(atDepth: 0).map { framework.nodes[$0].code }.filter { $0 != "FFA" }
    #expect(targets == ["4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7", "4.a", "4.b", "4.c"])
    let codes = framework.nodes(atDepth: 1).map { framework.nodes[$0].code }.filter { $0.hasPrefix("4.") }
    #expect(codes.count == 46)
    #expect(Set(codes).count == 46)
  }

  /// The course has 45 hours: 6 + 6 + 6 + 6 + 9 + 6 + 6.
  @Test func courseHours() throws {
    let framework = try #require(catalogue.framework("city-administrator"))
    let hours = framework.nodes.filter { !$0.indicators.isEmpty }.map(\.weight)
    #expect(hours.reduce(0, +) == 45)
    #expect(hours.sorted() == [6, 6, 6, 6, 6, 6, 9])
  }

  /// The Key Features were recalled, not compared with the document; nobody may forget it.
  @Test func keyFeaturesAreMarkedUnverified() throws {
    let framework = try #require(catalogue.framework("key-features"))
    #expect(!framework.source.verified)
    #expect(framework.source.note != nil)
    #expect(framework.allIndicators.allSatisfy { !catalogue[$0].attestation.verified })
  }

  @Test func noTargetIsInvented() throws {
    let framework = try #require(catalogue.framework("sdg4"))
    for node in framework.nodes {
      for open in ["4.3.1", "4.4.1", "4.a.1", "4.c.1"] where node.code.hasPrefix(open) { #expect(node.goal == nil) }
    }
  }

  @Test func everyListOfTheBrochureIsThere() {
    #expect(catalogue.list("benefit_levels")?.codes.count == 4)
    #expect(catalogue.list("development_tools")?.codes.isEmpty == false)
    #expect(catalogue.list("strands")?.codes.count == 3)
  }

  /// A spreadsheet would run a text that begins like a formula.
  @Test func noTextBeginsLikeAFormula() {
    var texts: [LocalizedText] = catalogue.indicators.flatMap { [$0.label, $0.definition] }
    texts += catalogue.variables.flatMap { [$0.label, $0.definition, $0.question] }
    texts += catalogue.frameworks.flatMap { $0.nodes.map(\.label) }
    texts += catalogue.texts.reports.values
    for text in texts {
      for language in Language.allCases {
        #expect(text[language].first.map { !"=+-@".contains($0) } ?? true, "\(text[language])")
      }
    }
  }

  /// Each finding's texts are rendered with exactly its details: no placeholder is left.
  @Test func everyFindingRenders() {
    for text in catalogue.texts.findings.values {
      let details = Dictionary(uniqueKeysWithValues: text.details.map { ($0, "X") })
      let finding = Finding(text.code, at: .init(), details)
      for rendered in [catalogue.texts.message(of: finding), catalogue.texts.fix(of: finding)] {
        for language in Language.allCases {
          #expect(!rendered[language].contains { "{[".contains($0) }, "\(text.code)")
        }
      }
    }
  }

  /// What an older workspace lacks is named; its own texts are not counted.
  @Test func missingTexts() {
    var texts = catalogue.texts
    #expect(texts.missing.isEmpty)
    #expect(texts.whatIsMissing == nil)
    texts.reports["own.words"] = LocalizedText(same: "own")
    texts.findings["R009"] = nil
    texts.reports["list.rest.cities"] = nil
    #expect(texts.missing == ["R009", "list.rest.cities"])
    #expect(texts.whatIsMissing?.hasSuffix("R009, list.rest.cities") == true)
  }

  /// A proposal is left out where there is none, with the words around it.
  @Test(arguments: [
    ("th-phayao", "the city th-phayo is not in the registry; a similar id: th-phayao", "such as th-phayao"),
    ("", "the city th-phayo is not in the registry", "(cities.csv)"),
  ])
  func proposals(near: String, message: String, endOfFix: String) {
    let finding = Finding("C001", at: .init(), ["seen": "th-phayo", "near": near])
    #expect(catalogue.texts.message(of: finding).english == message)
    #expect(catalogue.texts.fix(of: finding).english.hasSuffix(endOfFix))
    #expect(catalogue.texts.message(of: finding).thai.contains("[") == false)
  }

  /// A text from before proposals could be left out.
  @Test func proposalOutsideOfBrackets() {
    var texts = catalogue.texts
    texts.findings["C001"]?.message = LocalizedText(
      english: "no {seen}; similar: {near}", thai: "ไม่มี {seen} ใกล้เคียง: {near}")
    let finding = Finding("C001", at: .init(), ["seen": "x", "near": ""])
    #expect(texts.message(of: finding).english == "no x; similar: –")
  }
}
