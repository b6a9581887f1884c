import Glibc

/// Lets go of what the system keeps in its memory of a large file while the file is written from one end to the other.
///
/// The tables of thousands of cities are gigabytes that nobody reads soon. Left to itself, the system fills its memory with them, pushes
/// out what other programs read, and writes most of it at the end, when we wait for the disk; a virtual machine has to get that memory
/// from its host first. The beginning stays, which is all of most files.
package struct DropBehind {
  /// How much of a file may stay, in bytes.
  package static let beginning = 256 << 20
  private static let step = 8 << 20

  private let descriptor: Int32
  private let beginning: Int
  private var reached: Int

  /// - Parameters:
  ///   - descriptor: The file's; reading is enough. It stays open for as long as this is used.
  ///   - beginning: For tests, which write small files.
  package init(_ descriptor: Int32, beginning: Int = Self.beginning) {
    self.descriptor = descriptor
    self.beginning = beginning
    reached = beginning
  }

  /// To be called now and then, when more of the file was written. It is only advice: a file system that does not know it does nothing.
  package mutating func fileGrew() {
    var status = stat()
    guard fstat(descriptor, &status) == 0, Int(status.st_size) - reached >= Self.step else { return }
    // What a call finds unwritten it has written; a later one finds it written, and drops it.
    let start = max(beginning, reached - 3 * Self.step)
    reached = Int(status.st_size)
    posix_fadvise(descriptor, off_t(start), off_t(reached - start), POSIX_FADV_DONTNEED)
  }
}
