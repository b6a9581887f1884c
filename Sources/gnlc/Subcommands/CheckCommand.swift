import ArgumentParser
import Catalogue
import Foundation
import Rounds
import Vocabulary

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell what is wrong with submissions or with a mapped source, and how to mend it.",
    discussion: """
      Nothing is published and no submission is changed. Every problem is told at once, with its sheet and cell; what is wrong \
      in the same way is told once with all of its places. The catalogue suffices: without a registry of cities the file's own \
      word is taken for its city. A template says which round and year it is for; a table is for the round in whose folder it \
      lies, else it wants --round or --year, or no figure can be called old or early. Of a mapping all files are read that it names, \
      and the last line has their sum.

      Examples:
        gnlc check Inputs/demo/2026/submissions/xx-a.xlsx
        gnlc check --language th --round gnlc/2026 th-phayao.csv
        gnlc check --csv findings.csv --returned send-back *.xlsx
        gnlc check Inputs/demo/2026/sources/libraries.yaml
        gnlc check --json *.xlsx
      """)

  @Argument(
    help: "Submissions, .xlsx or .csv, or the mapping of a source, .yaml.",
    completion: .file(extensions: ["xlsx", "csv", "yaml"]))
  var files: [String]
  @OptionGroup var workspaceOption: WorkspaceOption
  @Option(
    help: "The programme whose cities may report; without it, those of all programmes.",
    completion: Completion.programmes)
  var programme: String?
  @Option(help: "The round that the files are for, as programme/round.", completion: Completion.oneRound)
  var round: String?
  @Option(help: "The reference year (CE); without it, the round's.") var year: Int?
  @OptionGroup var language: LanguageOption
  @OptionGroup var colour: ColourOption
  @Option(
    help: ArgumentHelp("Write all findings to this file, in the columns of a round's.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var csv: String?
  @Option(
    help: ArgumentHelp(
      "Write the workbook that goes back, with every problem marked at its cell, into this folder.",
      valueName: "folder"),
    completion: .directory)
  var returned: String?
  @Flag(help: "Print findings as JSON Lines.") var json = false
  @Flag(name: .shortAndLong, help: "Print findings only.") var quiet = false
  @OptionGroup var runDate: RunDateOption

  func validate() throws {
    guard (year.map { TimePeriod.plausibleYears.contains($0) }) ?? true else {
      throw ValidationError("--year wants a year of the Common Era, such as 2025")
    }
  }

  func run() throws {
    try reportingErrors {
      try requireFiles()
      let workspace = try workspaceOption.open()
      let named = try round.flatMap { try RoundSelection(workspace: workspace).resolve([$0]).first }
      let name = named ?? (programme == nil ? RoundName(holding: files, in: workspace) : nil)
      var check = try FileCheck(workspace: workspace, programme: programme, round: name, year: year)
      let printer = FindingPrinter(catalogue: check.catalogue, language: language.language, palette: colour.palette)
      var outcomes: [FileCheck.Outcome] = []
      for file in files {
        for outcome in FileCheck.isMapping(file) ? try check.check(mapping: file) : [try check.check(file)] {
          try report(outcome, printer)
          if let returned { try sendBack(outcome, to: returned, &check) }
          outcomes.append(outcome)
        }
      }
      if let csv { try check.write(outcomes, toCSV: csv) }
      let texts = check.catalogue.texts
      let hasErrors = outcomes.contains { $0.findings.contains { texts.severity(of: $0) == .error } }
      if hasErrors { throw ExitCode.partial }
    }
  }

  /// A name that leads nowhere is a slip of the hand, not something wrong with a submission.
  private func requireFiles() throws(RoundsError) {
    for path in files {
      let url = URL(fileURLWithPath: path)
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
        guard isFolder.boolValue else { continue }
        throw RoundsError(.noInput, "\(path) is a folder", cure: "name the files in it: gnlc check \(url.path)/*.xlsx")
      }
      let folder = url.deletingLastPathComponent()
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      throw RoundsError(
        .noInput, "\(path) is not there",
        cure: RoundsError.similar(to: url.lastPathComponent, among: names.sorted())
          ?? "name a submission, .xlsx or .csv, or a mapping, .yaml; gnlc check --help has examples")
    }
  }

  private func report(_ outcome: FileCheck.Outcome, _ printer: FindingPrinter) throws {
    if json {
      for finding in outcome.findings { try Console.json(printer.record(finding)) }
      return
    }
    if !quiet || !outcome.findings.isEmpty { Console.output(printer.text(outcome) + "\n") }
    if !quiet { Console.output(printer.summary(outcome)) }
  }

  private func sendBack(_ outcome: FileCheck.Outcome, to folder: String, _ check: inout FileCheck) throws {
    guard let name = try check.writeReturned(outcome, to: folder, date: runDate.date()), !json, !quiet else { return }
    Console.output("\(folder)/\(name)")
  }
}
