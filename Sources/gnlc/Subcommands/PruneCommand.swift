import ArgumentParser
import Rounds

struct PruneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Remove releases that no round shows any more, and the cache of runs.",
    discussion: """
      The release that a round shows always stays. What was removed stands in the programme's log.
      The cache goes, too: the next run parses and writes everything, and makes the same files.

      Examples:
        gnlc prune --dry-run
        gnlc prune demo --keep 2
      """)

  @Argument(help: "Programmes; all of them without any.", completion: Completion.programmes) var programmes: [String] =
    []
  @Option(help: "How many releases of each round stay besides the one shown.") var keep = 5
  @Flag(help: "Only tell what would be removed.") var dryRun = false
  @OptionGroup var workspaceOption: WorkspaceOption
  @OptionGroup var runDate: RunDateOption

  func validate() throws {
    guard keep >= 0 else { throw ValidationError("--keep wants 0 or more") }
  }

  func run() throws {
    try reportingErrors {
      let workspace = try workspaceOption.open()
      let chosen = programmes.isEmpty ? workspace.programmes : programmes
      if let unknown = chosen.first(where: { !workspace.programmes.contains($0) }) {
        throw RoundsError.unknown("programme", unknown, among: workspace.programmes)
      }
      let pruning = Pruning(workspace: workspace, kept: keep)
      for programme in chosen {
        let cache = pruning.cacheBytes(programme: programme)
        let found =
          dryRun
          ? pruning.candidates(programme: programme) : try pruning.prune(programme: programme, date: runDate.date())
        let verb = dryRun ? "would remove" : "removed"
        for candidate in found {
          Console.output("\(verb) \(programme)/.releases/\(candidate.run), \(Readable.size(candidate.bytes))")
        }
        if cache > 0 { Console.output("\(verb) \(programme)/.cache, \(Readable.size(cache))") }
        if found.isEmpty, cache == 0 { Console.output("\(programme): nothing to remove") }
      }
    }
  }
}
