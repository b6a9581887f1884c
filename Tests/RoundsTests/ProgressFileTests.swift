import Foundation
import GNLCTestSupport
import Rounds
import Testing
import Vocabulary

/// `progress.csv`, `trends.csv`, and the targets that cities set themselves.
@Suite struct ProgressFileTests {
  private func rows(_ workspace: Workspace, _ name: String) throws -> [[String: String]] {
    let text = try String(contentsOfFile: workspace.absolute("Reports/demo/2026/\(name)"), encoding: .utf8)
    let lines = text.split(separator: "\r\n").map { line in
      var fields: [String] = []
      var isQuoted = false
      var field = ""
      for character in line {
        if character == "\"" {
          isQuoted.toggle()
        } else if character == ",", !isQuoted {
          fields.append(field)
          field = ""
        } else {
          field.append(character)
        }
      }
      return fields + [field]
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  private func run(_ workspace: Workspace) throws -> RunSummary {
    try RoundRun(RoundName(programme: "demo", round: "2026"), in: workspace, date: try #require(RoundTests.date)).run()
  }

  private func workspace(_ folder: RoundTests.Folder) throws -> Workspace {
    try RoundTests.workspace(folder, SyntheticWorkspace(cities: 2, years: 4))
  }

  @Test func everyMethodHasItsRow() throws {
    let folder = try RoundTests.Folder()
    let workspace = try workspace(folder)
    _ = try run(workspace)
    let rows = try rows(workspace, "progress.csv")
    let groups = Dictionary(grouping: rows) { "\($0["CITY"] ?? "") \($0["INDICATOR"] ?? "")" }
    #expect(!groups.isEmpty)
    for (key, group) in groups {
      #expect(Set(group.compactMap { $0["METHOD"] }).count == 7, "\(key)")
      #expect(Set(group.compactMap { $0["METHODS_AGREE"] }).count == 1, "\(key)")
    }
    for row in rows {
      // A verdict, or a reason for none; a distance has a class instead.
      let isLevel = row["METHOD"] == "oecd" && row["CATEGORY"] != ""
      #expect((row["STATUS"] == "") == (row["REASON_CODE"] != "") || isLevel, "\(row)")
      #expect(row["PARAMETERS"]?.contains("provisional=used") == true)
      #expect(row["METHOD_VERSION"] == "gnlc-method 2026.3")
    }
    #expect(rows.contains { $0["METHODS_AGREE"] == "no" })
    #expect(rows.contains { $0["METHODS_AGREE"] == "yes" })
    // Nobody sets a number for 4.3.1: no target, and the methods that need one say so.
    let open = rows.filter { $0["TARGET_ORIGIN"] == "none" && $0["METHOD"] == "escap" }
    #expect(!open.isEmpty)
    #expect(open.allSatisfy { $0["TARGET"] == "" && $0["STATUS"] == "" && $0["REASON_CODE"] != "" })
    let trends = try self.rows(workspace, "trends.csv")
    #expect(trends.count > groups.count)
    #expect(trends.contains { $0["PROJECTION_LOGIT_LOW"] != "" })
  }

  @Test func aTargetOfACityReplacesTheDirection() throws {
    let folder = try RoundTests.Folder()
    let workspace = try workspace(folder)
    _ = try run(workspace)
    let open = try #require(
      try rows(workspace, "progress.csv").first { $0["TARGET_ORIGIN"] == "none" && $0["DIRECTION"] == "increase" })
    let (city, indicator) = (try #require(open["CITY"]), try #require(open["INDICATOR"]))
    try """
    city,indicator,value,year,source,note
    \(city),\(indicator),44,2028,City plan 2024,
    ,\(indicator),40,2030,Network charter,for everybody
    """.write(toFile: workspace.absolute("Inputs/demo/targets.csv"), atomically: true, encoding: .utf8)
    let summary = try run(workspace)
    #expect(summary.errors == 0)
    let rows = try rows(workspace, "progress.csv").filter { $0["INDICATOR"] == indicator }
    let own = try #require(rows.first { $0["CITY"] == city })
    #expect(own["TARGET_ORIGIN"] == "city")
    #expect(own["TARGET_SOURCE"] == "City plan 2024")
    #expect(own["TARGET_YEAR"] == "2028")
    #expect(rows.contains { $0["TARGET_ORIGIN"] == "programme" && $0["TARGET_SOURCE"] == "Network charter" })
  }

  /// Every fault is a finding with its place, and only its own row goes unused.
  @Test func faultsOfTheTargetsFile() throws {
    let folder = try RoundTests.Folder()
    let workspace = try workspace(folder)
    try """
    city,indicator,value,year,source,colour
    xx-q,adult_literacy_rate,95,2030,Plan,
    xx-a,adult_litracy_rate,95,2030,Plan,
    xx-a,adult_literacy_rate,950,2030,Plan,
    xx-a,adult_literacy_rate,95,2573,Plan,
    xx-a,adult_literacy_rate,95,2030,,
    xx-a,adult_literacy_rate,95,2030,Plan,
    xx-a,adult_literacy_rate,96,2030,Plan,
    xx-a,adult_learning_parity_index,0.9,2030,Plan,
    """.write(toFile: workspace.absolute("Inputs/demo/targets.csv"), atomically: true, encoding: .utf8)
    let summary = try run(workspace)
    let found = try rows(workspace, "findings.csv").filter { $0["FILE"] == "Inputs/demo/targets.csv" }
    #expect(
      found.map { "\($0["CODE"] ?? "") \($0["CELL"] ?? "")" } == [
        "R026 F1", "R020 A2", "R020 B3", "R021 C4", "R022 D5", "R023 E6", "R024 B8", "R021 C9",
      ])
    #expect(found.contains { $0["MESSAGE_EN"]?.contains("adult_literacy_rate") == true })
    #expect(summary.errors == 8)
    // The programme's slip is no city's: all cities are published.
    #expect(summary.citiesReporting == 2)
    let row = try #require(
      try rows(workspace, "trends.csv").first { $0["CITY"] == "xx-a" && $0["INDICATOR"] == "adult_literacy_rate" })
    #expect(row["TARGET_ORIGIN"] == "city")
  }
}
