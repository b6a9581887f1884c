import ArgumentParser
import Catalogue
import Foundation
import Rounds
import Vocabulary

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell what is wrong with submissions, and how to mend it.",
    discussion: """
      Nothing is published and nothing is changed. Every problem is told at once, with its sheet and cell.

      Examples:
        gnlc check Inputs/demo/2026/submissions/xx-a.xlsx
        gnlc check --language th --programme gnlc th-phayao.xlsx
        gnlc check --json *.xlsx
      """)

  @Argument(help: "Submissions: .xlsx or .csv.") var files: [String]
  @OptionGroup var workspaceOption: WorkspaceOption
  @Option(help: "The programme whose cities may report; without it, those of all programmes.") var programme: String?
  @Option(help: "Language of the messages: en or th.") var language: LanguageName = .en
  @Flag(help: "Print findings as JSON Lines.") var json = false
  @Flag(name: .shortAndLong, help: "Print findings only.") var quiet = false

  func run() throws {
    try reportingErrors {
      let check = try FileCheck(workspace: workspaceOption.open(), programme: programme)
      let printer = FindingPrinter(texts: check.catalogue.texts, language: language.language)
      var hasErrors = false
      for file in files {
        let outcome = check.check(file)
        for finding in outcome.findings {
          if json { try Console.json(printer.record(finding)) } else { Console.output(printer.text(finding)) }
          if check.catalogue.texts.severity(of: finding) == .error { hasErrors = true }
        }
        if !json, !quiet { Console.output(printer.summary(outcome)) }
      }
      if hasErrors { throw ExitCode.partial }
    }
  }
}
