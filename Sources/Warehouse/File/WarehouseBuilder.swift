import Foundation
import GRDB
import Spreadsheets

/// Fills a file that nobody sees yet, in one transaction.
struct WarehouseBuilder {
  /// Of the file, for messages.
  let path: String
  let edition: Int32

  /// A connection for a file that is thrown away unless all goes well: no journal, no waiting for the disk, no temporary files. Its pages
  /// are larger than usual, since it is written from one end to the other.
  static func queue(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// - Parameter known: The releases that the file holds already; nil where it is empty.
  func write(
    _ releases: [PublishedRelease], documentation: [PublishedRelease.Row], over known: [PublishedRelease.Stamp]?,
    in queue: DatabaseQueue
  ) throws {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    // Closing it takes SQLite's locks from the file, which nobody else knows of.
    defer { close(descriptor) }
    try queue.writeWithoutTransaction { database in
      try database.execute(
        sql: """
          PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
          PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536
          """)
      try database.inTransaction {
        if let known {
          try forget(known.filter { stamp in !releases.contains { $0.stamp == stamp } }, in: database)
        } else {
          for table in WarehouseSchema.tables { try database.execute(sql: table.statement) }
        }
        var rows = ReleaseRows(database: database, path: path, dropBehind: DropBehind(descriptor))
        for release in releases where known?.contains(release.stamp) != true { try rows.insert(release) }
        try rows.insertShared(try latestFirst(releases, in: database), documentation: documentation)
        if known == nil {
          for statement in WarehouseSchema.indexes + WarehouseSchema.views.map(\.statement) {
            try database.execute(sql: statement)
          }
          try database.execute(
            sql: "PRAGMA application_id = \(WarehouseSchema.applicationID); PRAGMA user_version = \(edition)")
        }
        return .commit
      }
    }
  }

  /// Removes what other releases of rounds said, and all that the rounds share.
  private func forget(_ stamps: [PublishedRelease.Stamp], in database: Database) throws {
    for table in WarehouseSchema.tables {
      switch table.scope {
      case .round:
        for stamp in stamps {
          try database.execute(sql: "DELETE FROM \(table.name) WHERE round = ?", arguments: [stamp.round])
        }
      case .programme: try database.execute(sql: "DELETE FROM \(table.name)")
      }
    }
  }

  private func latestFirst(_ releases: [PublishedRelease], in database: Database) throws -> [PublishedRelease] {
    let order = try String.fetchAll(
      database, sql: "SELECT round FROM rounds ORDER BY reference_year DESC, round DESC")
    return order.compactMap { round in releases.first { $0.stamp.round == round } }
  }
}
