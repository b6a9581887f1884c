import Foundation
import GRDB

/// Why the warehouse could not be read or written. The releases it is made from are not touched by it.
public struct WarehouseError: Error, Sendable {
  /// What kind of trouble it is, for the exit code.
  public enum Kind: Sendable {
    /// Another program is writing into the file.
    case locked
    case cannotCreate
    case inputOutput
    /// A file of a release is not what its manifest says.
    case release
  }

  public var kind: Kind
  public var message: String

  init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  /// What SQLite said.
  init(_ error: any Error, at path: String) {
    guard let error = error as? DatabaseError else {
      self = error as? WarehouseError ?? WarehouseError(.inputOutput, "\(path): \(error.localizedDescription)")
      return
    }
    self.init(error.resultCode, error.message ?? "", at: path)
  }

  init(_ code: ResultCode, _ message: String, at path: String) {
    switch code {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self.init(.locked, "another program is writing into \(path)")
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(.cannotCreate, "\(path) cannot be opened: \(message)")
    case .SQLITE_FULL: self.init(.inputOutput, "\(path) cannot be written: no space is left")
    default: self.init(.inputOutput, "\(path) cannot be written: \(message)")
    }
  }
}

/// Runs `work` with the errors of SQLite and of the file system as ours.
func naming<Result>(_ path: String, _ work: () throws -> Result) throws(WarehouseError) -> Result {
  do { return try work() } catch { throw WarehouseError(error, at: path) }
}
