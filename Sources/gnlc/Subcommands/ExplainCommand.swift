import ArgumentParser
import Rounds
import Validation
import Vocabulary

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a finding: what it means, how to mend it, an example of each.",
    discussion: """
      Examples:
        gnlc explain C012
        gnlc explain sum-mismatch
      """)

  @Argument(help: "Code or name of a finding.") var code: String
  @OptionGroup var workspaceOption: WorkspaceOption

  func run() throws {
    try reportingErrors {
      let rules = RuleCatalogue(try workspaceOption.open().catalogue())
      guard let entry = rules.entry(code) else {
        let known = rules.entries.flatMap { [$0.code.description, $0.slug] }
        let near = code.nearest(in: known).map { "one with a similar name exists: \($0)" }
        throw RoundsError(.noInput, "no finding is called \(code)", cure: near ?? "gnlc rules lists them all")
      }
      Console.output(rules.section(entry).drop { $0.isEmpty }.joined(separator: "\n"))
    }
  }
}
