import Foundation
import GNLCTestSupport
import Testing

/// `gnlc init` as somebody meets it who has no workspace yet.
@Suite struct InitTests {
  private let folder = CommandTests.Folder()
  private let cities = ["--cities", "Tonmai=ต้นไม้", "Sai Fon=สายฝน", "Été", "--country", "xx"]

  private func start(_ more: String..., programme: String = "valley") throws -> CommandTests.Outcome {
    try CommandTests.run(["init", programme] + more + ["--out", folder.path, "--as-of", "2026-07-01"])
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(folder.path)/\(path)", encoding: .utf8)
  }

  /// From nothing to templates and a published round, without an editor in between.
  @Test func aProgrammeThatRuns() throws {
    let made = try CommandTests.run(
      ["init", "valley"] + cities + [
        "--out", folder.path, "--as-of", "2026-07-01", "--title", "Cities \"of\" the valley",
      ])
    #expect(made.code == 0, "\(made.errors)")
    #expect(made.errors.contains("gnlc template valley/2026 --all --workspace \(folder.path)"))
    let written = made.output.split(separator: "\n").map { String($0.dropFirst(folder.path.count + 1)) }
    #expect(
      written == [
        "README.md", "README.th.md", "Inputs/valley/programme.yaml", "Inputs/valley/cities.csv",
        "Inputs/valley/2026/round.yaml",
      ])
    let registry = try text("Inputs/valley/cities.csv")
    for line in ["xx-tonmai,Tonmai,ต้นไม้,XX,city,member", "xx-sai-fon,Sai Fon,สายฝน,XX", "xx-ete,Été,Été,XX"] {
      #expect(registry.contains(line), "\(line)")
    }
    #expect(try text("Inputs/valley/2026/round.yaml").contains("reference_period: 2025"))
    // Nobody who reads one language alone meets a hole, and no placeholder is left.
    for path in written where path != "Inputs/valley/cities.csv" {
      let text = try text(path)
      #expect(
        text.contains(where: { ("ก"..."๛").contains($0) }) && !text.contains("{") && !text.contains("[workspace."))
    }
    let templates = try CommandTests.run(
      "template", "valley/2026", "--all", "--workspace", folder.path, "--out", "\(folder.path)/templates")
    #expect(templates.output.split(separator: "\n").count == 3)
    let run = try CommandTests.run("run", "--workspace", folder.path, "--as-of", "2026-07-02", "--no-city-files")
    #expect(run.code == 0 && run.output.contains("0 of 3 reporting"), "\(run.errors)")
  }

  @Test func aSecondProgrammeStandsBesideTheFirst() throws {
    #expect(try start().code == 0)
    let second = try start(programme: "coast")
    #expect(second.code == 0 && !second.output.contains("README"), "\(second.errors)")
    let status = try CommandTests.run("round", "--workspace", folder.path).output
    #expect(status.contains("coast/2026") && status.contains("valley/2026"))
  }

  @Test func aProgrammeThatIsThereGetsItsNextRound() throws {
    #expect(try start().code == 0)
    let again = try start()
    #expect(again.code == 73 && again.errors.contains("has a round valley/2026 already"))
    let before = try text("Inputs/valley/programme.yaml")
    let next = try start("--year", "2026")
    #expect(next.code == 0 && next.output == "\(folder.path)/Inputs/valley/2027/round.yaml\n", "\(next.errors)")
    #expect(try text("Inputs/valley/programme.yaml") == before)
    let more = try start("--year", "2027", "--title", "Other")
    #expect(more.code == 73 && more.errors.contains("has a programme valley already"))
  }

  @Test func nothingOfAnybodyElsesIsTouched() throws {
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    try "mine".write(toFile: "\(folder.path)/letter.txt", atomically: true, encoding: .utf8)
    #expect(try start().code == 73)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["letter.txt"])
  }

  @Test(arguments: [
    (["init", "Valley"], "no id"),
    (["init", "valley", "--cities", "Tonmai"], "--country"),
    (["init", "valley", "--cities", "ต้นไม้", "--country", "TH"], "English=Thai"),
    (["init", "valley", "--cities", "Sai Fon", "Sai-Fon", "--country", "TH"], "would both be th-sai-fon"),
    (["init", "valley", "--year", "2568"], "Common Era"),
    (["init", "valley", "--title-thai", "ชื่อ"], "--title"),
  ]) func wrongUseSaysWhatIsWanted(_ arguments: [String], _ told: String) throws {
    let outcome = try CommandTests.run(arguments)
    #expect(outcome.code == 64 && outcome.errors.contains(told), "\(outcome.errors)")
  }
}
