import Glibc

/// Bytes that grow at the end, for text as it comes out of a parser.
final class ByteBuffer {
  private var base: UnsafeMutablePointer<UInt8>?
  private var capacity = 0
  private(set) var count = 0

  deinit { free(base) }

  @inline(__always)
  func append(_ source: UnsafePointer<UInt8>, count added: Int) {
    if count + added > capacity { grow(toHold: count + added) }
    guard let base else { return }
    memcpy(base + count, source, added)
    count += added
  }

  /// Keeps the first `count` bytes.
  @inline(__always)
  func truncate(to count: Int) {
    precondition(count <= self.count, "a buffer cannot be cut longer than it is")
    self.count = count
  }

  /// The bytes of a range, valid until the next change.
  @inline(__always)
  subscript(_ range: Range<Int>) -> UnsafeMutableBufferPointer<UInt8> {
    precondition(range.upperBound <= count, "a range of a buffer ends inside it")
    guard let base else { return UnsafeMutableBufferPointer(start: nil, count: 0) }
    return UnsafeMutableBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  /// Gives the bytes away without copying them; the buffer is empty afterwards.
  func takeStorage() -> TextStorage {
    defer {
      base = nil
      capacity = 0
      count = 0
    }
    return TextStorage(bytes: UnsafeBufferPointer(start: base, count: count)) {
      free(UnsafeMutablePointer(mutating: $0.baseAddress))
    }
  }

  private func grow(toHold needed: Int) {
    let target = max(needed, capacity * 2, 256)
    guard let grown = realloc(base, target) else { fatalError("no memory for \(target) bytes of text") }
    base = grown.assumingMemoryBound(to: UInt8.self)
    capacity = target
  }
}
