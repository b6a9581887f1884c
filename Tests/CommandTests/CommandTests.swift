import Foundation
import GNLCTestSupport
import Testing
import Vocabulary

/// The program as a person or a cron job meets it: text, streams and exit codes.
@Suite struct CommandTests {
  struct Outcome {
    var code: Int32
    var output: String
    var errors: String
  }

  /// The binary that was built with these tests.
  static let binary = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("gnlc").path

  static func run(
    _ arguments: String..., in folder: String = Repository.root.path, environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(arguments, in: folder, environment: environment)
  }

  static func run(
    _ arguments: [String], in folder: String = Repository.root.path, environment: [String: String] = [:],
    umask: String = "022"
  ) throws -> Outcome {
    try start(binary, arguments, in: folder, environment: environment, umask: umask)
  }

  /// Any program, with no more of an environment than a cron job has.
  static func start(
    _ program: String, _ arguments: [String], in folder: String = Repository.root.path,
    environment: [String: String] = [:], umask: String = "022"
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "umask \(umask); exec \"$0\" \"$@\"", program] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var variables = [
      "PATH": "/usr/bin:/bin", "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
    ]
    for name in ["LLVM_PROFILE_FILE", "ASAN_OPTIONS", "TSAN_OPTIONS"] {
      variables[name] = ProcessInfo.processInfo.environment[name]
    }
    variables.merge(environment) { $1 }
    process.environment = variables
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // Both at once: a program that fills one pipe waits until somebody reads it.
    let (said, told) = (output.fileHandleForReading, errors.fileHandleForReading)
    let (text, trouble) = concurrently({ said.readDataToEndOfFile() }, { told.readDataToEndOfFile() })
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: trouble, as: UTF8.self))
  }

  final class Folder {
    let path: String
    init() {
      path = FileManager.default.temporaryDirectory.appendingPathComponent("gnlc-command-\(UUID().uuidString)").path
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private func workspace(_ folder: Folder, _ extra: String...) throws -> String {
    let made = try Self.run("demo", "--cities", "2", "--years", "2", "--out", folder.path)
    #expect(made.code == 0, "\(made.errors)")
    return folder.path
  }

  @Test func helpNamesCommandsAndExitCodes() throws {
    let help = try Self.run("--help")
    #expect(help.code == 0)
    for word in ["run", "check", "catalogue", "demo", "78", "Examples"] { #expect(help.output.contains(word)) }
  }

  @Test func wrongUseIs64() throws {
    #expect(try Self.run("rnu").code == 64)
    #expect(try Self.run("demo", "--cities", "0", "--out", "/tmp/x").code == 64)
    #expect(try Self.run("run", "--as-of", "yesterday").code == 64)
    let misspelt = try Self.run("run", "--only", "evaluation,score")
    #expect(misspelt.code == 64)
    #expect(misspelt.errors.contains("no report is called score; did you mean scores?"))
    #expect(try Self.run("run", "--only", "scores", "--no-city-files").code == 64)
    // A report as known then wants one round and a folder of its own.
    for arguments in [["demo/2026"], ["demo", "--out", "then"], ["demo/2026", "gnlc/2026", "--out", "then"]] {
      #expect(try Self.run(["run", "--as-known-at", "2025"] + arguments).code == 64, "\(arguments)")
    }
  }

  @Test func aRunPrintsWhereTheReportsAre() throws {
    let folder = Folder()
    let run = try Self.run("run", "--as-of", "2026-11-22", in: try workspace(folder))
    #expect(run.code == 0)
    #expect(run.output.contains("Reports/demo/2026/"))
    #expect(run.output.contains("values read ="))
    #expect(run.errors.isEmpty, "no progress without a terminal: \(run.errors)")
  }

  @Test func quietIsSilentUnlessSomethingIsWrong() throws {
    let folder = Folder()
    let path = try workspace(folder)
    let clean = try Self.run("run", "--quiet", "--as-of", "2026-11-22", in: path)
    #expect(clean.code == 0 && clean.output.isEmpty && clean.errors.isEmpty)
    let bad = "CITY,VARIABLE,TIME_PERIOD,OBS_VALUE\nxx-a,population,2025,lots\n"
    try bad.write(toFile: "\(path)/Inputs/demo/2026/submissions/xx-a2.csv", atomically: true, encoding: .utf8)
    let partial = try Self.run("run", "--quiet", "--as-of", "2026-11-22", in: path)
    #expect(partial.code == 65)
    #expect(partial.output.isEmpty)
    #expect(partial.errors.contains("findings.csv"))
  }

  @Test func jsonIsOneObjectARound() throws {
    let folder = Folder()
    let run = try Self.run("run", "--json", "--as-of", "2026-11-22", in: try workspace(folder))
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(object?["programme"] as? String == "demo")
    #expect(object?["rejected"] as? Int == 0)
  }

  /// Same inputs, other time zone, locale, umask and folder: same bytes, and no more rights than the umask leaves.
  @Test func placeAndLocaleLeaveNoTrace() throws {
    let one = Folder()
    let other = Folder()
    let settings = [
      ["TZ": "Asia/Bangkok", "LC_ALL": "th_TH.UTF-8"],
      ["TZ": "America/Caracas", "LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"],
    ]
    for (folder, (environment, umask)) in zip([one, other], zip(settings, ["022", "077"])) {
      let path = try workspace(folder)
      let run = try Self.run(["run", "--as-of", "2026-11-22"], in: path, environment: environment, umask: umask)
      #expect(run.code == 0, "\(run.errors)")
    }
    let made = try FileManager.default.subpathsOfDirectory(atPath: "\(other.path)/Reports/demo")
    for name in made {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(other.path)/Reports/demo/\(name)")
      guard attributes[.type] as? FileAttributeType != .typeSymbolicLink else { continue }
      #expect((attributes[.posixPermissions] as? Int).map { $0 & 0o077 } == 0, "\(name)")
    }
    let reports = "Reports/demo/2026"
    let names = try FileManager.default.subpathsOfDirectory(atPath: "\(one.path)/\(reports)/").sorted()
      .filter { !["returned", "cities", "receipts"].contains($0) }
    for name in [
      "evaluation-2026.xlsx", "submissions.csv", "datapackage.json", "returned/xx-b-2026.xlsx",
      "receipts/xx-a-2026.txt",
    ] {
      #expect(names.contains(name), "\(name)")
    }
    for name in names {
      let a = FileManager.default.contents(atPath: "\(one.path)/\(reports)/\(name)")
      let b = FileManager.default.contents(atPath: "\(other.path)/\(reports)/\(name)")
      #expect(a != nil && a == b, "\(name)")
    }
  }

  @Test func theDayComesFromTheEpoch() throws {
    let folder = Folder()
    let path = try workspace(folder)
    let epoch = try Self.run("run", "--json", in: path, environment: ["SOURCE_DATE_EPOCH": "1795305600"])
    let asOf = try Self.run("run", "--json", "--as-of", "2026-11-22", in: path)
    let told = epoch.output.replacing("\"isUnchanged\":false", with: "\"isUnchanged\":true")
      .replacing("\"action\":\"made\"", with: "\"action\":\"unchanged\"")
    #expect(told == asOf.output)
  }

  @Test func missingThingsAre66AndSayWhatToDo() throws {
    let nowhere = try Self.run("run", "--workspace", "/nonexistent")
    #expect(nowhere.code == 66)
    #expect(nowhere.errors.contains("--workspace"))
    let wrong = try Self.run("run", "gnlc/2062")
    #expect(wrong.code == 66)
    #expect(wrong.errors.contains("2026"))
    #expect(try Self.run("catalogue", "show", "adult_literacy_rat").errors.contains("adult_literacy_rate"))
  }

  @Test func faultyCatalogueIs78WithLines() throws {
    let folder = Folder()
    let path = try workspace(folder)
    let method = "\(path)/Indicators/method.yaml"
    try (String(contentsOfFile: method, encoding: .utf8) + "\nextra: 1\n").write(
      toFile: method, atomically: true, encoding: .utf8)
    let check = try Self.run("catalogue", "check", in: path)
    #expect(check.code == 78)
    #expect(check.output.contains("Indicators/method.yaml:"))
    #expect(check.output.contains("unknown key `extra`"))
    #expect(try Self.run("run", in: path).code == 78)
  }

  /// A workspace whose texts are older than the program.
  @Test func missingTextsAre78WithTheirNames() throws {
    let folder = Folder()
    let path = try workspace(folder)
    let file = "\(path)/Indicators/texts/findings.yaml"
    try String(contentsOfFile: file, encoding: .utf8).replacing("code: R009", with: "code: R999").write(
      toFile: file, atomically: true, encoding: .utf8)
    let check = try Self.run("catalogue", "check", in: path)
    #expect(check.code == 78)
    #expect(check.output.contains("Indicators/texts lacks texts that this version uses (1): R009"))
    #expect(check.errors.contains("copy the texts"))
    #expect(try Self.run("doctor", in: path).output.contains("R009"))
  }

  @Test func checkTellsPlaceAndCureInTheReadersLanguage() throws {
    let folder = Folder()
    let path = try workspace(folder)
    let file = "\(path)/Inputs/demo/2026/submissions/xx-a.csv"
    try "CITY,VARIABLE,TIME_PERIOD,OBS_VALUE\nxx-a,population,2025,\"12,5\"\n".write(
      toFile: file, atomically: true, encoding: .utf8)
    let english = try Self.run("check", file, in: path)
    #expect(english.code == 65)
    // A file that lies in a round's folder is for that round.
    #expect(english.output.hasPrefix("\(file)  city Example City A (xx-a), round demo/2026, reference year 2025\n"))
    #expect(english.output.contains("error[N004] ambiguous-comma"))
    #expect(english.output.contains("D2"))
    #expect(english.output.contains("fix: type 12.5 with a point"))
    let thai = try Self.run("check", "--language", "th", file, in: path)
    #expect(thai.output.contains("วิธีแก้"))
    let json = try Self.run("check", "--json", file, in: path)
    let record =
      try JSONSerialization.jsonObject(with: Data(json.output.split(separator: "\n")[0].utf8)) as? [String: Any]
    #expect(record?["cell"] as? String == "D2")
  }

  /// Without a registry the file's word is taken for its city; the year lets the rules on old figures run.
  @Test func checkNeedsOnlyTheCatalogue() throws {
    let folder = Folder()
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/Indicators", withDestinationPath: Repository.path("Indicators"))
    let rows = ["CITY,VARIABLE,TIME_PERIOD,OBS_VALUE", "xx-z,population,2014,9000"]
    let blanks = ["eligible_voters", "labour_force"].map { "xx-z,\($0),2014,\"7,1\"" }
    try (rows + blanks).joined(separator: "\n").write(
      toFile: "\(folder.path)/sent.csv", atomically: true, encoding: .utf8)
    let plain = try Self.run("check", "sent.csv", in: folder.path)
    #expect(plain.code == 65)
    #expect(plain.output.hasPrefix("sent.csv  city xx-z, reference year unknown; --year"))
    #expect(!plain.output.contains("C001") && !plain.output.contains("T009"))
    // What is wrong in the same way is told once, with both places.
    #expect(
      plain.output.contains("(2)\n  --> D3  Eligible voters (eligible_voters)\n  --> D4  Labour force (labour_force)\n")
    )
    let dated = try Self.run(
      "check", "sent.csv", "--year", "2025", "--csv", "found.csv", "--language", "th", in: folder.path)
    #expect(dated.output.hasPrefix("sent.csv  xx-z · ปีอ้างอิง 2568"))
    #expect(dated.output.contains("ต้องแก้[N004] ambiguous-comma: "))
    #expect(dated.output.contains("ทบทวน[T009] stale-figure: "))
    let written = try String(contentsOfFile: "\(folder.path)/found.csv", encoding: .utf8).split(separator: "\r\n")
    #expect(written.count == 4)
    #expect(written[0].hasPrefix("NUMBER,SEVERITY,CODE,SLUG,CITY,VARIABLE,FILE,SHEET,CELL,MESSAGE_EN"))
    let unknown = try Self.run("check", "sent.csv", "--returned", ".", in: folder.path)
    #expect(unknown.code == 66 && unknown.errors.contains("--round"))
  }

  @Test func checkWritesTheWorkbookThatGoesBack() throws {
    let folder = Folder()
    let path = try workspace(folder)
    let file = "\(path)/sent.csv"
    try "CITY,VARIABLE,TIME_PERIOD,OBS_VALUE\nxx-a,population,2025,\"12,5\"\n".write(
      toFile: file, atomically: true, encoding: .utf8)
    let arguments = ["check", file, "--round", "demo/2026", "--returned", "\(path)/back"]
    let first = try Self.run(arguments, in: path)
    #expect(first.code == 65)
    #expect(first.output.contains("back/xx-a-2026.xlsx"))
    let written = FileManager.default.contents(atPath: "\(path)/back/xx-a-2026.xlsx")
    #expect(written != nil)
    // The same name is the template's: what is there is never touched.
    #expect(try Self.run(arguments, in: path).code == 73)
    #expect(FileManager.default.contents(atPath: "\(path)/back/xx-a-2026.xlsx") == written)
    // It says itself which round and year it is for, and has the fault still.
    let again = try Self.run("check", "\(path)/back/xx-a-2026.xlsx", in: path)
    #expect(again.output.contains("city Example City A (xx-a), round demo/2026, reference year 2025"))
    #expect(again.output.contains("error[N004]") && !again.output.contains("C050"))
  }

  @Test func listShowsTheKeyFeatures() throws {
    let list = try Self.run("catalogue", "list", "--framework", "key-features")
    #expect(list.output.contains("3 areas, 12 focal_points, 42 features, 59 indicators"))
  }

  @Test func demoWritesNoFolderTwice() throws {
    let folder = Folder()
    _ = try workspace(folder)
    #expect(try Self.run("demo", "--cities", "2", "--out", folder.path).code == 73)
  }

  /// Every method in both languages, none without its texts.
  @Test func methodsAreListedAndExplained() throws {
    let list = try Self.run("methods", "--workspace", Repository.path(""))
    #expect(list.code == 0, "\(list.errors)")
    for word in ["* statcan", "* escap", "  minmax", "* goalposts", "  copeland", "base_year=2015"] {
      #expect(list.output.contains(word), "\(word)")
    }
    let thai = try Self.run("methods", "zscore", "--language", "th", "--workspace", Repository.path(""))
    #expect(thai.output.contains("คะแนนมาตรฐาน"))
    #expect(thai.output.contains("mean=50;deviation=10"))
    let json = try Self.run("methods", "--json", "--workspace", Repository.path(""))
    #expect(!json.output.contains("[method."), "a text is missing")
    let lines = json.output.split(separator: "\n")
    #expect(lines.count == 37)
    for line in lines {
      let record = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let what = try #require(record["what"] as? [String: String])
      #expect(what["en"]?.isEmpty == false && what["th"]?.isEmpty == false)
      #expect(record["parameters"] is [String: Any])
    }
    let unknown = try Self.run("methods", "minmux", "--workspace", Repository.path(""))
    #expect(unknown.code == 66)
    #expect(unknown.errors.contains("minmax"))
  }
}
