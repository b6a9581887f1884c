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
        gnlc init valley                     start a programme of your own
        gnlc run                             run every open round of the workspace
        gnlc run demo/2026                   run one round
        gnlc check th-phayao.xlsx            tell what is wrong with a file, and how to mend it
        gnlc template gnlc/2026 --all        write the workbooks that cities fill in
        gnlc explain C012                    explain a finding
        gnlc methods escap                   explain a method of scoring or of judging progress
        gnlc round status                    where each round stands; freeze makes one final
        gnlc verify                          compare the published files with what was recorded
        gnlc diff 2026-b54c87fe858f demo/2026   changed cells of two releases, and why
        gnlc doctor                          tell whether this machine is fit for a run
        gnlc catalogue check                 tell every fault of the catalogue, with file and line
        gnlc demo --cities 20 --years 5 --out demo-workspace

      Exit codes:
        0   done (warnings allowed)          70  a fault of this program; nothing published
        64  wrong use of the command         73  an output cannot be created
        65  published, but at least one      74  an output cannot be written (disk full)
            input was rejected or held back  75  another run is at work
        66  no input found or readable       78  a catalogue or workspace file has faults
                                             130, 143  stopped by SIGINT, SIGTERM
      """,
    version: programVersion,
    subcommands: [
      InitCommand.self, RunCommand.self, CheckCommand.self, TemplateCommand.self, RulesCommand.self,
      ExplainCommand.self,
      MethodsCommand.self, RoundCommand.self, VerifyCommand.self, DiffCommand.self, PruneCommand.self,
      DoctorCommand.self,
      CatalogueCommand.self,
      DemoCommand.self,
    ])
}
