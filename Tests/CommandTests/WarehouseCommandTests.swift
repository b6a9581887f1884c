import Foundation
import Testing

/// The warehouse as a person meets it.
@Suite struct WarehouseCommandTests {
  @Test func fromRunToRebuilding() throws {
    let folder = CommandTests.Folder()
    #expect(try CommandTests.run("demo", "--cities", "2", "--years", "2", "--out", folder.path).code == 0)
    func gnlc(_ arguments: String...) throws -> CommandTests.Outcome {
      try CommandTests.run(arguments + ["--workspace", folder.path])
    }
    #expect(try gnlc("warehouse", "check").code == 66)
    #expect(try gnlc("warehouse", "rebuild", "demo").code == 66)
    let run = try gnlc("run", "--as-of", "2026-11-22", "--no-city-files")
    #expect(run.code == 0 && run.output.contains("  warehouse Reports/demo/warehouse.sqlite, round 2026\n"))
    let well = try gnlc("warehouse", "check")
    #expect(well.code == 0 && well.output == "Reports/demo/warehouse.sqlite  holds what is published\n")
    #expect(try gnlc("verify").output.hasSuffix(well.output))

    // A file that is cut short: told by whoever looks, mended by the next run.
    let file = "\(folder.path)/Reports/demo/warehouse.sqlite"
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
    let whole = try Data(contentsOf: URL(fileURLWithPath: file))
    try whole.dropLast(10_000).write(to: URL(fileURLWithPath: file))
    let short = "it has \(whole.count - 10_000) bytes instead of \(whole.count)"
    let ill = try gnlc("warehouse", "check", "demo")
    #expect(ill.code == 65 && ill.output.hasSuffix("1 problem\n  \(short)\n"))
    #expect(try gnlc("verify", "--json").output.contains("\"problems\":[\"\(short)\"]"))
    #expect(try gnlc("doctor", "--quick").output.contains("warning  warehouse of demo: \(short)"))
    let mended = try gnlc("run", "--as-of", "2026-11-22", "--no-city-files", "--quiet")
    #expect(mended.code == 0 && mended.output.isEmpty)
    #expect(mended.errors == "Reports/demo/warehouse.sqlite was made anew: \(short)\n")
    #expect(try gnlc("warehouse", "check").code == 0)

    let rebuilt = try gnlc("warehouse", "rebuild", "demo")
    #expect(rebuilt.code == 0 && rebuilt.output == "  warehouse Reports/demo/warehouse.sqlite, round 2026\n")
    #expect(try gnlc("warehouse", "check", "nobody").errors.contains("no programme is called nobody"))

    // Something in its place that cannot be replaced: the round is published, and the exit code says what is not.
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.createDirectory(atPath: "\(file)/x", withIntermediateDirectories: true)
    let late = try gnlc("run", "--as-of", "2026-11-23", "--no-city-files", "--json")
    #expect(late.code == 73 && late.output.contains("\"action\":\"failed\""))
    #expect(try gnlc("run", "--as-of", "2026-11-23", "--no-city-files").errors.contains("the round is published, and"))
  }
}
