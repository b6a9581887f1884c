import Glibc

/// The bytes of a file on disk, opened once and checked on the open descriptor.
///
/// A symbolic link, folder, pipe or device is refused, so that a name cannot be swapped for another file between the check
/// and the reading. Large files are mapped; small ones are copied, because a mapped file that somebody shortens while we
/// read kills the process.
package struct MappedFile: Sendable {
  package let storage: TextStorage

  /// Up to this size a copy costs less than it saves, in bytes.
  private static let copiedUpTo = 16 << 20

  /// - Parameter copiedUpTo: For tests, which map small files.
  /// - Throws: `empty`, `notARegularFile`, `unreadable` (with the system's reason) or `tooLarge` (with the limit).
  package init(
    path: String, limits: SpreadsheetLimits, copiedUpTo: Int = copiedUpTo
  ) throws(SpreadsheetFault) {
    // O_NONBLOCK: opening a pipe must not wait for its writer.
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw errno == ELOOP ? SpreadsheetFault(.notARegularFile, "a symbolic link") : Self.systemFault()
    }
    defer { close(descriptor) }

    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.systemFault() }
    guard status.st_mode & S_IFMT == S_IFREG else { throw SpreadsheetFault(.notARegularFile) }
    let size = Int(status.st_size)
    guard size > 0 else { throw SpreadsheetFault(.empty) }
    guard size <= limits.fileBytes else {
      throw SpreadsheetFault(.tooLarge, "\(size) bytes, at most \(limits.fileBytes)")
    }
    storage =
      size <= copiedUpTo
      ? try Self.copy(of: descriptor, size: size) : try Self.map(of: descriptor, size: size)
  }

  private static func map(of descriptor: Int32, size: Int) throws(SpreadsheetFault) -> TextStorage {
    guard let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED else {
      throw systemFault()
    }
    madvise(address, size, MADV_SEQUENTIAL)
    let bytes = UnsafeRawBufferPointer(start: address, count: size).bindMemory(to: UInt8.self)
    return TextStorage(bytes: bytes, isMapped: true) {
      munmap(UnsafeMutableRawPointer(mutating: $0.baseAddress), $0.count)
    }
  }

  private static func copy(of descriptor: Int32, size: Int) throws(SpreadsheetFault) -> TextStorage {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: size)
    var filled = 0
    while filled < size {
      let count = read(descriptor, copy.baseAddress?.advanced(by: filled), size - filled)
      if count > 0 {
        filled += count
      } else if count == 0 || errno != EINTR {
        let fault = count == 0 ? SpreadsheetFault(.unreadable, "shortened while being read") : systemFault()
        copy.deallocate()
        throw fault
      }
    }
    return TextStorage(bytes: UnsafeBufferPointer(copy)) { $0.deallocate() }
  }

  private static func systemFault() -> SpreadsheetFault {
    SpreadsheetFault(.unreadable, String(cString: strerror(errno)))
  }
}
