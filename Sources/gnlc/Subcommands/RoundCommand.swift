import ArgumentParser
import Rounds

struct RoundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "round",
    abstract: "Tell where rounds stand; open and freeze them.",
    discussion: """
      A frozen round is final: its inputs, catalogue and method are copied and pinned under
      Inputs/<programme>/<round>/frozen/. A later change to any of its files is an error that
      names the file, in every run that reads the round.

      Examples:
        gnlc round status
        gnlc round freeze demo/2026 --reason "approved by the steering committee"
        gnlc round diff demo/2026            # what changed since the release
        gnlc round open demo/2026 --reason "city D sent a corrected workbook"
      """,
    subcommands: [Status.self, Diff.self, Freeze.self, Open.self], defaultSubcommand: Status.self)

  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Where each round stands.",
      discussion: """
        Examples:
          gnlc round status
          gnlc round status demo --json
        """)
    @Argument(
      help: "Rounds as programme/round, or programmes; all of them without any.", completion: Completion.rounds)
    var rounds: [String] = []
    @Flag(help: "Print one JSON object for each round.") var json = false
    @OptionGroup var workspaceOption: WorkspaceOption

    func run() throws {
      try reportingErrors {
        let workspace = try workspaceOption.open()
        for name in try RoundSelection(workspace: workspace).all(rounds) {
          let status = try RoundStatus(name, in: workspace)
          if json { try Console.json(status) } else { Console.output(text(status)) }
        }
      }
    }

    private func text(_ status: RoundStatus) -> String {
      let pinned = status.isPinned ? ", pinned" : status.state == "frozen" ? ", not pinned" : ""
      let release = status.run.map { "\($0) of \(status.published ?? "")" } ?? "none"
      let changes =
        status.run == nil
        ? "" : status.changes.isEmpty ? ", inputs unchanged since" : ", \(status.changes.count) inputs changed since"
      return """
        \(status.programme)/\(status.round)  \(status.state)\(pinned)
          reference year  \(status.referenceYear)
          open            \(status.opens ?? "–") to \(status.closes ?? "–")
          submissions     \(status.submissions)
          release         \(release)\(changes)
        """
    }
  }

  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The inputs that changed since the round's release was made.",
      discussion: """
        Exits with 0 where nothing changed, with 1 where something did.

        Examples:
          gnlc round diff demo/2026
        """)
    @Argument(help: "The round as programme/round.", completion: Completion.oneRound) var round: String
    @Flag(help: "Print one JSON object for each input.") var json = false
    @OptionGroup var workspaceOption: WorkspaceOption

    func run() throws {
      try reportingErrors {
        let workspace = try workspaceOption.open()
        var changed = false
        for name in try RoundSelection(workspace: workspace).all([round]) {
          let status = try RoundStatus(name, in: workspace)
          if status.run == nil { Console.message("gnlc: \(name) has no release yet") }
          for change in status.changes {
            changed = true
            if json { try Console.json(change) } else { Console.output("\(change.kind.rawValue)\t\(change.path)") }
          }
        }
        if changed { throw ExitCode(1) }
      }
    }
  }

  struct Freeze: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a round final: pin its inputs, catalogue and method, and publish its last release.",
      discussion: """
        Examples:
          gnlc round freeze demo/2026 --reason "approved by the steering committee"
        """)
    @Argument(help: "The round as programme/round.", completion: Completion.oneRound) var round: String
    @Option(
      help:
        "Why, or by whose authority; kept in the programme's log. Needed before the round's last day and while errors are open."
    )
    var reason = ""
    @OptionGroup var workspaceOption: WorkspaceOption
    @OptionGroup var runDate: RunDateOption

    func run() throws {
      try reportingErrors {
        let workspace = try workspaceOption.open()
        let name = try RoundSelection(workspace: workspace).one(round)
        let summary = try RoundFreezing(workspace: workspace, name: name, date: try runDate.date())
          .freeze(reason: reason)
        Console.output("\(round) is frozen; its final release is \(summary.runID) in \(summary.folder)/")
        if summary.isPartial { throw ExitCode.partial }
      }
    }
  }

  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Let a round take submissions: a planned one, or a frozen one again.",
      discussion: """
        Examples:
          gnlc round open demo/2026 --reason "city D sent a corrected workbook"
        """)
    @Argument(help: "The round as programme/round.", completion: Completion.oneRound) var round: String
    @Option(help: "Why a frozen round is opened again; kept in the programme's log.") var reason = ""
    @OptionGroup var workspaceOption: WorkspaceOption
    @OptionGroup var runDate: RunDateOption

    func run() throws {
      try reportingErrors {
        let workspace = try workspaceOption.open()
        let name = try RoundSelection(workspace: workspace).one(round)
        try RoundFreezing(workspace: workspace, name: name, date: try runDate.date()).open(reason: reason)
        Console.output("\(round) is open")
      }
    }
  }
}
