/// Immutable bytes that several grids may share: a mapped file or an allocation, released with the last owner.
package final class TextStorage: @unchecked Sendable {
  package let bytes: UnsafeBufferPointer<UInt8>
  private let release: @Sendable (UnsafeBufferPointer<UInt8>) -> Void

  /// - Parameter release: Called once, when nobody holds the storage any more.
  package init(bytes: UnsafeBufferPointer<UInt8>, release: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Void) {
    self.bytes = bytes
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
}
