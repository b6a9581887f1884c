import ArgumentParser
import Rounds
import Validation
import Vocabulary

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List every finding that a check can make.",
    discussion: """
      Examples:
        gnlc rules
        gnlc rules --language th
        gnlc explain C012
      """)

  @OptionGroup var workspaceOption: WorkspaceOption
  @OptionGroup var language: LanguageOption

  func run() throws {
    try reportingErrors {
      let rules = RuleCatalogue(try workspaceOption.open().catalogue())
      for entry in rules.entries {
        Console.output("\(entry.code)\t\(entry.severity.rawValue)\t\(entry.slug)\t\(entry.message[language.language])")
      }
    }
  }
}
