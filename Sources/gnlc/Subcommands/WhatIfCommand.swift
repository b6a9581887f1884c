import ArgumentParser
import Rounds

struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: "Write a workbook that shows what another value of a city would do to its score.",
    discussion: """
      One city's way from values over goalposts and weights to the overall score, as formulas of a spreadsheet: change a cream cell
      and see what moves, beside what was published. The evaluation's workbook has such a page for one city; this writes it for any.

      Examples:
        gnlc what-if xx-a --round demo/2026
        gnlc what-if th-phayao --round gnlc/2026 --language th --out phayao.xlsx
      """)

  @Argument(help: "Id of the city.") var city: String
  @Option(help: "The round, as programme/round. Without it: the open round that has the city.") var round: String?
  @Option(help: "Language: en or th.") var language: LanguageName = .en
  @Option(
    help: ArgumentHelp("The file to write.", discussion: "Without it what-if-<city>-<round>.xlsx.", valueName: "file"))
  var out: String?
  @OptionGroup var workspaceOption: WorkspaceOption
  @OptionGroup var runDate: RunDateOption

  func run() throws {
    try reportingErrors {
      let issue = WhatIfIssue(workspace: try workspaceOption.open(), date: try runDate.date())
      Console.output(try issue.write(city: city, round: round, language: language.language, to: out))
    }
  }
}
