import Foundation
import GRDB
import Testing

@testable import Warehouse

/// One file that is whole or replaced, whatever happened to it.
@Suite struct WarehouseFileTests {
  /// Everything in the file but its bytes: what `.dump` prints.
  static func dump(_ path: String) throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration).read { database in
      var lines = try String.fetchAll(
        database, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
      for table in WarehouseSchema.tables {
        for row in try Row.fetchAll(database, sql: "SELECT * FROM \(table.name)") {
          lines.append("\(table.name) \(row.databaseValues.map { "\($0)" }.joined(separator: "|"))")
        }
      }
      return lines
    }
  }

  private func texts(_ path: String, _ sql: String) throws -> [String] {
    try WarehouseFile.reader(path).read { try String.fetchAll($0, sql: sql) }
  }

  @Test func holdsWhatReleasesSay() throws {
    let sample = try SampleReleases()
    try sample.write([try sample.release("2025", run: "r1")])
    #expect(try sample.file().condition() == .whole([.init(round: "2025", run: "r1", manifest: "digest of r1")]))
    for table in WarehouseSchema.tables {
      let count = try texts(sample.path, "SELECT CAST(count(*) AS TEXT) FROM \(table.name)")
      #expect(count == [table.source == .inputs ? "2" : "1"], "\(table.name)")
    }
    #expect(
      try texts(sample.path, "SELECT note FROM observations WHERE breakdown = '' AND obs_value = 1.5") == ["a \"b\", ค"]
    )
    #expect(try texts(sample.path, "SELECT typeof(city) FROM inputs ORDER BY path") == ["text", "null"])
    #expect(try texts(sample.path, "SELECT 'yes' FROM scores WHERE comparable = 1") == ["yes"])
    #expect(try texts(sample.path, "PRAGMA integrity_check") == ["ok"])
    #expect(try texts(sample.path, "SELECT hex(\"table\") FROM pragma_foreign_key_check").isEmpty)
    #expect(try sample.leftovers.isEmpty)
    let attributes = try FileManager.default.attributesOfItem(atPath: sample.path)
    #expect(attributes[.posixPermissions] as? Int == 0o440)
  }

  /// Tables as the page describes them.
  @Test func everyTableIsStrictAndKeyed() throws {
    let sample = try SampleReleases()
    try sample.write([try sample.release("2025", run: "r1")])
    let weak =
      "SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND (strict = 0 OR wr = 0)"
    #expect(try texts(sample.path, weak).isEmpty)
    for view in WarehouseSchema.views {
      let columns = try texts(sample.path, "SELECT name FROM pragma_table_info('\(view.name)')")
      #expect(columns == view.columns, "\(view.name)")
    }
  }

  @Test func roundByRoundIsAsAllAtOnce() throws {
    let (step, once) = (try SampleReleases(), try SampleReleases())
    func releases(_ sample: SampleReleases) throws -> [PublishedRelease] {
      let first = try sample.release(
        "2024", run: "r1", year: 2023, changes: ["cities": ["city_name_en": "Old", "region": "West"]])
      let second = try sample.release(
        "2025", run: "r2", year: 2024, changes: ["cities": ["city_name_en": "New", "city": "xx-a"]])
      let other = try sample.release("2025", run: "r3", year: 2024, changes: ["observations": ["obs_value": "9"]])
      let early = try sample.release(
        "2023", run: "r4", year: 2022, changes: ["cities": ["city": "xx-b"], "submissions": ["city": "xx-b"]])
      return [first, second, other, early]
    }
    let parts = try releases(step)
    try step.write([parts[0]])
    try step.write([parts[0], parts[1]])
    #expect(try texts(step.path, "SELECT city_name_en FROM cities") == ["New"])
    // Another release of a round takes the place of the first.
    try step.write([parts[0], parts[2]])
    #expect(try texts(step.path, "SELECT CAST(obs_value AS TEXT) FROM observations ORDER BY round") == ["1.5", "9.0"])
    // An earlier round changes nothing of what later ones say.
    try step.write([parts[3], parts[0], parts[2]])
    let same = try releases(once)
    try once.write([same[3], same[0], same[2]])
    #expect(try Self.dump(step.path) == Self.dump(once.path))
    // A round that is published no more goes.
    try step.write([parts[2]])
    let alone = try SampleReleases()
    try alone.write([try releases(alone)[2]])
    #expect(try Self.dump(step.path) == Self.dump(alone.path))
  }

  /// What may have happened to the file, and what is said of it.
  static let mishaps: [(String, @Sendable (String) throws -> Void, String)] = [
    ("cut short in a page", { try shorten($0, to: 50_000) }, "it has 50000 bytes instead of"),
    ("cut short at a page", { try shorten($0, to: 32_768) }, "it has 32768 bytes instead of"),
    ("emptied", { try shorten($0, to: 0) }, "it is no SQLite database"),
    (
      "garbage", { try Data(repeating: 7, count: 9_000).write(to: URL(fileURLWithPath: $0)) },
      "it is no SQLite database"
    ),
    (
      "the last page overwritten", { try overwrite($0, at: try size($0) - 16_384, count: 16_384) },
      "it is damaged: Page"
    ),
    ("an edition before", { try overwrite($0, at: 60, count: 4) }, "it is of another version"),
    ("another program's", { try overwrite($0, at: 68, count: 4) }, "it is no warehouse of gnlc"),
    (
      "a journal beside it", { try Data([1]).write(to: URL(fileURLWithPath: $0 + "-journal")) },
      "another program has written"
    ),
    ("a log beside it", { try Data([1]).write(to: URL(fileURLWithPath: $0 + "-wal")) }, "another program has written"),
    ("a view dropped", { try change($0, "DROP VIEW heat_map") }, "its tables or views were changed"),
    ("a table added", { try change($0, "CREATE TABLE mine (a)") }, "its tables or views were changed"),
    (
      "a link in its place",
      {
        try FileManager.default.removeItem(atPath: $0)
        try FileManager.default.createSymbolicLink(atPath: $0, withDestinationPath: "/etc/passwd")
      }, "it is no file"
    ),
  ]

  private static func size(_ path: String) throws -> UInt64 {
    UInt64(try Data(contentsOf: URL(fileURLWithPath: path)).count)
  }

  static func shorten(_ path: String, to bytes: UInt64) throws {
    try unlock(path)
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.truncate(atOffset: bytes)
    try handle.close()
  }

  static func overwrite(_ path: String, at offset: UInt64, count: Int) throws {
    try unlock(path)
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.seek(toOffset: offset)
    try handle.write(contentsOf: Data(repeating: 0x55, count: count))
    try handle.close()
  }

  static func change(_ path: String, _ sql: String) throws {
    try unlock(path)
    try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
  }

  private static func unlock(_ path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
  }

  @Test(arguments: mishaps.indices) func whatIsNotWholeIsMadeAnew(_ index: Int) throws {
    let (name, happen, reason) = Self.mishaps[index]
    let sample = try SampleReleases()
    let release = try sample.release("2025", run: "r1")
    try sample.write([release])
    let before = try Self.dump(sample.path)
    try happen(sample.path)
    guard case .unusable(let found) = try sample.file().condition() else {
      Issue.record("\(name): nothing was noticed")
      return
    }
    #expect(found.hasPrefix(reason), "\(name): \(found)")
    try sample.write([release])
    #expect(try sample.file().condition() == .whole([release.stamp]), "\(name)")
    #expect(try Self.dump(sample.path) == before, "\(name)")
    #expect(try sample.leftovers.isEmpty, "\(name)")
  }

  /// What a killed run leaves goes with the next, and the file that was shown stays until then.
  @Test func whatAKilledRunLeavesGoes() throws {
    let sample = try SampleReleases()
    let release = try sample.release("2025", run: "r1")
    try sample.write([release])
    try Data(repeating: 1, count: 100_000).write(to: URL(fileURLWithPath: "\(sample.folder)/.staging"))
    #expect(try sample.file().condition() == .whole([release.stamp]))
    try sample.write([release, try sample.release("2026", run: "r2", year: 2026)])
    #expect(try texts(sample.path, "SELECT round FROM rounds") == ["2025", "2026"])
    #expect(try sample.leftovers.isEmpty)
  }

  /// A reader goes on reading what it opened, in the middle of a transaction, too.
  @Test func readersNeitherWaitNorStop() throws {
    let sample = try SampleReleases()
    let release = try sample.release("2025", run: "r1")
    try sample.write([release])
    let reader = try WarehouseFile.reader(sample.path)
    try reader.read { database in
      #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM rounds") == 1)
      try sample.write([release, try sample.release("2026", run: "r2", year: 2026)])
      #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM rounds") == 1)
    }
    #expect(try texts(sample.path, "SELECT round FROM rounds") == ["2025", "2026"])
  }

  /// A program that writes into the file would leave its journal to the new one: that is told, and nothing changes.
  @Test func aWriterIsNotDrivenOut() throws {
    let sample = try SampleReleases()
    let release = try sample.release("2025", run: "r1")
    try sample.write([release])
    try Self.change(sample.path, "PRAGMA user_version = 8")
    let writer = try DatabaseQueue(path: sample.path)
    try writer.writeWithoutTransaction { database in
      try database.beginTransaction(.immediate)
      let error = try #require(throws: WarehouseError.self) {
        try sample.file().write([release], documentation: [], over: .missing, patience: 0.05)
      }
      #expect(error.kind == .locked && error.message.contains("another program is writing into"))
      try database.rollback()
    }
    #expect(try sample.leftovers.isEmpty)
    try sample.write([release])
    #expect(try sample.file().condition() == .whole([release.stamp]))
  }

  /// Fields that are no numbers, columns that are missing and files that are no CSV are told with their place.
  @Test func filesThatAreNotAsPublishedAreTold() throws {
    let sample = try SampleReleases()
    let wrong = try sample.release("2025", run: "r1", changes: ["scores": ["score": "many"]])
    let error = try #require(throws: WarehouseError.self) { try sample.write([wrong]) }
    #expect(error.kind == .release && error.message.contains("scores.csv, row 2: SCORE is no real"))
    #expect(!FileManager.default.fileExists(atPath: sample.path))
    #expect(try sample.leftovers.isEmpty)
    let release = try sample.release("2025", run: "r2")
    try "CITY,STATE\r\nxx-a,complete\r\n".write(
      toFile: "\(release.folder)/submissions.csv", atomically: true, encoding: .utf8)
    let missing = try #require(throws: WarehouseError.self) { try sample.write([release]) }
    #expect(missing.message.hasSuffix("submissions.csv has no column ERRORS"))
    try FileManager.default.removeItem(atPath: "\(release.folder)/registry.csv")
    let gone = try #require(throws: WarehouseError.self) { try sample.write([release]) }
    #expect(gone.kind == .release)
  }

  @Test func aFolderInItsPlaceIsTold() throws {
    let sample = try SampleReleases()
    try FileManager.default.createDirectory(atPath: sample.path, withIntermediateDirectories: true)
    let error = try #require(throws: WarehouseError.self) { try sample.write([try sample.release("2025", run: "r1")]) }
    #expect(error.kind == .cannotCreate && error.message.contains("cannot be put in place"))
  }

  @Test func differencesAreCounted() throws {
    let sample = try SampleReleases()
    let release = try sample.release("2025", run: "r1")
    try sample.write([release])
    func differences() throws -> [String] {
      try sample.file().differences(
        from: [release], documentation: SampleReleases.documentation, scratch: "\(sample.folder)/scratch")
    }
    #expect(try differences().isEmpty)
    try Self.change(
      sample.path, "UPDATE observations SET obs_value = 2; DELETE FROM progress; UPDATE cities SET region = NULL")
    #expect(
      try differences() == [
        "cities: 1 of 1 rows are missing or differ, 1 are there",
        "observations: 1 of 1 rows are missing or differ, 1 are there",
        "progress: 1 of 1 rows are missing or differ, 0 are there",
      ])
    #expect(!FileManager.default.fileExists(atPath: "\(sample.folder)/scratch"))
  }
}
