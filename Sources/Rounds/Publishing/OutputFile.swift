import Crypto
import Foundation
import Spreadsheets

/// A file of a release while it is written: created new, hashed on the way, on disk for certain when closed.
struct OutputFile {
  let path: String
  private let descriptor: Int32
  private var hash = SHA256()
  private(set) var bytes = 0
  private var dropBehind: DropBehind

  /// - Throws: `cannotCreate`; a file or link that is already there is never touched.
  init(path: String) throws(RoundsError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else {
      throw RoundsError(
        .cannotCreate, "\(path) cannot be created: \(Self.reason)", cure: "check the permissions of the folder")
    }
    dropBehind = DropBehind(descriptor)
  }

  /// - Throws: `inputOutput`, for instance where the disk is full.
  mutating func write(_ data: [UInt8]) throws(RoundsError) {
    hash.update(data: data)
    bytes += data.count
    guard PlainFile.write(data, to: descriptor) else {
      let reason = Self.reason
      close(descriptor)
      throw RoundsError(
        .inputOutput, "\(path) cannot be written: \(reason)", cure: "make room on the disk and run again")
    }
    dropBehind.fileGrew()
  }

  /// Closes the file and tells what it holds.
  consuming func finish() throws(RoundsError) -> (bytes: Int, sha256: String) {
    let synced = fsync(descriptor) == 0
    let closed = close(descriptor) == 0
    guard synced, closed else {
      throw RoundsError(
        .inputOutput, "\(path) cannot be written: \(Self.reason)", cure: "make room on the disk and run again")
    }
    return (bytes, Digest.hexadecimal(hash.finalize()))
  }

  /// Puts a file in its place whole: what is there stays until then, and nothing is left beside it where writing fails.
  static func replace(
    _ path: String, _ write: (inout OutputFile) throws(RoundsError) -> Void
  ) throws(RoundsError) {
    let temporary = "\(path).\(getpid())"
    var file = try OutputFile(path: temporary)
    do throws(RoundsError) {
      try write(&file)
      _ = try file.finish()
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let reason = Self.reason
      unlink(temporary)
      throw RoundsError(.cannotCreate, "\(path) cannot be written: \(reason)", cure: "name another file")
    }
  }

  /// nil where there is no regular file.
  static func size(_ path: String) -> Int? {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  /// Waits until the disk has the names in a folder.
  static func synchronise(folder path: String) throws(RoundsError) { try synchronise(path, O_DIRECTORY) }

  /// Waits until the disk has a file that another writer made.
  static func synchronise(file path: String) throws(RoundsError) { try synchronise(path, 0) }

  private static func synchronise(_ path: String, _ flags: Int32) throws(RoundsError) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | flags)
    let isDone = descriptor >= 0 && fsync(descriptor) == 0
    let reason = Self.reason
    if descriptor >= 0 { close(descriptor) }
    guard isDone else {
      throw RoundsError(
        .inputOutput, "\(path) cannot be written: \(reason)", cure: "make room on the disk and run again")
    }
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
