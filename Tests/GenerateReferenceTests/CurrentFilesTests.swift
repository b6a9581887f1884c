import Foundation
import GNLCTestSupport
import Testing

@testable import GenerateReference

/// What is written from source is committed as it would be written now.
@Suite struct CurrentFilesTests {
  @Test func generatedFilesAreCurrent() throws {
    for file in try Reference(root: Repository.root).files() {
      #expect(
        file.isCurrent(below: Repository.root),
        "\(file.path) is stale: run `swift run GenerateReference` and commit what it renews")
    }
  }

  @Test func aRuleIsReadFromItsFile() throws {
    let source = """
      import Vocabulary

      /// A bad thing.
      ///
      /// Finds: all of it,
      /// everywhere.
      struct BadThing: NetworkRule {
        static let code: FindingCode = "X099"
      }
      """
    let rule = try #require(RuleSource(source: source))
    #expect(rule.name == "BadThing")
    #expect(rule.code == "X099")
    #expect(rule.kind == .network)
    #expect(RegistryFile.documentation([rule]).contains("    Finds: all of it, everywhere.\n"))
    #expect(RuleSource(source: "struct Helper {}") == nil)
  }
}
