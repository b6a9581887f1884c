import ArgumentParser
import Rounds

struct WarehouseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "warehouse",
    abstract: "Compare or make anew the database of a programme's published rounds.",
    discussion: """
      Reports/<programme>/warehouse.sqlite holds what the rounds of a programme published:
      figures, findings, scores, changes, with views for common questions. Every run brings it
      up to date. It is read only: what another program changes in it is lost. Any program
      that reads SQLite opens it; the table documentation says what every column means.

      Examples:
        gnlc warehouse check                 is it what is published, row by row?
        gnlc warehouse rebuild demo          make it anew from the published files
        sqlite3 -header -column Reports/demo/warehouse.sqlite 'SELECT * FROM coverage_by_city'
      """,
    subcommands: [Check.self, Rebuild.self])

  /// Programmes by name; those with something published without any.
  private static func chosen(_ names: [String], in workspace: Workspace) throws(RoundsError) -> [String] {
    if let unknown = names.first(where: { !workspace.programmes.contains($0) }) {
      throw RoundsError(
        .noInput, "no programme is called \(unknown)",
        cure: "there are: \(workspace.programmes.joined(separator: ", "))")
    }
    guard names.isEmpty else { return names }
    var published: [String] = []
    for programme in workspace.programmes {
      let rounds = try workspace.rounds(of: programme)
      if rounds.contains(where: { workspace.isPublished(.init(programme: programme, round: $0)) }) {
        published.append(programme)
      }
    }
    guard !published.isEmpty else { throw RoundsError(.noInput, "nothing is published", cure: "gnlc run") }
    return published
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compare the database row by row with the published files.",
      discussion: """
        Exits with 65 where it is not what is published; the next run, or rebuild, mends it.

        Examples:
          gnlc warehouse check                 every programme
          gnlc warehouse check demo
        """)

    @Argument(help: "Programmes; all that have something published without any.", completion: Completion.programmes)
    var programmes: [String] = []
    @OptionGroup var workspaceOption: WorkspaceOption

    func run() throws {
      try reportingErrors {
        let workspace = try workspaceOption.open()
        var isAsPublished = true
        for programme in try WarehouseCommand.chosen(programmes, in: workspace) {
          let warehouse = ProgrammeWarehouse(workspace: workspace, programme: programme)
          let problems = try warehouse.problems()
          if problems.isEmpty {
            Console.output("\(warehouse.path)  holds what is published")
          } else {
            isAsPublished = false
            Console.output("\(warehouse.path)  \(problems.count == 1 ? "1 problem" : "\(problems.count) problems")")
            for problem in problems { Console.output("  \(problem)") }
          }
        }
        if !isAsPublished { throw ExitCode.partial }
      }
    }
  }

  struct Rebuild: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make the database anew from the published files.",
      discussion: """
        The file that is there stays until the new one is whole.

        Examples:
          gnlc warehouse rebuild demo
        """)

    @Argument(help: "Programmes; all that have something published without any.", completion: Completion.programmes)
    var programmes: [String] = []
    @OptionGroup var workspaceOption: WorkspaceOption

    func run() throws {
      try reportingErrors {
        let workspace = try workspaceOption.open()
        for programme in try WarehouseCommand.chosen(programmes, in: workspace) {
          let outcome = try ProgrammeWarehouse(workspace: workspace, programme: programme).rebuild()
          WarehousePrinter.tell(outcome, isQuiet: false)
        }
      }
    }
  }
}
