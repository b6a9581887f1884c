import ArgumentParser
import Reporting
import Rounds
import Validation
import Vocabulary

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a finding, or where a number comes from.",
    discussion: """
      With a code: what the finding means, how to mend it, an example of each.
      With a city, an indicator and a year: the number's whole way, from file, sheet and cell over the formula to its score.

      Examples:
        gnlc explain C012
        gnlc explain sum-mismatch
        gnlc explain xx-a adult_literacy_rate 2025 --round demo/2026
        gnlc explain xx-a adult_literacy_rate 2025 --by sex=F --language th
      """)

  @Argument(help: "Code or name of a finding; or city, indicator and year.", completion: Completion.subjects)
  var subject: [String]
  @OptionGroup var workspaceOption: WorkspaceOption
  @OptionGroup var runDate: RunDateOption

  @Option(
    help: "The round, as programme/round. Without it: the open round that has the city.",
    completion: Completion.oneRound)
  var round: String?

  @Option(help: ArgumentHelp("A breakdown such as sex=F or age=Y15T24;sex=F.", valueName: "breakdown"))
  var by: String?

  @OptionGroup var language: LanguageOption

  func validate() throws {
    guard subject.count == 1 || subject.count == 3 else {
      throw ValidationError("explain wants a finding's code, or a city, an indicator and a year")
    }
  }

  func run() throws {
    try reportingErrors {
      let workspace = try workspaceOption.open()
      if subject.count == 1 { return try explainFinding(subject[0], workspace) }
      guard let year = Int(subject[2]).map({ 2400...2700 ~= $0 ? $0 - 543 : $0 }), TimePeriod.year(year) != nil else {
        throw ValidationError("\(subject[2]) is no year")
      }
      let explanation = NumberExplanation(workspace: workspace, date: try runDate.date())
      let derivation = try explanation.derivation(
        city: subject[0], indicator: subject[1], year: year, breakdown: by, round: round)
      Console.output(derivation.text(in: language.language).joined(separator: "\n"))
    }
  }

  private func explainFinding(_ code: String, _ workspace: Workspace) throws {
    let rules = RuleCatalogue(try workspace.catalogue())
    guard let entry = rules.entry(code) else {
      let known = rules.entries.flatMap { [$0.code.description, $0.slug] }
      throw RoundsError.unknown("finding", code, among: known, otherwise: "gnlc rules lists them all")
    }
    Console.output(rules.section(entry).drop { $0.isEmpty }.joined(separator: "\n"))
  }
}
