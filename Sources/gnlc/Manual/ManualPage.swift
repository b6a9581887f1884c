import Rounds
import Vocabulary

/// gnlc(1), written from the commands themselves, so that it cannot say anything else than `--help`.
struct ManualPage {
  let tool: CommandInfo
  let date: CalendarDate

  static let environment = [
    (WorkspaceOption.variable, "The workspace, where no --workspace is given."),
    (LanguageOption.variable, "en or th: the language of what is printed, where no --language is given."),
    (
      "SOURCE_DATE_EPOCH",
      "The day of a run in seconds since 1970 UTC, where no --as-of is given; without both it is today in UTC."
    ),
    ("NO_COLOR", "Where it is not empty, nothing is printed in colour."),
    ("TERM", "Where it is dumb, nothing is printed in colour, and no line of progress is shown."),
    ("TMPDIR", "The folder for temporary files."),
  ]

  static let files = [
    ("Indicators/", "What is measured: variables, indicators, frameworks, method, rules, texts."),
    ("Inputs/<programme>/programme.yaml", "A programme: titles, contact, languages, disclosure control."),
    ("Inputs/<programme>/cities.csv", "Its registry of cities."),
    ("Inputs/<programme>/<round>/round.yaml", "A round: reference period, dates, state."),
    ("Inputs/<programme>/<round>/submissions/", "What cities sent: .xlsx and .csv."),
    ("Inputs/<programme>/<round>/sources/", "Other offices' data, each with a mapping in YAML."),
    ("Reports/<programme>/<round>/", "What was published of the round, with manifest.json and SHA256SUMS."),
    ("Reports/<programme>/audit.jsonl", "The programme's log, a chain of digests."),
    ("<prefix>/share/gnlc/Indicators/", "The catalogue that was installed, for use outside a workspace."),
  ]

  var text: String {
    var page = ManualText()
    // Without quotes: day and year are arguments of their own to groff.
    page.lines(
      ".Dd \(Self.month(date.month)) \(date.day), \(date.year)", ".Dt GNLC 1", ".Os gnlc \(programVersion)")
    page.section("NAME")
    page.macro("Nm", "gnlc")
    page.macro("Nd", Self.phrase(tool.abstract))
    page.section("SYNOPSIS")
    for command in tool.shown {
      page.lines(".Nm gnlc", ".Cm \(command.commandName)")
      page.lines(
        command.shown.isEmpty ? ".Op Ar option ..." : ".Ar \(command.shown.map(\.commandName).joined(separator: " | "))"
      )
    }
    page.lines(".Nm gnlc", ".Fl \\-help | \\-version")
    page.section("DESCRIPTION")
    page.text(
      """
      Cities report statistics; gnlc reads what they sent, checks it, turns it into indicators of UNESCO's Key Features of Learning Cities
      and of SDG 4, compares years, and writes the workbooks and CSV files of an evaluation round.
      It works on a workspace, a folder with Indicators, Inputs and Reports.
      """)
    page.section("COMMANDS")
    for command in tool.shown { describe(command, as: command.commandName, in: &page) }
    page.section("COMMON OPTIONS")
    page.text("What several commands take:")
    page.list { page in for argument in common { describe(argument, in: &page) } }
    page.section("ENVIRONMENT")
    page.table(Self.environment.map { ("Ev \($0)", $1) })
    page.section("FILES")
    page.table(Self.files.map { ("Pa \(ManualText.escaped($0))", $1) })
    page.section("EXIT STATUS")
    page.table(ExitStatus.all.map { ("\($0.code)", $0.meaning) })
    page.section("EXAMPLES")
    let examples = HelpParagraph.all(of: tool.discussion ?? "").first { $0.heading == "Examples:" }
    page.literal(examples?.lines ?? [])
    page.section("SEE ALSO")
    page.macro("Xr", "cron", "8")
    page.lines(".Xr sha256sum 1 ,", ".Xr systemd.timer 5")
    return page.lines.joined(separator: "\n") + "\n"
  }

  /// Options that more than two commands take in the same words: told once.
  private var common: [CommandInfo.Argument] {
    func leaves(_ command: CommandInfo) -> [CommandInfo] {
      command.shown.isEmpty ? [command] : command.shown.flatMap(leaves)
    }
    let all = leaves(tool).flatMap(\.shownArguments).filter { !$0.isPositional }
    var told: [CommandInfo.Argument] = []
    for argument in all where !told.contains(argument) && all.count(where: { $0 == argument }) > 2 {
      if argument.names?.contains(where: { $0.name == "help" || $0.name == "version" }) != true {
        told.append(argument)
      }
    }
    return told
  }

  private func describe(_ command: CommandInfo, as path: String, in page: inout ManualText) {
    page.lines(".Ss gnlc \(path)")
    page.text(command.abstract ?? "")
    if let discussion = command.discussion { page.discussion(discussion) }
    let arguments = command.shownArguments.filter {
      $0.names?.contains { $0.name == "help" || $0.name == "version" } != true
    }
    if command.shown.isEmpty {
      let (own, shared) = (arguments.filter { !common.contains($0) }, arguments.filter(common.contains))
      if !own.isEmpty { page.list { page in for argument in own { describe(argument, in: &page) } } }
      if !shared.isEmpty {
        page.macro("Pp")
        page.text("Also: \(shared.compactMap { $0.names?.last?.typed }.joined(separator: ", ")).")
      }
    }
    for subcommand in command.shown { describe(subcommand, as: "\(path) \(subcommand.commandName)", in: &page) }
  }

  private func describe(_ argument: CommandInfo.Argument, in page: inout ManualText) {
    let value = ManualText.escaped(argument.value)
    let dots = argument.isRepeating ? " ..." : ""
    let words: String
    if argument.isPositional {
      words = argument.isOptional ? "Op Ar \(value)\(dots)" : "Ar \(value)\(dots)"
    } else {
      let names = (argument.names ?? []).map { "Fl \(ManualText.escaped($0.typed.dropFirst()))" }.joined(
        separator: " , ")
      words = names + (argument.takesValue ? " Ar \(value)\(dots)" : "")
    }
    page.item(words, argument.abstract ?? "")
    if let discussion = argument.discussion { page.text(discussion) }
    if argument.takesValue, let standard = argument.defaultValue { page.text("Without it: \(standard).") }
  }

  /// As a line of NAME wants it: no capital, no full stop.
  private static func phrase(_ abstract: String?) -> String {
    let text = (abstract ?? "").hasSuffix(".") ? String((abstract ?? "").dropLast()) : abstract ?? ""
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  private static func month(_ number: Int) -> String {
    [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ][number - 1]
  }
}
