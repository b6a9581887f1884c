import Foundation
import GRDB
import GRDBSQLite

/// The warehouse of a programme: one SQLite file, written out of sight and shown by one rename.
///
/// Nobody writes into the file that readers see. A reader who has it open goes on reading what it opened; a process that is killed
/// leaves the file before or the new one, and no journal.
public struct WarehouseFile: Sendable {
  /// What stands at the file's place.
  public enum Condition: Sendable, Equatable {
    case missing
    /// It says why.
    case unusable(String)
    /// It holds these releases, in the order of their rounds.
    case whole([PublishedRelease.Stamp])
  }

  public let path: String
  /// Where the next one is put together; on the same file system.
  let staging: String
  /// Of the tables and of the texts that describe them. Stands in the file's header, as `PRAGMA user_version`.
  let edition: Int32

  public init(path: String, staging: String, edition: Int32) {
    self.path = path
    self.staging = staging
    self.edition = edition
  }

  /// The version of SQLite that is at work.
  public static var library: String { String(cString: sqlite3_libversion()) }

  // MARK: What is there

  /// Looks at the file: header, size, edition, pages, schema, and which releases it holds.
  /// - Throws: `locked` where another program keeps it from being read.
  public func condition() throws(WarehouseError) -> Condition {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .missing }
    guard status.st_mode & S_IFMT == S_IFREG else { return .unusable("it is no file") }
    if let fault = headerFault(fileBytes: Int(status.st_size)) { return .unusable(fault) }
    for ending in Self.companions where FileManager.default.fileExists(atPath: path + ending) {
      return .unusable("another program has written into it")
    }
    do {
      return try Self.reader(path).read { database -> Condition in
        let found = try String.fetchOne(database, sql: "PRAGMA quick_check(1)") ?? ""
        // A headline may stand before what it is.
        guard found == "ok" else { return .unusable("it is damaged: \(found.split(separator: "\n").last ?? "")") }
        let schema = try String.fetchAll(
          database, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
        guard schema == WarehouseSchema.statements else {
          return .unusable("its tables or views were changed by another program")
        }
        let rows = try Row.fetchAll(database, sql: "SELECT round, run_id, manifest_sha256 FROM releases ORDER BY round")
        return .whole(rows.map { .init(round: $0[0], run: $0[1], manifest: $0[2]) })
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      throw WarehouseError(error, at: path)
    } catch {
      return .unusable("it cannot be read: \((error as? DatabaseError)?.message ?? "\(error)")")
    }
  }

  /// What SQLite puts beside a file that somebody writes into.
  static let companions = ["-journal", "-wal", "-shm"]

  /// What the first bytes say, without SQLite: it would take a file that is cut short at the end of a page for whole.
  private func headerFault(fileBytes: Int) -> String? {
    guard let file = FileHandle(forReadingAtPath: path) else { return "it cannot be read" }
    let header = (try? file.read(upToCount: 100)) ?? Data()
    guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      return "it is no SQLite database"
    }
    func number(_ offset: Int, _ bytes: Int) -> Int { header[offset..<offset + bytes].reduce(0) { $0 << 8 | Int($1) } }
    guard number(68, 4) == Int(WarehouseSchema.applicationID) else { return "it is no warehouse of gnlc" }
    guard number(60, 4) == Int(edition) else {
      return "it is of another version of the program or of the texts that describe it"
    }
    let page = number(16, 2) == 1 ? 65_536 : number(16, 2)
    let pages = number(28, 4)
    guard fileBytes == page * pages else {
      return "it has \(fileBytes) bytes instead of \(page * pages)"
    }
    return nil
  }

  static func reader(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(patience)
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// How long another program is waited for, in seconds.
  public static let patience = 5.0

  // MARK: Making it

  /// Puts together a file that holds the releases, and shows it.
  /// - Parameters:
  ///   - releases: Of each round the one that is shown, in the order of the rounds.
  ///   - condition: Of the file that is there: rounds that it holds already are taken from it.
  ///   - patience: How long a program that is writing into the file is waited for, in seconds.
  public func write(
    _ releases: [PublishedRelease], documentation: [PublishedRelease.Row], over condition: Condition,
    patience: Double = Self.patience
  ) throws(WarehouseError) {
    defer { try? FileManager.default.removeItem(atPath: staging) }
    try? FileManager.default.removeItem(atPath: staging)
    var known: [PublishedRelease.Stamp] = []
    if case .whole(let stamps) = condition { known = stamps }
    // A file that would keep nothing is not worth copying.
    let kept = releases.contains { known.contains($0.stamp) }
    try naming(staging) {
      let queue = try WarehouseBuilder.queue(staging)
      if kept { try Self.reader(path).backup(to: queue) }
      try WarehouseBuilder(path: staging, edition: edition).write(
        releases, documentation: documentation, over: kept ? known : nil, in: queue)
      try queue.close()
    }
    try show(patience)
  }

  /// Takes the place of the file that readers see.
  private func show(_ patience: Double) throws(WarehouseError) {
    // Read only, so that no program changes it by mistake; for others no more than the umask leaves.
    var status = stat()
    guard stat(staging, &status) == 0, chmod(staging, status.st_mode & 0o440) == 0, Self.synchronise(staging) else {
      throw failure()
    }
    // A program that is writing at this moment would leave its journal to the new file.
    let guarded = try Self.holdWriters(off: path, patience)
    for ending in Self.companions { unlink(path + ending) }
    let isShown = rename(staging, path) == 0
    let failure = failure()
    if let guarded {
      try? guarded.writeWithoutTransaction { try $0.rollback() }
      try? guarded.close()
    }
    guard isShown, Self.synchronise((path as NSString).deletingLastPathComponent) else { throw failure }
  }

  private func failure() -> WarehouseError {
    WarehouseError(.cannotCreate, "\(path) cannot be put in place: \(String(cString: strerror(errno)))")
  }

  /// - Returns: What holds them off; nil where there is no database that they could write into.
  private static func holdWriters(off path: String, _ patience: Double) throws(WarehouseError) -> DatabaseQueue? {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    // It stays open until the switch.
    configuration.allowsUnsafeTransactions = true
    do {
      guard FileManager.default.fileExists(atPath: path) else { return nil }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { try $0.beginTransaction(.immediate) }
      return queue
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      throw WarehouseError(error, at: path)
    } catch {
      // No database, or one that nobody can write into.
      return nil
    }
  }

  private static func synchronise(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return fsync(descriptor) == 0
  }
}
