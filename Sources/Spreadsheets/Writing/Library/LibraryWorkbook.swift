import CXlsxWriter
import Glibc

/// The library's workbook, owned: freed or closed exactly once, whatever happens.
struct LibraryWorkbook: ~Copyable {
  let pointer: UnsafeMutablePointer<lxw_workbook>
  private let created: Int64

  /// - Parameters:
  ///   - path: Where closing will write; nothing is touched before.
  ///   - created: The moment in the workbook's properties.
  init(path: String, created: Int64) {
    // No memory mode: tables need all their cells at hand.
    var options = lxw_workbook_options(constant_memory: 0, tmpdir: nil, use_zip64: 0)
    guard let pointer = workbook_new_opt(path, &options) else { fatalError("out of memory") }
    self.pointer = pointer
    self.created = created
  }

  /// Writes the file and frees the workbook.
  /// - Throws: Whatever the library could not do; then the file is of no use.
  consuming func close(for place: WritingPlace) throws(XLSXWritingError) {
    let pointer = self.pointer
    let created = self.created
    discard self
    let (code, system) = ClosingGate.library.pass(workbookOf: created) {
      errno = 0
      let code = workbook_close(pointer)
      return (code, errno)
    }
    guard code == LXW_NO_ERROR else { throw place.error(code, system: system) }
  }

  deinit { lxw_workbook_free(pointer) }
}
