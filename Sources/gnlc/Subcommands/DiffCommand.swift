import ArgumentParser
import Rounds

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tell what differs between two releases: changed cells with old, new and why.",
    discussion: """
      Every CSV file but the findings is compared by the key that its data package names. Where a
      figure stood and which run it is of do not count. Reasons: input (the file it came from is
      another), method, catalogue, program, run (dates or state), derived (follows from others).

      Examples:
        gnlc diff 2026-b54c87fe858f demo/2026
        gnlc diff demo/2025 demo/2026 --out changes.xlsx
        gnlc diff 2026-b54c87fe858f demo/2026 --out changes.csv
      """)

  @Argument(
    help: "The earlier release: a run, a round for what it shows, or a folder.", completion: Completion.oneRound)
  var old: String
  @Argument(help: "The later release.", completion: Completion.oneRound) var new: String
  @Option(
    help: "Write every change to this file, .xlsx or .csv.", completion: .file(extensions: ["xlsx", "csv"]))
  var out: String?
  @OptionGroup var workspaceOption: WorkspaceOption

  func run() throws {
    try reportingErrors {
      let comparison = try ReleaseComparison(old, new, in: workspaceOption.open())
      Console.output("\(comparison.old) → \(comparison.new)")
      for (table, rows) in comparison.rowsCompared {
        Console.output("  \(table): \(comparison.count(of: table)) changed cells, \(rows) rows in both")
      }
      guard let out else {
        for change in comparison.changes.prefix(20) {
          Console.output(
            "  \(change.table) \(change.key) \(change.column): \(change.old.isEmpty ? "–" : change.old) → "
              + "\(change.new.isEmpty ? "–" : change.new) (\(change.reason.rawValue))")
        }
        if comparison.changes.count > 20 {
          Console.output("  … and \(comparison.changes.count - 20) more; --out writes all of them")
        }
        return
      }
      try comparison.write(to: out)
      Console.output("  written to \(out)")
    }
  }
}
