import ArgumentParser
import Foundation
import Rounds
import Vocabulary

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run rounds and publish their reports.",
    discussion: """
      Without a round, every open round of the workspace is run; one that cannot be run
      is told of, and the others are run all the same.

      Reports/<programme>/<round>/ then holds evaluation-<round>.xlsx for evaluators,
      funders-<round>.xlsx for funders, cities/<id>-<round>.xlsx for each reporting
      city, and the CSV files with datapackage.json; workbooks come in every
      language of the programme, the first one under the plain name. A city's card
      has the city's own language first, where the programme has it.

      Reports/<programme>/warehouse.sqlite holds all published rounds, for queries; see
      gnlc warehouse --help.

      Examples:
        gnlc run
        gnlc run demo/2026 gnlc/2026
        gnlc run demo --as-of 2026-11-22 --quiet
        gnlc run demo --no-city-files            # while working on a round
        gnlc run demo --only evaluation,indicators,scores
        gnlc run --dry-run                       # would it run? writes nothing
        gnlc run --quiet --log-format json       # for a collector of logs
        gnlc run demo/2026 --as-known-at 2025 --out then

      With --as-known-at the round is computed from what was submitted up to an earlier
      round only, into a folder of its own: nothing is published, and every page says so.
      `gnlc diff then demo/2026` lists what is known otherwise today.
      """)

  @Argument(
    help: "Rounds as programme/round, or a programme for all of its open rounds.", completion: Completion.rounds)
  var rounds: [String] = []

  @OptionGroup var workspaceOption: WorkspaceOption
  @OptionGroup var runDate: RunDateOption

  @Option(help: ArgumentHelp("Use only what was submitted up to this earlier round.", valueName: "round"))
  var asKnownAt: String?

  @Option(help: "The folder for --as-known-at; it must not exist yet, or be empty.")
  var out: String?

  @Flag(name: .shortAndLong, help: "Say nothing unless something is wrong.")
  var quiet = false

  @Flag(help: "Print one JSON object for each round.")
  var json = false

  @Flag(name: [.customShort("n"), .long], help: "Read, check and compute, but write and publish nothing.")
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      "How work is told on standard error: text, or json for an object a line.", valueName: "text|json"))
  var logFormat = RunLog.Format.text

  @Flag(help: "Leave out the workbooks of single cities (cities/, returned/): several times faster with many cities.")
  var noCityFiles = false

  @Option(
    help: ArgumentHelp(
      "Write only these reports: evaluation, funders, cities, or CSV files by name; observations are always written.",
      valueName: "names"))
  var only: [String] = []

  @Flag(help: "Exit with 65 on warnings too.")
  var strict = false

  /// What was named, however it was split.
  private var chosen: [String] { only.flatMap { $0.split(separator: ",").map(String.init) } }

  private var reports: ReportSelection {
    if !chosen.isEmpty { return ReportSelection(only: chosen) }
    return noCityFiles ? .withoutCityFiles : .all
  }

  func validate() throws {
    guard (asKnownAt == nil) == (out == nil) else {
      throw ValidationError("--as-known-at and --out go together: such a report is not published")
    }
    guard asKnownAt == nil || rounds.count == 1 && rounds[0].contains("/") else {
      throw ValidationError("--as-known-at wants one round as programme/round, such as demo/2026")
    }
    guard only.isEmpty || !noCityFiles else {
      throw ValidationError("--only leaves out what is not named, so --no-city-files goes without saying: leave it out")
    }
    guard only.isEmpty || !chosen.isEmpty else {
      throw ValidationError("--only wants names, such as evaluation,scores")
    }
    guard let unknown = chosen.first(where: { !ReportSelection.names.contains($0) }) else { return }
    let near = unknown.nearest(in: ReportSelection.names).map { "; did you mean \($0)?" } ?? ""
    throw ValidationError(
      "no report is called \(unknown)\(near)\n  use some of \(ReportSelection.names.joined(separator: ", "))")
  }

  func run() throws {
    let log = RunLog(logFormat, showsProgress: !quiet)
    Interruption.obey(log.interruption)
    try reportingErrors(log) {
      let workspace = try workspaceOption.open()
      let date = try runDate.date()
      let names = try RoundSelection(workspace: workspace).resolve(rounds)
      var isPartial = false
      var failed: RoundsError.Kind?
      for name in names {
        do {
          let summary = try run(name, in: workspace, date: date, log)
          failed = failed ?? summary.warehouse?.kind
          if summary.isPartial || (strict && summary.warnings > 0) { isPartial = true }
        } catch let error as RoundsError {
          // One programme's fault does not keep the others from being published.
          log.failed(error, of: names.count > 1 ? name : nil)
          failed = failed ?? error.kind
        }
      }
      if let failed { throw ExitCode(failed) }
      if isPartial { throw ExitCode.partial }
    }
  }

  private func run(
    _ name: RoundName, in workspace: Workspace, date: CalendarDate, _ log: RunLog
  ) throws -> RunSummary {
    log.started(name, date: "\(date)")
    let clock = ContinuousClock()
    let start = clock.now
    let run = RoundRun(
      name, in: workspace, date: date, reports: reports,
      knownAt: asKnownAt,
      watcher: { log.stage($0, of: name) })
    let summary = try dryRun ? run.rehearse() : out.map { try run.write(to: $0) } ?? run.run()
    log.finished(summary)
    try report(summary, in: workspace)
    if let warehouse = summary.warehouse, !json, logFormat == .text {
      WarehousePrinter.tell(warehouse, isQuiet: quiet)
    }
    // Only where somebody waited for it: what a job prints is the same every time.
    if !quiet, !json, Console.isWatched {
      Console.message("  took \(Readable.duration(start.duration(to: clock.now)))")
    }
    return summary
  }

  /// A hundred names are read by nobody.
  private static let mostNamed = 5

  private func report(_ summary: RunSummary, in workspace: Workspace) throws {
    if json { return try Console.json(summary) }
    let folder = summary.folder.fromHere(in: workspace)
    if quiet {
      if summary.errors > 0, logFormat == .text {
        Console.message(
          "\(summary.programme)/\(summary.round): \(summary.errors) errors; "
            + (dryRun ? "gnlc check tells which" : "see \(folder)/findings.csv"))
      }
      return
    }
    if summary.isUnchanged {
      Console.output(
        "\(summary.programme)/\(summary.round)  nothing to do: run \(summary.runID) was made from the same inputs; reports in \(folder)/"
      )
      return
    }
    Console.output(
      """
      \(summary.programme)/\(summary.round)  \(dryRun ? "would be run" : "run") \(summary.runID)
        cities    \(summary.citiesReporting) of \(summary.citiesExpected) reporting
        files     \(summary.files), \(summary.read) values read = \(summary.observations) observations \
      + \(summary.blanks) blank + \(summary.excluded) excluded + \(summary.rejected) rejected
        findings  \(summary.errors) errors, \(summary.warnings) warnings, \(summary.infos) for information
      """)
    if summary.errors > 0, !dryRun {
      Console.output("            errors first, with file and cell: \(folder)/findings.csv")
      for file in summary.refused.prefix(Self.mostNamed) { Console.output("            nothing was taken of \(file)") }
      let more = summary.refused.count - Self.mostNamed
      if more > 0 { Console.output("            … and of \(more) more") }
    }
    guard !dryRun else {
      return Console.output("  nothing was written; workbooks to send back: \(summary.returned.count)")
    }
    Console.output("  reports   \(folder)/")
    for output in summary.outputs where !output.contains("/") { Console.output("            \(output)") }
    let folders = Set(summary.outputs.filter { $0.contains("/") }.compactMap { $0.split(separator: "/").first })
      .sorted()
    for folder in folders {
      let count = summary.outputs.count { $0.hasPrefix("\(folder)/") }
      Console.output("            \(folder)/ (\(count) files)")
    }
    if let first = summary.returned.first {
      let more = summary.returned.count > 1 ? " … (\(summary.returned.count))" : ""
      Console.output("  send back \("\(summary.folder)/\(first)".fromHere(in: workspace))\(more)")
    }
  }
}

extension String {
  /// A path below the workspace as one types it where one stands.
  fileprivate func fromHere(in workspace: Workspace) -> String {
    FileManager.default.currentDirectoryPath == workspace.root ? self : workspace.absolute(self)
  }
}
