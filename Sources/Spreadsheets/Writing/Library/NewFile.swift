import Glibc

/// A file that did not exist before; removed again unless it is kept.
///
/// It is created with `O_EXCL`, which neither replaces a file nor follows a link. The library takes paths only and
/// would open the name a second time, so it gets the open file itself, as `/proc/self/fd/…`: whatever happens to the
/// name in the meantime, the bytes go into the file made here.
struct NewFile: ~Copyable {
  private let descriptor: Int32
  private let path: String
  private var isKept = false

  /// - Throws: ``XLSXWritingError/cannotCreate(path:reason:)``.
  init(path: String) throws(XLSXWritingError) {
    let descriptor = open(path, O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_RDWR, 0o640)
    guard descriptor >= 0 else {
      throw .cannotCreate(path: path, reason: String(cString: strerror(errno)))
    }
    self.descriptor = descriptor
    self.path = path
  }

  /// A path that leads to the open file.
  var openPath: String { "/proc/self/fd/\(descriptor)" }

  /// Waits until the bytes are on the disk, and keeps the file.
  mutating func keep() throws(XLSXWritingError) {
    guard fsync(descriptor) == 0 else {
      let code = errno
      throw code == ENOSPC || code == EDQUOT
        ? .diskFull(path: path) : .writeFailed(path: path, reason: String(cString: strerror(code)))
    }
    isKept = true
  }

  deinit {
    _ = Glibc.close(descriptor)
    if !isKept { _ = unlink(path) }
  }
}
