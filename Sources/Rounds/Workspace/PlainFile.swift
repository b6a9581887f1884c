import Foundation

/// Reading and writing regular files: never through a link, never a pipe or device that would keep a run waiting.
enum PlainFile {
  /// - Returns: nil where there is no regular file, or it cannot be read; `errno` then tells why.
  static func contents(_ path: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    let isRead = forEachPiece(of: path) { bytes.append(contentsOf: $0) }
    return isRead ? bytes : nil
  }

  /// Reads a file piece by piece.
  /// - Returns: Whether all of it was read; where not, `errno` tells why.
  static func forEachPiece(of path: String, _ body: (UnsafeRawBufferPointer) -> Void) -> Bool {
    // O_NONBLOCK: opening a pipe must not wait for its writer.
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer {
      let reason = errno
      close(descriptor)
      errno = reason
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return false }
    guard status.st_mode & S_IFMT == S_IFREG else {
      errno = status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL
      return false
    }
    let size = min(max(Int(status.st_size), 1), 1 << 20)
    return withUnsafeTemporaryAllocation(byteCount: size, alignment: 16) { buffer in
      while true {
        let count = read(descriptor, buffer.baseAddress, size)
        if count < 0, errno == EINTR { continue }
        // What was read so far is not the file.
        guard count >= 0 else { return false }
        guard count > 0 else { return true }
        body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
    }
  }

  /// - Returns: Whether all bytes were taken; where not, `errno` tells why.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        Foundation.write(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      offset += written
    }
    return true
  }
}
