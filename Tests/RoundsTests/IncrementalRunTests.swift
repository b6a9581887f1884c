import Foundation
import Rounds
import Testing
import Vocabulary

/// Only what changed is parsed and written again, and nobody can tell from the files.
@Suite struct IncrementalRunTests {
  private func run(_ workspace: Workspace) throws -> RunSummary {
    try RoundRun(
      RoundName(programme: "demo", round: "2026"), in: workspace, date: try #require(RoundTests.date)
    ).run()
  }

  /// Two rounds of cities, some with faults, of which workbooks go back.
  private func workspace(_ folder: RoundTests.Folder) throws -> Workspace {
    try RoundTests.workspace(folder, SyntheticWorkspace(cities: 5, years: 1, rounds: 2, hasFaults: true))
  }

  /// A city sends a table in the place of its workbook.
  private func change(_ workspace: Workspace, population: Int) throws {
    let submissions = workspace.absolute("Inputs/demo/2026/submissions")
    try? FileManager.default.removeItem(atPath: "\(submissions)/xx-b.xlsx")
    let rows = [
      "CITY,VARIABLE,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,NOTE",
      "xx-b,population,_T,2025,\(population),persons,,", "xx-b,literate_15plus,F,2025,7020,houses,,",
    ]
    try rows.joined(separator: "\n").write(toFile: "\(submissions)/xx-b.csv", atomically: true, encoding: .utf8)
  }

  private func sums(_ workspace: Workspace) throws -> [String: String] {
    let text = try String(
      contentsOfFile: workspace.absolute("Reports/demo/2026/SHA256SUMS"), encoding: .utf8)
    return Dictionary(
      uniqueKeysWithValues: text.split(separator: "\n").map { line in
        let parts = line.split(separator: " ", maxSplits: 1)
        return (String(parts[1].dropFirst()), String(parts[0]))
      })
  }

  private func cache(_ workspace: Workspace, _ part: String = "") -> String {
    workspace.absolute("Reports/demo/.cache/2026\(part)")
  }

  /// The same inputs in a workspace without any past.
  private func coldSums(_ workspace: Workspace) throws -> [String: String] {
    let folder = try RoundTests.Folder()
    let copy = "\(folder.path)/ws"
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
    for part in ["Indicators", "Inputs"] {
      try FileManager.default.copyItem(atPath: workspace.absolute(part), toPath: "\(copy)/\(part)")
    }
    let cold = try Workspace(root: copy)
    _ = try run(cold)
    return try sums(cold)
  }

  private func inode(_ path: String) throws -> Int {
    try #require(
      try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int)
  }

  @Test func oneCityChangesAndTheTreeIsThatOfAColdRun() throws {
    let folder = try RoundTests.Folder()
    let workspace = try workspace(folder)
    _ = try run(workspace)
    let before = try sums(workspace)
    let files = try FileManager.default.contentsOfDirectory(atPath: cache(workspace, "/parsed")).sorted()
    let inodes = try files.map { try inode(cache(workspace, "/parsed/\($0)")) }
    try change(workspace, population: 90_000)
    _ = try run(workspace)
    let after = try sums(workspace)
    #expect(try coldSums(workspace) == after)

    // One file was parsed; what the others gave was not written again.
    let now = try FileManager.default.contentsOfDirectory(atPath: cache(workspace, "/parsed")).sorted()
    #expect(now.count == files.count)
    let kept = files.filter(now.contains)
    #expect(kept.count == files.count - 1)
    for (file, inode) in zip(files, inodes) where kept.contains(file) {
      #expect(try self.inode(cache(workspace, "/parsed/\(file)")) == inode)
    }
    // Cards are named by what stands in them; with few cities beside each other more than one card changes.
    let cards = before.keys.filter { $0.hasPrefix("cities/") }
    #expect(!cards.isEmpty)
    #expect(before["cities/xx-b-2026.xlsx"] != after["cities/xx-b-2026.xlsx"])
    let returned = before.filter { $0.key.hasPrefix("returned/") && $0.key != "returned/xx-b-2026.xlsx" }
    #expect(!returned.isEmpty)
    for (path, sum) in returned { #expect(after[path] == sum, "\(path)") }
    // Nobody else reads what cities sent before figures are kept back.
    let attributes = try FileManager.default.attributesOfItem(atPath: cache(workspace, "/parsed"))
    #expect((attributes[.posixPermissions] as? Int) == 0o700)
  }

  /// Lost, damaged or from another program: the same files.
  @Test func theCacheMayBeAnything() throws {
    let folder = try RoundTests.Folder()
    let workspace = try workspace(folder)
    _ = try run(workspace)
    let expected = try sums(workspace)
    func runAgain() throws -> [String: String] {
      // The release goes, so that there is something to do.
      let run = try FileManager.default.destinationOfSymbolicLink(atPath: workspace.absolute("Reports/demo/2026"))
      try FileManager.default.removeItem(atPath: workspace.absolute("Reports/demo/\(run)/manifest.json"))
      #expect(try !self.run(workspace).isUnchanged)
      return try sums(workspace)
    }
    #expect(try runAgain() == expected)

    for name in try FileManager.default.contentsOfDirectory(atPath: cache(workspace, "/parsed")) {
      let file = URL(fileURLWithPath: cache(workspace, "/parsed/\(name)"))
      var data = try Data(contentsOf: file)
      data[data.count / 2] ^= 1
      try data.write(to: file)
    }
    #expect(try runAgain() == expected)

    try Data("nonsense".utf8).write(to: URL(fileURLWithPath: cache(workspace, "/workbooks")))
    #expect(try runAgain() == expected)
    try FileManager.default.removeItem(atPath: workspace.absolute("Reports/demo/.cache"))
    #expect(try runAgain() == expected)
  }

  /// A workbook of an old release that somebody touched is not used again.
  @Test func aChangedWorkbookIsMadeAnew() throws {
    let folder = try RoundTests.Folder()
    let workspace = try workspace(folder)
    _ = try run(workspace)
    let old = URL(fileURLWithPath: workspace.absolute("Reports/demo/2026")).resolvingSymlinksInPath()
    for name in try FileManager.default.subpathsOfDirectory(atPath: old.path) where name.hasSuffix(".xlsx") {
      let file = old.appendingPathComponent(name)
      var data = try Data(contentsOf: file)
      data[data.count / 2] ^= 1
      try data.write(to: file)
    }
    try change(workspace, population: 90_001)
    _ = try run(workspace)
    #expect(try coldSums(workspace) == sums(workspace))
  }

  /// A round that is worked on without the files of cities still knows them.
  @Test func aRunWithoutCityFilesForgetsNone() throws {
    let folder = try RoundTests.Folder()
    let workspace = try workspace(folder)
    _ = try run(workspace)
    func known() throws -> Set<String> {
      let sealed = try Data(contentsOf: URL(fileURLWithPath: cache(workspace, "/workbooks")))
      let index = try JSONSerialization.jsonObject(with: sealed.dropFirst(32)) as? [String: Any]
      return Set(try #require(index?["workbooks"] as? [String: Any]).keys)
    }
    let before = try known()
    #expect(before.count > 5)
    try change(workspace, population: 90_002)
    _ = try RoundRun(
      RoundName(programme: "demo", round: "2026"), in: workspace, date: try #require(RoundTests.date),
      reports: .withoutCityFiles
    ).run()
    #expect(try known() == before)
    _ = try run(workspace)
    #expect(try coldSums(workspace) == sums(workspace))
  }

  @Test func pruningTakesTheCache() throws {
    let folder = try RoundTests.Folder()
    let workspace = try workspace(folder)
    _ = try run(workspace)
    let pruning = Pruning(workspace: workspace, kept: 0)
    #expect(pruning.cacheBytes(programme: "demo") > 0)
    _ = try pruning.prune(programme: "demo", date: try #require(RoundTests.date))
    #expect(!FileManager.default.fileExists(atPath: workspace.absolute("Reports/demo/.cache")))
    #expect(pruning.cacheBytes(programme: "demo") == 0)
    #expect(try Verification(.init(programme: "demo", round: "2026"), in: workspace).problems.isEmpty)
  }
}
