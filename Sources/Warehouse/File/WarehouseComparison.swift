import Foundation
import GRDB

extension WarehouseFile {
  /// Compares the file row by row with one that is made anew from the releases.
  /// - Parameter scratch: A file that may be made for it, and is removed.
  /// - Returns: What differs, table by table; nothing where the file holds what was published and nothing else.
  public func differences(
    from releases: [PublishedRelease], documentation: [PublishedRelease.Row], scratch: String
  ) throws(WarehouseError) -> [String] {
    try? FileManager.default.removeItem(atPath: scratch)
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    return try naming(scratch) {
      let queue = try WarehouseBuilder.queue(scratch)
      try WarehouseBuilder(path: scratch, edition: edition).write(
        releases, documentation: documentation, over: nil, in: queue)
      return try queue.writeWithoutTransaction { database in
        try database.execute(sql: "ATTACH DATABASE ? AS shown", arguments: [path])
        let faults = try Row.fetchAll(database, sql: "PRAGMA main.foreign_key_check").map {
          "\($0[0] as String): a row refers to no row of \($0[2] as String)"
        }
        return try Set(faults).sorted() + WarehouseSchema.tables.compactMap { try difference($0, in: database) }
      }
    }
  }

  private func difference(_ table: WarehouseTable, in database: Database) throws -> String? {
    func count(_ schema: String) throws -> Int {
      try Int.fetchOne(database, sql: "SELECT count(*) FROM \(schema).\(table.name)") ?? 0
    }
    let rest = table.columns.map(\.name).filter { !table.key.contains($0) }
    let join = table.key.map { "a.\($0) = b.\($0)" }.joined(separator: " AND ")
    let other = ["b.\(table.key[0]) IS NULL"] + rest.map { "a.\($0) IS NOT b.\($0)" }
    let changed =
      try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM main.\(table.name) a LEFT JOIN shown.\(table.name) b ON \(join)
          WHERE \(other.joined(separator: " OR "))
          """) ?? 0
    let (wanted, found) = (try count("main"), try count("shown"))
    guard changed > 0 || wanted != found else { return nil }
    return "\(table.name): \(changed) of \(wanted) rows are missing or differ, \(found) are there"
  }
}
