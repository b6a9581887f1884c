import ArgumentParser

/// For packagers: `make install` writes share/man/man1/gnlc.1 with it.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Write the man page.",
    discussion: """
      Examples:
        gnlc manual >gnlc.1
        gnlc manual | man -l -
      """,
    shouldDisplay: false)

  @OptionGroup var runDate: RunDateOption

  func run() throws {
    // The underscore is the parser's; it is what --experimental-dump-help prints.
    let tool = try CommandInfo(dumped: GNLC._dumpHelp())
    Console.write(ManualPage(tool: tool, date: try runDate.date()).text)
  }
}
