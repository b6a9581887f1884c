import CXlsxWriter
import Glibc
import Synchronization

/// Guards the library's functions with static state: `gmtime` while closing, the seed of temporary names while writing
/// rich text.
let libraryLock = Mutex(())

/// The library's workbook, owned: freed or closed exactly once, whatever happens.
struct LibraryWorkbook: ~Copyable {
  let pointer: UnsafeMutablePointer<lxw_workbook>

  /// - Parameter path: Where closing will write; nothing is touched before.
  init(path: String) {
    // No memory mode: tables need all their cells at hand.
    var options = lxw_workbook_options(constant_memory: 0, tmpdir: nil, use_zip64: 0)
    guard let pointer = workbook_new_opt(path, &options) else { fatalError("out of memory") }
    self.pointer = pointer
  }

  /// Writes the file and frees the workbook.
  /// - Throws: Whatever the library could not do; then the file is of no use.
  consuming func close(for place: WritingPlace) throws(XLSXWritingError) {
    let pointer = self.pointer
    discard self
    let (code, system) = libraryLock.withLock { _ in
      errno = 0
      let code = workbook_close(pointer)
      return (code, errno)
    }
    guard code == LXW_NO_ERROR else { throw place.error(code, system: system) }
  }

  deinit { lxw_workbook_free(pointer) }
}
