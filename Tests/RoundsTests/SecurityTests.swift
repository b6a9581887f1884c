import Foundation
import Testing
import Vocabulary

@testable import Rounds

/// Nothing leads out of a workspace, and nothing is more open than it should be.
@Suite struct SecurityTests {
  private func workspace(_ folder: RoundTests.Folder) throws -> Workspace {
    try RoundTests.workspace(folder, SyntheticWorkspace(cities: 2, years: 1))
  }

  private func run(_ workspace: Workspace, hasCityFiles: Bool = false) throws -> RunSummary {
    try RoundRun(
      RoundName(programme: "demo", round: "2026"), in: workspace, date: try #require(RoundTests.date),
      reports: hasCityFiles ? .all : .withoutCityFiles
    ).run()
  }

  private func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  /// A submission that is a link is refused as a file, and stops only itself.
  @Test func aLinkedSubmissionIsNotRead() throws {
    let folder = try RoundTests.Folder()
    let workspace = try workspace(folder)
    let submission = workspace.absolute("Inputs/demo/2026/submissions/xx-a.xlsx")
    try FileManager.default.moveItem(atPath: submission, toPath: "\(folder.path)/elsewhere.xlsx")
    try link(submission, to: "\(folder.path)/elsewhere.xlsx")
    let summary = try run(workspace)
    #expect(summary.citiesReporting == 1)
    #expect(summary.errors > 0)
    let findings = try String(
      contentsOfFile: workspace.absolute("Reports/demo/2026/findings.csv"), encoding: .utf8)
    #expect(findings.contains("F002"))
    // Where it leads is part of what names the run, not what stands there.
    try "x".write(toFile: "\(folder.path)/elsewhere.xlsx", atomically: true, encoding: .utf8)
    #expect(try run(workspace).isUnchanged)
    #expect(workspace.links == ["Inputs/demo/2026/submissions/xx-a.xlsx"])
    let doctor = HealthCheck(workspace, isQuick: true)
    #expect(doctor.items.contains { $0.subject == "links" && $0.detail.contains("xx-a.xlsx") })
  }

  /// Folders of submissions, of sources, of a round: a link in their place is not followed.
  @Test(arguments: ["Inputs/demo/2026/submissions", "Inputs/demo/2026", "Inputs/demo"])
  func aLinkedFolderIsNotThere(_ path: String) throws {
    let folder = try RoundTests.Folder()
    let workspace = try workspace(folder)
    try FileManager.default.moveItem(atPath: workspace.absolute(path), toPath: "\(folder.path)/elsewhere")
    try link(workspace.absolute(path), to: "\(folder.path)/elsewhere")
    let summary = try? run(workspace)
    #expect(summary?.read ?? 0 == 0)
    #expect(summary?.citiesReporting ?? 0 == 0)
  }

  /// A folder that cannot be listed is no empty one: a round would be published without its cities. Root lists everything;
  /// `make failures` tries it as somebody else.
  @Test(
    .enabled(if: geteuid() != 0),
    arguments: ["Inputs/demo/2026/submissions", "Indicators/texts", "Inputs/demo/2026", "Inputs/demo"])
  func aFolderThatCannotBeListedIsAnError(_ path: String) throws {
    let folder = try RoundTests.Folder()
    let workspace = try workspace(folder)
    // It may be passed, so that files in it whose names are known can be read.
    chmod(workspace.absolute(path), 0o300)
    defer { chmod(workspace.absolute(path), 0o700) }
    let error = #expect(throws: RoundsError.self) { try run(workspace) }
    #expect(error?.kind == .noInput)
    #expect(error?.message == "the folder \(path) cannot be listed")
  }

  /// What an administrator links is another matter: a catalogue that several workspaces share.
  @Test func aSharedCatalogueMayBeLinked() throws {
    let folder = try RoundTests.Folder()
    let workspace = try workspace(folder)
    try FileManager.default.moveItem(
      atPath: workspace.absolute("Indicators"), toPath: "\(folder.path)/shared")
    try link(workspace.absolute("Indicators"), to: "\(folder.path)/shared")
    #expect(try run(workspace).citiesReporting == 2)
    let method = workspace.absolute("Indicators/method.yaml")
    try FileManager.default.moveItem(atPath: method, toPath: "\(folder.path)/method.yaml")
    try link(method, to: "\(folder.path)/method.yaml")
    #expect(try run(workspace).isUnchanged)
  }

  @Test(arguments: ["", "/.releases", "/.cache"])
  func nothingIsWrittenThroughALink(_ part: String) throws {
    let folder = try RoundTests.Folder()
    let workspace = try workspace(folder)
    let reports = workspace.absolute("Reports/demo")
    let target = "\(folder.path)/target"
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    if !part.isEmpty { try OutputFolder.make(reports) }
    try link(reports + part, to: target)
    if part == "/.cache" {
      // Without a cache a run takes longer, and that is all.
      #expect(try run(workspace).citiesReporting == 2)
    } else {
      let error = #expect(throws: RoundsError.self) { try run(workspace) }
      #expect(error?.kind == .cannotCreate)
      #expect(error?.message.contains("is a symbolic link") == true)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: target) == [])
  }

  /// Ids become names of files.
  @Test(arguments: ["../../x", "/tmp/x", "2027", ".."])
  func anIdThatIsNotItsFolderIsRefused(_ id: String) throws {
    let folder = try RoundTests.Folder()
    let workspace = try workspace(folder)
    for file in ["Inputs/demo/2026/round.yaml", "Inputs/demo/programme.yaml"] {
      let path = workspace.absolute(file)
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      try lines.map { $0.hasPrefix("id:") ? "id: \"\(id)\"" : String($0) }.joined(separator: "\n")
        .write(toFile: path, atomically: true, encoding: .utf8)
      let error = #expect(throws: RoundsError.self) { try run(workspace) }
      #expect(error?.kind == .configuration)
      #expect(error?.message.contains("\(file): the id `\(id)` is not the name of its folder") == true)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
  }

  @Test(arguments: ["../xx", "xx/a", "..", "XX", "xx a"])
  func aCityHasNoNameThatLeadsElsewhere(_ id: String) throws {
    let folder = try RoundTests.Folder()
    let workspace = try workspace(folder)
    let path = workspace.absolute("Inputs/demo/cities.csv")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing("xx-a,", with: "\(id),").write(toFile: path, atomically: true, encoding: .utf8)
    let error = #expect(throws: RoundsError.self) { try run(workspace) }
    #expect(error?.message.contains("`\(id)` is no id") == true)
  }

  /// A template says which round it is for; what it says becomes the name of a file when the form goes back.
  @Test(arguments: ["demo/../x", "demo", "../demo/2026", "demo//2026", "demo/2026/..", "demo/.."])
  func aTemplateNamesNoPath(_ text: String) {
    #expect(RoundName(text) == nil)
  }

  @Test func aSmallDiskIsSaidBeforeWorkBegins() throws {
    #expect(FreeSpace.needed(forInputs: 10 << 20) == 72 << 20)
    try FreeSpace.check(72 << 20, needed: 72 << 20, at: "Reports/demo")
    try FreeSpace.check(nil, needed: 72 << 20, at: "Reports/demo")
    let error = #expect(throws: RoundsError.self) {
      try FreeSpace.check(71 << 20, needed: 72 << 20, at: "Reports/demo")
    }
    #expect(error?.kind == .inputOutput)
    #expect(error?.message.contains("71 MB free, and this round wants 72 MB") == true)
  }
}
