import Foundation
import GNLCTestSupport
import Testing

/// The examples of `Documentation/unattended.md`, and the commands for rounds as an administrator meets them.
@Suite struct UnattendedTests {
  private let text: String

  init() throws {
    text = try String(contentsOfFile: Repository.path("Documentation/unattended.md"), encoding: .utf8)
  }

  /// The fenced blocks of a kind.
  private func blocks(_ kind: String) -> [String] {
    text.components(separatedBy: "```\(kind)\n").dropFirst().compactMap { $0.components(separatedBy: "\n```").first }
  }

  private func workspace(_ folder: CommandTests.Folder, rounds: Int = 1) throws -> String {
    let made = try CommandTests.run(
      "demo", "--cities", "2", "--years", "1", "--rounds", "\(rounds)", "--out", folder.path)
    #expect(made.code == 0, "\(made.errors)")
    return folder.path
  }

  /// A folder with `gnlc` and nothing else, as the first of a scheduler's PATH.
  private func path(in folder: String) throws -> String {
    let bin = "\(folder)/bin"
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: "\(bin)/gnlc", withDestinationPath: CommandTests.binary)
    return "\(bin):/usr/bin:/bin"
  }

  private func shell(_ command: String, in folder: String, _ more: [String: String] = [:]) throws
    -> CommandTests.Outcome
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = URL(fileURLWithPath: "/")
    var variables = ["LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? ""]
    variables["PATH"] = try path(in: folder)
    process.environment = variables.merging(more) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return .init(code: process.terminationStatus, output: String(decoding: said, as: UTF8.self), errors: "")
  }

  /// The line of the crontab runs without a login shell, says nothing, and publishes for nobody else's eyes.
  @Test func crontab() throws {
    let lines = try #require(blocks("crontab").first).split(separator: "\n").filter { $0.hasPrefix("0 ") }
    let commands = lines.map { $0.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)[5] }
    #expect(commands.count == 2)
    let folder = CommandTests.Folder()
    let workspace = try workspace(folder)
    let command = try #require(commands.first).replacing("/var/lib/gnlc", with: workspace)
    let outcome = try shell(String(command), in: workspace)
    #expect(outcome.code == 0)
    #expect(outcome.output == "")
    let attributes = try FileManager.default.attributesOfItem(
      atPath: URL(fileURLWithPath: "\(workspace)/Reports/demo/2026/evaluation-2026.xlsx").resolvingSymlinksInPath().path
    )
    #expect((attributes[.posixPermissions] as? Int).map { $0 & 0o007 } == 0)
  }

  @Test func wrapperAndDoctor() throws {
    let script = try #require(blocks("sh").first { $0.hasPrefix("#!/bin/sh") })
    let folder = CommandTests.Folder()
    let workspace = try workspace(folder)
    let outcome = try shell(script, in: workspace, ["GNLC_HOME": workspace])
    #expect(outcome.code == 0)
    let missing = CommandTests.Folder()
    try FileManager.default.createDirectory(atPath: missing.path, withIntermediateDirectories: true)
    #expect(try shell(script, in: missing.path, ["GNLC_HOME": "\(missing.path)/none"]).code == 66)

    let well = try CommandTests.run("doctor", "--json", "--workspace", workspace)
    #expect(well.code == 0, "\(well.output)")
    for subject in ["libxlsxwriter 1.", "catalogue", "programme demo", "twice the same bytes"] {
      #expect(well.output.contains(subject), "\(subject)")
    }
    try "format: 1\n".write(toFile: "\(workspace)/Inputs/demo/programme.yaml", atomically: true, encoding: .utf8)
    let ill = try CommandTests.run("doctor", "--quick", "--workspace", workspace)
    #expect(ill.code == 78)
    #expect(ill.output.contains("ERROR    programme demo"))
  }

  /// Units have the sections that systemd wants, and the exit codes that the command has.
  @Test func systemdUnits() throws {
    let service = try #require(blocks("systemd-service").first)
    for part in ["[Unit]", "[Service]", "ExecStart=/usr/bin/gnlc run --quiet", "SuccessExitStatus=65 75"] {
      #expect(service.contains(part), "\(part)")
    }
    let help = try CommandTests.run("--help").output
    for code in ["64", "65", "66", "70", "73", "74", "75", "78"] {
      #expect(text.contains(code) && help.contains(code), "\(code)")
    }
    #expect(try #require(blocks("systemd-timer").first).contains("OnCalendar=*-10-01 03:00:00\n"))
  }

  /// What is installed is what the page shows.
  @Test(arguments: [
    ("crontab", "cron/gnlc.crontab"), ("systemd-service", "systemd/gnlc.service"),
    ("systemd-timer", "systemd/gnlc.timer"),
    ("systemd-mail", "systemd/gnlc-mail@.service"), ("sh", "cron/gnlc-run"),
  ])
  func installedExamplesAreTheDocumentedOnes(_ kind: String, _ file: String) throws {
    let installed = try String(contentsOfFile: Repository.path("Packaging/\(file)"), encoding: .utf8)
    #expect(blocks(kind).first.map { $0 + "\n" } == installed)
  }

  /// A programme that cannot be run is told of by name; the others are published.
  @Test(arguments: ["state: open", "nonsense"])
  func oneFaultyProgrammeAmongOthers(_ round: String) throws {
    let folder = CommandTests.Folder()
    let workspace = try workspace(folder)
    try FileManager.default.createDirectory(
      atPath: "\(workspace)/Inputs/broken/2026", withIntermediateDirectories: true)
    try "nonsense: 1\n".write(
      toFile: "\(workspace)/Inputs/broken/programme.yaml", atomically: true, encoding: .utf8)
    try "\(round)\n".write(
      toFile: "\(workspace)/Inputs/broken/2026/round.yaml", atomically: true, encoding: .utf8)
    let run = try CommandTests.run("run", "--as-of", "2026-11-22", "--no-city-files", "--workspace", workspace)
    #expect(run.code == 78)
    #expect(run.errors.contains("gnlc: broken/2026: "))
    #expect(run.output.contains("demo/2026  run "))
    #expect(FileManager.default.fileExists(atPath: "\(workspace)/Reports/demo/2026/scores.csv"))
  }

  @Test func aRoundFromRunToFreezing() throws {
    let folder = CommandTests.Folder()
    let workspace = try workspace(folder, rounds: 2)
    func gnlc(_ arguments: String...) throws -> CommandTests.Outcome {
      try CommandTests.run(arguments + ["--workspace", workspace])
    }
    #expect(try gnlc("verify", "demo/2026").code == 66)
    #expect(try gnlc("run", "--as-of", "2026-11-22", "--no-city-files").code == 0)
    #expect(try gnlc("run", "--as-of", "2026-11-22", "--no-city-files").output.contains("nothing to do"))
    let status = try gnlc("round").output
    #expect(status.contains("demo/2025  frozen, not pinned\n"))
    #expect(status.contains("inputs unchanged since"))
    #expect(try gnlc("round", "diff", "demo/2026").code == 0)
    #expect(try gnlc("verify").output.hasPrefix("demo/2026  as it was: "))
    let told = try gnlc("verify", "\(workspace)/Reports/demo/2026/scores.csv")
    #expect(told.code == 0 && told.output.contains("is scores.csv of demo/2026"))

    #expect(try gnlc("round", "freeze", "demo/2025", "--as-of", "2026-11-22", "--reason", "approved").code == 0)
    let again = try gnlc("round", "freeze", "demo/2025")
    #expect(again.code == 78 && again.errors.contains("is frozen already"))
    #expect(try gnlc("round", "open", "demo/2025").errors.contains("wants a reason"))
    try "x".write(
      toFile: "\(workspace)/Inputs/demo/2025/submissions/xx-z.csv", atomically: true, encoding: .utf8)
    let refused = try gnlc("run", "--as-of", "2026-11-23", "--no-city-files")
    #expect(refused.code == 78 && refused.errors.contains("xx-z.csv was added"))
    let changed = try gnlc("round", "diff", "demo/2025")
    #expect(changed.code == 1 && changed.output == "added\tInputs/demo/2025/submissions/xx-z.csv\n")
    #expect(try gnlc("verify", "demo/2025").code == 65)
    #expect(try gnlc("round", "open", "demo/2025", "--reason", "a city was missing").code == 0)
    #expect(try gnlc("round", "status", "demo/2025").output.contains("demo/2025  open\n"))
    let nothing = try gnlc("prune", "--dry-run", "--keep", "0")
    #expect(nothing.code == 0 && nothing.output.hasPrefix("would remove demo/.cache, "))
    #expect(try gnlc("prune", "--keep", "0").code == 0)
    #expect(try gnlc("prune", "--keep", "0").output == "demo: nothing to remove\n")
    #expect(try gnlc("prune", "nobody").code == 66)
  }
}
