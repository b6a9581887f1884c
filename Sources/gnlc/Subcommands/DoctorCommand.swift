import ArgumentParser
import Rounds

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Tell whether this machine and workspace are fit for a run.",
    discussion: """
      Looks at the libraries, permissions, space, the catalogue and the programmes, and runs a
      small demonstration round twice. A job that runs once a year wants this once a month.
      Exits with 78 where something would stop a run.

      Examples:
        gnlc doctor
        gnlc doctor --quick --json
      """)

  @Flag(help: "Without the demonstration round.") var quick = false
  @Flag(help: "Print one JSON object.") var json = false
  @OptionGroup var colour: ColourOption
  @OptionGroup var workspaceOption: WorkspaceOption

  func run() throws {
    try reportingErrors {
      let health = HealthCheck(try workspaceOption.open(), isQuick: quick)
      if json {
        try Console.json(health)
      } else {
        let palette = colour.palette
        for item in health.items {
          let word =
            switch item.state {
            case .ok: palette.paint("ok", .green) + "      "
            case .warning: palette.paint("warning", .yellow) + " "
            case .error: palette.paint("ERROR", .red) + "   "
            }
          Console.output("\(word) \(item.subject): \(item.detail)")
          if !item.cure.isEmpty { Console.output("         → \(item.cure)") }
        }
      }
      if health.worst == .error { throw ExitCode(.configuration) }
    }
  }
}
