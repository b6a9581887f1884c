import ArgumentParser
import Foundation
import Rounds

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Compare what is published with what was recorded of it.",
    discussion: """
      Every file of the release, every input and every line of the programme's log is compared
      with its digest, and the warehouse row by row with the files that it was made from. For
      a file, tells which release it is from and what that was made from, by the file's bytes
      alone; for a submission, which round received it and what became of it.
      Exits with 65 where something is not as it was.

      Examples:
        gnlc verify                                  every published round
        gnlc verify demo/2026
        gnlc verify ~/Downloads/evaluation-2026.xlsx
        gnlc verify receipts/xx-a-2026.txt           is this receipt ours?
        gnlc verify xx-a-2026.xlsx                   was this submission received?
      """)

  @Argument(
    help: "Rounds as programme/round, programmes, or files; every published round without any.",
    completion: Completion.rounds)
  var names: [String] = []
  @Flag(help: "Print one JSON object for each round, warehouse or file.") var json = false
  @OptionGroup var workspaceOption: WorkspaceOption

  func run() throws {
    try reportingErrors {
      let workspace = try workspaceOption.open()
      var isAsItWas = true
      var rounds: [String] = []
      for name in names {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), !isFolder.boolValue {
          if !(try tell(name, workspace)) { isAsItWas = false }
        } else {
          rounds.append(name)
        }
      }
      if names.isEmpty || !rounds.isEmpty {
        let chosen = try RoundSelection(workspace: workspace).all(rounds).filter {
          !rounds.isEmpty || workspace.isPublished($0)
        }
        for name in chosen where !(try verify(name, workspace)) { isAsItWas = false }
        for programme in Set(chosen.map(\.programme)).sorted() {
          if !(try verifyWarehouse(of: programme, workspace)) { isAsItWas = false }
        }
      }
      if !isAsItWas { throw ExitCode.partial }
    }
  }

  private func verify(_ name: RoundName, _ workspace: Workspace) throws -> Bool {
    let found = try Verification(name, in: workspace)
    if json {
      try Console.json(found)
    } else if found.problems.isEmpty {
      Console.output(
        "\(name)  as it was: \(found.filesCompared) files, \(found.linesCompared) lines of the log"
      )
    } else {
      Console.output("\(name)  \(found.problems.count) problems")
      for problem in found.problems { Console.output("  \(problem.place): \(problem.problem)") }
    }
    return found.problems.isEmpty
  }

  private struct WarehouseReport: Encodable {
    var warehouse: String
    var problems: [String]
  }

  private func verifyWarehouse(of programme: String, _ workspace: Workspace) throws -> Bool {
    let warehouse = ProgrammeWarehouse(workspace: workspace, programme: programme)
    let problems = try warehouse.problems()
    if json {
      try Console.json(WarehouseReport(warehouse: warehouse.path, problems: problems))
    } else if problems.isEmpty {
      Console.output("\(warehouse.path)  holds what is published")
    } else {
      Console.output("\(warehouse.path)  is not what is published")
      for problem in problems { Console.output("  \(problem)") }
    }
    return problems.isEmpty
  }

  private func tell(_ path: String, _ workspace: Workspace) throws -> Bool {
    let origin = try FileOrigin(of: path, in: workspace)
    if json {
      try Console.json(origin)
    } else if let release = origin.release {
      Console.output(
        """
        \(path)
          is \(release.file) of \(release.programme)/\(release.round), run \(release.run) of \(release.date)\
        \(release.isShown ? "" : ", which the round does not show any more")
          made by gnlc \(release.version), \(release.method), from
        """)
      for input in release.inputs { Console.output("    \(input)") }
    } else if !origin.received.isEmpty {
      Console.output("\(path)\n  was received; SHA-256 \(origin.sha256)")
      for found in origin.received {
        Console.output(
          """
            by \(found.programme)/\(found.round), run \(found.run) of \(found.date)\
          \(found.isShown ? "" : ", which the round does not show any more")
              as \(found.file)\(found.city.isEmpty ? "" : " of \(found.city)"): \(found.outcome), \
          \(found.read) values read, \(found.observations) observations
          """)
      }
    } else {
      Console.output(
        "\(path)\n  is of no release of this workspace, or was changed since: SHA-256 \(origin.sha256)")
    }
    return origin.release != nil || !origin.received.isEmpty
  }
}
