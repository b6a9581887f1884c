import Foundation
import GNLCTestSupport
import Testing

/// What a run tells those who did not start it by hand: a log for programs, an answer to a signal, a rehearsal.
@Suite struct RunLogTests {
  private func workspace(_ folder: CommandTests.Folder, cities: Int = 2) throws -> String {
    let made = try CommandTests.run("demo", "--cities", "\(cities)", "--years", "1", "--out", folder.path)
    #expect(made.code == 0, "\(made.errors)")
    return folder.path
  }

  private func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
    }
  }

  /// Notes name people, and numbers go wrong; the log knows codes and counts.
  @Test func everyLineIsAnObjectWithoutPersons() throws {
    let folder = CommandTests.Folder()
    let path = try workspace(folder)
    let rows = [
      "CITY,VARIABLE,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,NOTE",
      "xx-a,population,_T,2025,17500,persons,,ask somchai@city.example or 081-234-5678",
      "xx-a,literate_15plus,_T,2025,Somchai 1234567890121,persons,,",
    ]
    try FileManager.default.removeItem(atPath: "\(path)/Inputs/demo/2026/submissions/xx-a.xlsx")
    try rows.joined(separator: "\n").write(
      toFile: "\(path)/Inputs/demo/2026/submissions/xx-a.csv", atomically: true, encoding: .utf8)
    let run = try CommandTests.run(
      "run", "--log-format", "json", "--as-of", "2026-11-22", "--no-city-files", "--quiet", in: path)
    #expect(run.code == 65)
    #expect(run.output == "")
    let log = try objects(run.errors)
    #expect(log.first?["event"] as? String == "started")
    #expect(log.first?["date"] as? String == "2026-11-22")
    #expect(
      log.compactMap { $0["stage"] as? String } == [
        "loading", "reading", "checking", "measuring", "reporting", "returning", "publishing", "storing",
      ])
    let last = try #require(log.last)
    #expect(last["event"] as? String == "finished")
    let summary = try #require(last["summary"] as? [String: Any])
    #expect(summary["errors"] as? Int ?? 0 > 0)
    #expect(summary["isUnchanged"] as? Bool == false)
    for (a, b) in zip(log, log.dropFirst()) {
      #expect(try #require(a["seconds"] as? Double) <= #require(b["seconds"] as? Double))
    }
    let told = run.errors + (try CommandTests.run("run", "--as-of", "2026-11-23", "--no-city-files", in: path)).output
    for person in ["omchai", "@", "081", "1234567890121"] { #expect(!told.contains(person), "\(person)") }
  }

  @Test func aFailureIsALineToo() throws {
    let folder = CommandTests.Folder()
    let path = try workspace(folder)
    try "format: 1\n".write(toFile: "\(path)/Inputs/demo/programme.yaml", atomically: true, encoding: .utf8)
    let run = try CommandTests.run("run", "demo/2026", "--log-format", "json", in: path)
    #expect(run.code == 78)
    let last = try #require(try objects(run.errors).last)
    #expect(last["event"] as? String == "failed")
    #expect(last["exit"] as? Int == 78)
    #expect((last["error"] as? String)?.contains("programme.yaml") == true)
  }

  @Test(arguments: [(SIGINT, "SIGINT", "text"), (SIGTERM, "SIGTERM", "json")])
  func aSignalIsSaidAndObeyed(number: Int32, name: String, format: String) throws {
    let folder = CommandTests.Folder()
    let path = try workspace(folder, cities: 14)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandTests.binary)
    process.arguments = ["run", "--workspace", path, "--quiet", "--log-format", format]
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    // The lock tells that the run has begun; whether there is a log to read depends on the format.
    for _ in 0..<15_000 where !FileManager.default.fileExists(atPath: "\(path)/Reports/demo/.lock") { usleep(2000) }
    kill(process.processIdentifier, number)
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 128 + number)
    #expect(said.contains("stopped by \(name); what is published is whole"))
    if format == "json" {
      #expect(try objects(said).last?["exit"] as? Int32 == 128 + number)
    }
    #expect(!FileManager.default.fileExists(atPath: "\(path)/Reports/demo/2026"))
    #expect(try CommandTests.run("run", "--workspace", path, "--no-city-files").code == 0)
  }

  @Test func aRehearsalWritesNothing() throws {
    let folder = CommandTests.Folder()
    let path = try workspace(folder)
    let dry = try CommandTests.run("run", "-n", "--as-of", "2026-11-22", in: path)
    #expect(dry.code == 0, "\(dry.errors)")
    #expect(dry.output.contains("would be run 2026-"))
    #expect(dry.output.contains("nothing was written"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(path)/Reports") == [])
    let run = try CommandTests.run("run", "--as-of", "2026-11-22", in: path)
    // The same run, and the same counts.
    let told = dry.output.replacing("would be run", with: "run").split(separator: "\n").prefix(4)
    #expect(run.output.split(separator: "\n").prefix(4) == told)
    #expect(try CommandTests.run("run", "-n", "--as-of", "2026-11-22", in: path).output.contains("nothing to do"))

    try "format: 1\n".write(toFile: "\(path)/Inputs/demo/2026/round.yaml", atomically: true, encoding: .utf8)
    #expect(try CommandTests.run("run", "demo/2026", "--dry-run", in: path).code == 78)
  }
}
