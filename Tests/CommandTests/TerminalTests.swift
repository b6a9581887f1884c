import Foundation
import GNLCTestSupport
import Testing

/// Where the program stands: at a terminal, in a pipe, under another locale, outside of a workspace.
@Suite struct TerminalTests {
  /// A file with one error.
  private func sent(_ folder: CommandTests.Folder) throws -> String {
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    try "CITY,VARIABLE,TIME_PERIOD,OBS_VALUE\nxx-a,population,2025,\"12,5\"\n".write(
      toFile: "\(folder.path)/sent.csv", atomically: true, encoding: .utf8)
    return "\(folder.path)/sent.csv"
  }

  /// As at a terminal: `script` gives the command one.
  private func atTerminal(_ command: String, _ environment: [String: String] = [:]) throws -> String {
    let settings = environment.map { "\($0)='\($1)'" }.joined(separator: " ")
    return try CommandTests.start(
      "/usr/bin/script", ["-qec", "env \(settings) \(CommandTests.binary) \(command)", "/dev/null"],
      environment: ["TERM": "xterm"]
    ).output
  }

  @Test func coloursAreForTerminalsThatWantThem() throws {
    let folder = CommandTests.Folder()
    let check = "check --year 2025 \(try sent(folder)) --workspace \(Repository.root.path)"
    let red = "\u{1B}[1;31merror[N004]\u{1B}[0m"
    #expect(try atTerminal(check).contains(red))
    #expect(try atTerminal(check, ["NO_COLOR": ""]).contains(red))
    for plain in [
      try atTerminal("\(check) --no-color"), try atTerminal(check, ["NO_COLOR": "1"]),
      try atTerminal(check, ["TERM": "dumb"]),
      try CommandTests.run(check.split(separator: " ").map(String.init)).output,
    ] {
      #expect(plain.contains("error[N004]") && !plain.contains("\u{1B}"))
    }
  }

  @Test func theLanguageIsTheCallersOrTheEnvironments() throws {
    func explain(_ more: [String], _ environment: [String: String]) throws -> CommandTests.Outcome {
      try CommandTests.run(["methods", "zscore"] + more, environment: environment)
    }
    #expect(try explain([], ["LC_ALL": "th_TH.UTF-8", "LANG": "th_TH.UTF-8"]).output.contains("Standard deviations"))
    #expect(try explain([], ["GNLC_LANGUAGE": "th"]).output.contains("คะแนนมาตรฐาน"))
    #expect(try explain(["--language", "en"], ["GNLC_LANGUAGE": "th"]).output.contains("Standard deviations"))
    let unknown = try explain([], ["GNLC_LANGUAGE": "de"])
    #expect(unknown.code == 64 && unknown.errors.contains("GNLC_LANGUAGE is de, which is none of en and th"))
  }

  /// Who reads only the first line gets it, and no complaint.
  @Test func aReaderThatGoesAwayIsNoTrouble() throws {
    let told = try CommandTests.start(
      "/bin/sh", ["-c", "'\(CommandTests.binary)' catalogue list | head -n 1"])
    #expect(told.code == 0 && told.errors.isEmpty)
    #expect(told.output.split(separator: "\n").count == 1)
    let closed = try CommandTests.start(
      "/bin/sh",
      ["-c", "'\(CommandTests.binary)' catalogue check >&-; '\(CommandTests.binary)' catalogue check >/dev/full"])
    #expect(closed.code == 0 && closed.errors.isEmpty)
  }

  /// A binary with the catalogue beside it serves a city unit anywhere; what wants a workspace says so.
  @Test func anInstalledProgramFindsItsCatalogue() throws {
    let folder = CommandTests.Folder()
    let file = try sent(folder)
    let install = [Repository.path("Packaging/install.sh"), CommandTests.binary, "/opt/gnlc"]
    let stage = "\(folder.path)/stage"
    #expect(try CommandTests.start("/bin/sh", install, environment: ["DESTDIR": stage]).code == 0)
    let prefix = "\(stage)/opt/gnlc"
    for name in [
      "share/man/man1/gnlc.1.gz", "share/bash-completion/completions/gnlc", "share/zsh/site-functions/_gnlc",
      "share/fish/vendor_completions.d/gnlc.fish", "share/doc/gnlc/examples/gnlc.crontab",
      "share/gnlc/Indicators/method.yaml",
      "share/doc/gnlc/CHANGELOG.md",
    ] {
      #expect(FileManager.default.contents(atPath: "\(prefix)/\(name)")?.isEmpty == false, "\(name)")
    }
    let unit = try String(contentsOfFile: "\(prefix)/lib/systemd/system/gnlc.service", encoding: .utf8)
    #expect(unit.contains("ExecStart=/opt/gnlc/bin/gnlc run"))
    func installed(_ arguments: String...) throws -> CommandTests.Outcome {
      try CommandTests.start("\(prefix)/bin/gnlc", arguments, in: folder.path)
    }
    let check = try installed("check", file, "--year", "2025")
    #expect(check.code == 65 && check.output.contains("error[N004]"))
    let run = try installed("run")
    #expect(run.code == 66 && run.errors.contains("no folder Inputs") && run.errors.contains("gnlc demo --out"))
    let doctor = try installed("doctor", "--quick")
    #expect(doctor.code == 0 && doctor.output.contains("warning  workspace: none"))
    #expect(
      try CommandTests.start("/bin/sh", [install[0], "--remove"] + install[1...], environment: ["DESTDIR": stage]).code
        == 0)
    let left = FileManager.default.enumerator(atPath: stage)?.compactMap { $0 as? String } ?? []
    #expect(
      left.filter { FileManager.default.fileExists(atPath: "\(stage)/\($0)") && $0.contains("gnlc/share/gnlc") } == [])
    #expect(left.filter { $0.hasSuffix("bin/gnlc") || $0.hasSuffix(".service") || $0.hasSuffix(".gz") } == [])
  }

  /// The installed catalogue is root's; everybody may have a workspace with a copy of it.
  @Test(.enabled(if: geteuid() == 0, "only root can be somebody else"))
  func whoDoesNotOwnTheCatalogueCanCopyIt() throws {
    let folder = CommandTests.Folder()
    try FileManager.default.createDirectory(
      atPath: folder.path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o777])
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder.path)
    for words in [
      ["demo", "--cities", "1", "--years", "1", "--out", "\(folder.path)/a"],
      ["init", "b", "--out", "\(folder.path)/b"],
    ] {
      let made = try CommandTests.start(
        "/usr/bin/setpriv", ["--reuid", "65534", "--regid", "65534", "--clear-groups", CommandTests.binary] + words)
      #expect(made.code == 0, "\(made.errors)")
    }
    let method = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/a/Indicators/method.yaml")
    #expect(method[.ownerAccountID] as? Int == 65534)
  }

  /// Paths that are not there or not to be written say so, and what to do.
  @Test func wrongPathsAreToldWithWhatToDo() throws {
    let folder = CommandTests.Folder()
    let file = try sent(folder)
    let outcomes = [
      try CommandTests.run("check", "\(folder.path)/none.xlsx"), try CommandTests.run("check", folder.path),
      try CommandTests.run("check", file, "--year", "2025", "--csv", "/proc/none/f.csv"),
      try CommandTests.run("demo", "--cities", "1", "--out", "/proc/none"),
      try CommandTests.run("template", "demo/2026", "--all", "--out", "/proc/none"),
      try CommandTests.run("run", "--workspace", file),
    ]
    for (outcome, code) in zip(outcomes, [66, 66, 73, 73, 73, 66] as [Int32]) {
      #expect(outcome.code == code, "\(outcome.errors)")
      let lines = outcome.errors.split(separator: "\n")
      #expect(lines.count >= 2 && lines[0].hasPrefix("gnlc: ") && lines[1].hasPrefix("  "), "\(outcome.errors)")
    }
  }
}
