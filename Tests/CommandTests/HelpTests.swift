import ArgumentParser
import Foundation
import GNLCTestSupport
import Testing
import Vocabulary

@testable import gnlc

/// What the program says of itself: help, version, man page, completions.
@Suite struct HelpTests {
  private static func tool() throws -> CommandInfo { try CommandInfo(dumped: GNLC._dumpHelp()) }

  /// Every command that does something, with its words.
  private static func leaves(_ command: CommandInfo, _ path: [String] = []) -> [(path: [String], info: CommandInfo)] {
    let children = (command.subcommands ?? []).filter { $0.commandName != "help" }
    return children.isEmpty ? [(path, command)] : children.flatMap { leaves($0, path + [$0.commandName]) }
  }

  private static func examples(_ command: CommandInfo) -> [String] {
    HelpParagraph.all(of: command.discussion ?? "").first { $0.heading == "Examples:" }?.lines ?? []
  }

  /// Words as a shell would make them, up to what stands behind a comment or a wide gap.
  private static func words(_ line: String) -> [String] {
    let command = line.split(separator: "#")[0].split(separator: "   ")[0].split(separator: "|")[0].split(
      separator: ">")[0]
    var words: [String] = []
    for (position, part) in command.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      words += position.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
    }
    return words
  }

  @Test func everyCommandHasExamplesThatParse() throws {
    let tool = try Self.tool()
    let leaves = Self.leaves(tool)
    #expect(leaves.count > 15)
    var lines = Self.examples(tool)
    for (path, command) in leaves {
      let own = Self.examples(command)
      #expect(command.abstract?.hasSuffix(".") == true, "\(path)")
      #expect(own.contains { $0.hasPrefix("gnlc \(path.joined(separator: " "))") }, "\(path) has no example of itself")
      lines += own
    }
    for line in lines {
      let words = Self.words(line)
      #expect(words.first == "gnlc", "\(line)")
      #expect(throws: Never.self, "\(line)") { _ = try GNLC.parseAsRoot(Array(words.dropFirst())) }
    }
  }

  /// Narrow enough that a terminal of eighty columns breaks none where it should not.
  @Test func examplesFitATerminal() throws {
    let tool = try Self.tool()
    for line in Self.examples(tool) + Self.leaves(tool).flatMap({ Self.examples($0.info) }) {
      #expect(line.count <= 78, "\(line)")
    }
  }

  @Test func theVersionStandsInOnePlaceAndTheLibrariesBelowIt() throws {
    let lines = try CommandTests.run("--version").output.split(separator: "\n")
    let source = try String(contentsOfFile: Repository.path("Sources/Rounds/Version.swift"), encoding: .utf8)
    #expect(source.contains("\"\(lines[0].dropFirst("gnlc ".count))\""))
    for library in ["libxlsxwriter 1.", "libzip 1.", "expat 2.", "SQLite 3."] {
      #expect(lines.dropFirst().contains { $0.hasPrefix(library) }, "\(library)")
    }
  }

  @Test(arguments: [
    (["rnu"], "gnlc run"), (["chek", "x.xlsx"], "gnlc check"), (["catalogue", "lst"], "gnlc catalogue list"),
    (["demoo"], "gnlc demo"),
  ])
  func aMisspeltCommandIsToldItsNearest(_ arguments: [String], _ meant: String) throws {
    let outcome = try CommandTests.run(arguments)
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains("no command is called \(arguments.last { !$0.contains(".") } ?? "")"))
    #expect(outcome.errors.contains("similar name exists: \(meant)\n"))
  }

  /// A word that could be an argument of a default command is one; only when that fails is another command thought of.
  @Test func aMisspeltCommandBesideADefaultOne() throws {
    let outcome = try CommandTests.run("round", "freze", "demo/2026")
    #expect(outcome.code == 66)
    #expect(outcome.errors.contains("no programme is called freze"))
    #expect(outcome.errors.contains("gnlc round freeze"))
    #expect(try CommandTests.run("round", "demo").code == 0)
    #expect(try !CommandTests.run("xyzzy").errors.contains("similar"))
  }

  @Test func misspeltIdsAreToldTheirNearest() throws {
    for (arguments, near) in [
      (["run", "dmo"], "demo"), (["run", "demo/2062"], "2026"), (["explain", "C01"], "C0"),
      (["explain", "sum-mismach"], "sum-mismatch"), (["methods", "escp"], "escap"),
      (["template", "demo/2026", "--city", "xxa"], "xx-a"), (["prune", "dmo", "--dry-run"], "demo"),
      (["catalogue", "list", "--framework", "sdg"], "sdg4"), (["check", "--programme", "dmo", "README.md"], "demo"),
      (["explain", "xx-a", "adult_literacy_rat", "2025", "--round", "demo/2026"], "adult_literacy_rate"),
    ] {
      let outcome = try CommandTests.run(arguments)
      #expect(outcome.code == 66, "\(arguments)")
      #expect(outcome.errors.contains("exists: \(near)"), "\(arguments): \(outcome.errors)")
    }
  }

  // MARK: Man page

  @Test func theManPageHasEveryCommandAndOption() throws {
    let page = try CommandTests.run("manual", "--as-of", "2026-11-29").output
    #expect(page.hasPrefix(".Dd November 29, 2026\n.Dt GNLC 1\n"))
    for section in [
      "NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "COMMON OPTIONS", "ENVIRONMENT", "FILES", "EXIT STATUS",
      "EXAMPLES",
    ] {
      #expect(page.contains("\n.Sh \(section)\n"), "\(section)")
    }
    for (path, command) in Self.leaves(try Self.tool()) where path != ["manual"] {
      #expect(page.contains("\n.Ss gnlc \(path.joined(separator: " "))\n"), "\(path)")
      for name in command.shownArguments.flatMap({ $0.names ?? [] }) where name.kind == "long" && name.name != "version"
      {
        #expect(page.contains("Fl \\-\(ManualText.escaped(name.name))"), "\(path) --\(name.name)")
      }
    }
    for status in ExitStatus.all { #expect(page.contains("\n.It \(status.code)\n"), "\(status.code)") }
    #expect(try CommandTests.run("manual", environment: ["SOURCE_DATE_EPOCH": "1795910400"]).output == page)
  }

  /// Without a word from groff, where Debian has it.
  @Test func theManPageIsRightForGroff() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/groff") else { return }
    let folder = CommandTests.Folder()
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    let path = "\(folder.path)/gnlc.1"
    try CommandTests.run("manual").output.write(toFile: path, atomically: true, encoding: .utf8)
    let told = try CommandTests.start("/usr/bin/groff", ["-mdoc", "-Kutf8", "-Tutf8", "-ww", "-z", path])
    #expect(told.code == 0 && told.errors == "")
  }

  @Test func textForManIsEscaped() {
    #expect(ManualText.escaped("a-b \\n 'c' ~d") == "a\\-b \\en \\(aqc\\(aq \\(tid")
    var text = ManualText()
    text.text(".hidden is a file")
    text.literal(["'quoted'", "plain"])
    #expect(
      text.lines
        == [".Bd -literal -offset indent", "\\(aqquoted\\(aq", "plain", ".Ed"].prefixed("\\&.hidden is a file"))
  }

  // MARK: Completions

  @Test(arguments: [
    ("run", "", ["demo", "demo/2026"]), ("run", "demo/", ["demo/2026"]),
    ("template demo/2026 --city", "xx-a", ["xx-a"]),
    ("explain", "C01", ["C012"]), ("explain xx-a", "adult_lit", ["adult_literacy_rate"]),
    ("explain xx-a adult_literacy_rate", "", ["2025"]), ("catalogue list --framework", "key", ["key-features"]),
    ("methods", "esc", ["escap"]), ("prune", "d", ["demo"]), ("catalogue show", "literate_15", ["literate_15plus"]),
    ("check --language", "", ["en", "th"]),
  ])
  func aShellIsOfferedTheIdsOfTheWorkspace(_ line: String, _ word: String, _ offered: [String]) throws {
    let folder = CommandTests.Folder()
    #expect(try CommandTests.run("demo", "--cities", "2", "--years", "1", "--out", folder.path).code == 0)
    let script = """
      PATH=\(URL(fileURLWithPath: CommandTests.binary).deletingLastPathComponent().path):$PATH
      eval "$(gnlc --generate-completion-script bash)"
      COMP_WORDS=(gnlc \(line) '\(word)') COMP_CWORD=\(line.split(separator: " ").count + 1)
      COMP_LINE='gnlc \(line) \(word)' COMP_POINT=${#COMP_LINE}
      _gnlc gnlc '\(word)' "${COMP_WORDS[COMP_CWORD-1]}" 2>/dev/null; printf '%s\\n' "${COMPREPLY[@]}"
      """
    let told = try CommandTests.start("/bin/bash", ["-c", script], in: folder.path)
    let words = told.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    for name in offered { #expect(words.contains(name), "\(line) \(word): \(words) \(told.errors)") }
    #expect(words.allSatisfy { $0.hasPrefix(word) }, "\(words)")
  }
}

extension [String] {
  fileprivate func prefixed(_ first: String) -> [String] { [first] + self }
}
