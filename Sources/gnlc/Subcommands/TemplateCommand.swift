import ArgumentParser
import Rounds

struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Write the workbooks that cities fill in.",
    discussion: """
      One workbook a city: what is asked, in Thai and English, with the last round's values beside the cells to fill. The filled
      workbook is a submission: put it into the round's submissions folder.

      Examples:
        gnlc template gnlc/2026 --city th-phayao --out templates
        gnlc template gnlc/2026 --all --language th --out templates
      """)

  @Argument(help: "The round, as programme/round.", completion: Completion.oneRound) var round: String
  @Option(help: "Id of a city; may be given several times.", completion: Completion.cities) var city: [String] = []
  @Flag(help: "Every member city of the round.") var all = false
  @Option(
    help: ArgumentHelp(
      "Language of the workbook: th, en or both (Thai first).",
      discussion: "Without it each city's own: the column languages of cities.csv, else those of the programme."),
    completion: .list(["th", "en", "both"]))
  var language: String?
  @Option(help: "The folder to write to.", completion: .directory) var out = "."
  @OptionGroup var workspaceOption: WorkspaceOption
  @OptionGroup var runDate: RunDateOption

  func validate() throws {
    guard all != !city.isEmpty else { throw ValidationError("name cities with --city, or all with --all") }
    guard ["th", "en", "both"].contains(language ?? "both") else {
      throw ValidationError("--language is th, en or both")
    }
  }

  func run() throws {
    try reportingErrors {
      let workspace = try workspaceOption.open()
      for name in try RoundSelection(workspace: workspace).resolve([round]) {
        let issue = try TemplateIssue(workspace: workspace, name: name, date: runDate.date())
        for file in try issue.write(cities: city, language: language, to: out) { Console.output("\(out)/\(file)") }
      }
    }
  }
}
