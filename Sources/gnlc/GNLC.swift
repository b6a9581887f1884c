import ArgumentParser
import Rounds

/// The command line over `Rounds`: arguments in, text and exit code out.
@main
struct GNLC: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gnlc",
    abstract: "Monitor the learning cities of the UNESCO Global Network of Learning Cities.",
    discussion: """
      Examples:
        gnlc init valley                         start a programme of your own
        gnlc demo --cities 20 --out try          make a workspace of fictional cities
        gnlc run                                 run every open round
        gnlc run demo/2026                       run one round
        gnlc template gnlc/2026 --all            write what cities fill in
        gnlc check th-phayao.xlsx                tell what is wrong with a file
        gnlc explain C012                        explain a finding
        gnlc what-if xx-a --round demo/2026      what another value would do
        gnlc methods escap                       explain a method
        gnlc round status                        where each round stands
        gnlc verify                              is everything as it was?
        gnlc diff 2026-b54c87fe858f demo/2026    changed cells, and why
        gnlc warehouse check                     does the database hold it?
        gnlc doctor                              is this machine fit for a run?
        gnlc catalogue check                     every fault, with its line

      Exit codes:
      \(ExitStatus.all.map { "  \($0.code)\($0.code < 10 ? "   " : "  ")\($0.meaning)" }.joined(separator: "\n"))

      The man page gnlc(1) has all of this, the environment and the files.
      """,
    version: versionText,
    subcommands: [
      InitCommand.self, RunCommand.self, CheckCommand.self, TemplateCommand.self, RulesCommand.self,
      ExplainCommand.self, WhatIfCommand.self, MethodsCommand.self, RoundCommand.self, VerifyCommand.self,
      DiffCommand.self, WarehouseCommand.self, PruneCommand.self, DoctorCommand.self, CatalogueCommand.self,
      DemoCommand.self, ManualCommand.self,
    ])

  /// The program's version on the first line, for scripts; below it what it runs with, for reports of faults.
  static var versionText: String {
    (["gnlc \(programVersion)"] + Libraries.versions.map { "\($0.name) \($0.version)" }).joined(separator: "\n")
  }

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let code = exitCode(for: error)
      guard !code.isSuccess, let slip = Misspelling(CommandLine.arguments.dropFirst(), of: self) else {
        exit(withError: error)
      }
      if code == .validationFailure { exit(withError: ValidationError(slip.text)) }
      Console.message("  \(slip.text)")
      exit(withError: error)
    }
  }
}
