import Foundation
import GNLCTestSupport
import Rounds
import Testing
import Vocabulary

/// What a city keeps of its submission, and what it can be checked against.
@Suite struct ReceiptTests {
  private static let header = "CITY,VARIABLE,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,NOTE\n"

  private func run(_ workspace: Workspace) throws -> RunSummary {
    try RoundRun(RoundName(programme: "demo", round: "2026"), in: workspace, date: try #require(RoundTests.date)).run()
  }

  private func lines(_ workspace: Workspace, _ name: String) throws -> [Substring] {
    try String(contentsOfFile: workspace.absolute("Reports/demo/2026/receipts/\(name)"), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test func everySubmissionHasOne() throws {
    let folder = try RoundTests.Folder()
    let workspace = try RoundTests.workspace(folder, SyntheticWorkspace(cities: 2, years: 1))
    let submissions = workspace.absolute("Inputs/demo/2026/submissions")
    try FileManager.default.removeItem(atPath: "\(submissions)/xx-b.xlsx")
    let text =
      Self.header + "xx-b,population,_T,2025,9100,persons,,\nxx-b,population,_T,2024,lots,persons,,\n"
      + "xx-b,population_15plus,_T,2025,,persons,O,\n"
    try text.write(toFile: "\(submissions)/xx-b.csv", atomically: true, encoding: .utf8)
    try "nothing".write(toFile: "\(submissions)/other.csv", atomically: true, encoding: .utf8)
    let summary = try run(workspace)
    #expect(
      summary.outputs.filter { $0.hasPrefix("receipts/") } == [
        "receipts/other.csv-2026.txt", "receipts/xx-a-2026.txt", "receipts/xx-b-2026.txt",
      ])
    let board = try reportTable(workspace, "Reports/demo/2026/submissions.csv")
    let row = try #require(board.first { $0["CITY"] == "xx-b" })
    #expect(row["RECEIPT_FILE"] == "receipts/xx-b-2026.txt" && row["SUBMISSION_BYTES"] == "\(text.utf8.count)")
    let digest = try #require(row["SUBMISSION_SHA256"])

    let receipt = try lines(workspace, "xx-b-2026.txt")
    for line in [
      "RECEIPT OF A SUBMISSION", "City: Example City B (xx-b)", "File: xx-b.csv", "Size: \(text.utf8.count) bytes",
      "SHA-256: \(digest)", "Form: table", "Read by run: \(summary.runID) of 2026-11-22, gnlc 0.1.0",
      "Values read: 3 = 2 taken + 0 blank + 0 excluded + 1 rejected", "Outcome: Part held",
      "Workbook that goes back: returned/xx-b-2026.xlsx",
      // And in Thai.
      "ใบรับข้อมูลที่ส่ง", "เมือง: เมืองตัวอย่าง ข (xx-b)", "ผล: เผยแพร่บางส่วน",
    ] { #expect(receipt.contains(Substring(line)), "\(line)\n\(receipt.joined(separator: "\n"))") }
    #expect(try lines(workspace, "other.csv-2026.txt").contains("Outcome: Not accepted"))
    #expect(receipt.allSatisfy { !$0.contains("[") && !$0.contains("{") })

    // The receipt is known by its bytes, and so is the file.
    let path = workspace.absolute("Reports/demo/2026/receipts/xx-b-2026.txt")
    #expect(try FileOrigin(of: path, in: workspace).release?.run == summary.runID)
    let forged = "\(folder.path)/forged.txt"
    try receipt.joined(separator: "\n").replacing("1 rejected", with: "0 rejected")
      .write(toFile: forged, atomically: true, encoding: .utf8)
    #expect(try FileOrigin(of: forged, in: workspace).release == nil)
    let sent = "\(folder.path)/as sent.csv"
    try text.write(toFile: sent, atomically: true, encoding: .utf8)
    let origin = try FileOrigin(of: sent, in: workspace)
    #expect(origin.sha256 == digest && origin.release == nil)
    let received = try #require(origin.received.first)
    #expect(received.city == "xx-b" && received.round == "2026" && received.outcome == "part_held")
    #expect(received.read == 3 && received.observations == 2 && received.isShown)
  }

  @Test func theCitysLanguageComesFirst() throws {
    let folder = try RoundTests.Folder()
    let workspace = try RoundTests.workspace(folder, SyntheticWorkspace(cities: 1, years: 1))
    let registry = workspace.absolute("Inputs/demo/cities.csv")
    let text = try String(contentsOfFile: registry, encoding: .utf8).split(separator: "\r\n")
    try "\(text[0]),languages\r\n\(text[1]),th\r\n".write(toFile: registry, atomically: true, encoding: .utf8)
    _ = try run(workspace)
    #expect(try lines(workspace, "xx-a-2026.txt").first == "ใบรับข้อมูลที่ส่ง")
  }

  @Test func whileARoundIsWorkedOnThereAreNone() throws {
    let folder = try RoundTests.Folder()
    let workspace = try RoundTests.workspace(folder, SyntheticWorkspace(cities: 1, years: 1))
    let summary = try RoundRun(
      RoundName(programme: "demo", round: "2026"), in: workspace, date: try #require(RoundTests.date),
      reports: .withoutCityFiles
    ).run()
    #expect(!summary.outputs.contains { $0.hasPrefix("receipts/") })
  }
}
