import Catalogue
import GNLCTestSupport
import Testing
import Vocabulary

@testable import Validation

/// Each rule finds its failing examples and leaves its passing ones alone. The same examples are the documentation.
@Suite struct ExampleTests {
  static let codes: [FindingCode] = RuleCatalogue.rules.map { type(of: $0).code }
  let catalogue: Catalogue

  init() throws {
    catalogue = try #require(Repository.catalogue.catalogue, "\(Repository.catalogue.faults.prefix(5))")
  }

  private func rule(_ code: FindingCode) throws -> any Rule.Type {
    try #require(RuleCatalogue.rules.map { type(of: $0) as any Rule.Type }.first { $0.code == code })
  }

  @Test func fortyRulesAndMoreWithCodesOfTheirOwn() {
    #expect(Self.codes.count >= 40)
    #expect(Set(Self.codes).count == Self.codes.count)
  }

  @Test(arguments: codes) func examplesCanBeRead(_ code: FindingCode) throws {
    let rule = try rule(code)
    #expect(!rule.passing.isEmpty)
    #expect(!rule.failing.isEmpty)
    for example in rule.passing + rule.failing {
      #expect(example.faults == [])
      #expect(example.round(in: catalogue) != nil, "\(example.rows.map(\.variable))")
    }
  }

  @Test(arguments: codes) func passingExamplesAreLeftAlone(_ code: FindingCode) throws {
    for example in try rule(code).passing {
      #expect(example.findings(in: catalogue).filter { $0.code == code } == [])
    }
  }

  @Test(arguments: codes) func failingExamplesAreFound(_ code: FindingCode) throws {
    for example in try rule(code).failing {
      let findings = example.findings(in: catalogue).filter { $0.code == code }
      #expect(!findings.isEmpty, "\(example.rows)")
    }
  }

  /// A finding carries every detail that its texts name, in both languages, and no other.
  @Test(arguments: codes) func findingsCarryTheDetailsOfTheirTexts(_ code: FindingCode) throws {
    let text = try #require(catalogue.texts.findings[code])
    for example in try rule(code).failing {
      for finding in example.findings(in: catalogue) where finding.code == code {
        #expect(Set(finding.details.keys) == Set(text.details))
        #expect(finding.origin.file == "example.csv")
        #expect(finding.origin.row != nil)
        #expect(!finding.origin.city.isEmpty)
        #expect(!finding.origin.variable.isEmpty)
      }
    }
  }

  /// What the city has explained in a note is information; only what the note cannot mend stays as it is.
  @Test(arguments: codes) func aNoteExplains(_ code: FindingCode) throws {
    let rule = try rule(code)
    let severity = catalogue.texts.severity(of: code)
    for example in rule.failing where rule.noteEffect != .none && code != "C037" && code != "C038" {
      let noted = example.withNotes("explained by the city")
      let findings = noted.findings(in: catalogue).filter { $0.code == code }
      #expect(!findings.isEmpty)
      let isExplained = severity == .warning || rule.noteEffect == .explainsErrors
      for finding in findings {
        #expect(finding.isExplained == isExplained)
        #expect(catalogue.texts.severity(of: finding) == (isExplained ? .info : severity))
        #expect(catalogue.texts.message(of: finding).english.hasSuffix("(explained in the note)") == isExplained)
      }
    }
  }

  /// The slug is the rule's name in words.
  @Test(arguments: codes) func slugsAreTheNamesOfRules(_ code: FindingCode) throws {
    let name = "\(try rule(code))"
    let words = name.reduce(into: "") { word, letter in
      word += letter.isUppercase ? "-\(letter.lowercased())" : String(letter)
    }
    #expect(catalogue.texts.findings[code]?.slug == String(words.dropFirst()))
  }
}
