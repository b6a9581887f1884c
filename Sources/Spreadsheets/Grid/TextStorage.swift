import Glibc

/// Immutable bytes that several grids may share: a mapped file or an allocation, released with the last owner.
package final class TextStorage: @unchecked Sendable {
  package let bytes: UnsafeBufferPointer<UInt8>
  /// Whether the bytes are a large file's, which come into memory as they are read.
  let isMapped: Bool
  private let release: @Sendable (UnsafeBufferPointer<UInt8>) -> Void

  /// - Parameters:
  ///   - isMapped: Whether the bytes are a file's, read-only, from a page's beginning on.
  ///   - release: Called once, when nobody holds the storage any more.
  package init(
    bytes: UnsafeBufferPointer<UInt8>, isMapped: Bool = false,
    release: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    self.bytes = bytes
    self.isMapped = isMapped
    self.release = release
  }

  deinit { release(bytes) }

  package static let empty = TextStorage(bytes: UnsafeBufferPointer(start: nil, count: 0)) { _ in }

  /// A copy of `array`.
  package convenience init(copying array: [UInt8]) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: array.count)
    _ = copy.initialize(from: array)
    self.init(bytes: UnsafeBufferPointer(copy)) { $0.deallocate() }
  }

  /// Says that these bytes will hardly be looked at again: those of a mapped file leave our memory, and what lies behind the beginning of
  /// a large one leaves the system's, too (``DropBehind``). They come from the file again when they are looked at.
  func letGo(_ range: Range<Int>) {
    guard isMapped, let start = bytes.baseAddress else { return }
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let (first, last) = (range.lowerBound / page * page, range.upperBound / page * page)
    guard first < last else { return }
    let bytes = UnsafeMutableRawPointer(mutating: start + first)
    if first >= DropBehind.beginning { madvise(bytes, last - first, MADV_PAGEOUT) }
    madvise(bytes, last - first, MADV_DONTNEED)
  }
}
