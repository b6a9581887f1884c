import Glibc

extension Array {
  /// Makes room for many elements in large pages. Of the usual size a hundred megabytes have tens of thousands, and whoever touches
  /// one first is interrupted for it.
  public mutating func reserveLargeCapacity(_ count: Int) {
    reserveCapacity(count)
    withUnsafeMutableBufferPointer { buffer in
      UnsafeMutableRawBufferPointer(
        start: buffer.baseAddress, count: buffer.baseAddress == nil ? 0 : count * MemoryLayout<Element>.stride
      ).adviseLargePages()
    }
  }
}

extension UnsafeMutableRawBufferPointer {
  /// Asks for large pages where the memory has room for any; a system that has none goes on with small ones.
  func adviseLargePages() {
    guard let baseAddress else { return }
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let start = (Int(bitPattern: baseAddress) + page - 1) / page * page
    let length = Int(bitPattern: baseAddress) + count - start
    guard length >= Self.largePage, let first = UnsafeMutableRawPointer(bitPattern: start) else { return }
    madvise(first, length / page * page, MADV_HUGEPAGE)
  }

  private static let largePage = 2 << 20
}
