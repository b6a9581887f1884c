import Dispatch

/// The bytes of a file cut into stretches of a few megabytes that are looked at on all cores. Whatever has to see every byte of a
/// large file before its rows can be read would otherwise keep the other cores waiting.
struct FileStretches {
  private static let length = 4 << 20

  let bytes: UnsafeBufferPointer<UInt8>
  let bounds: [Int]

  /// - Parameter cut: Moves a cut forward to where it may be.
  init(_ bytes: UnsafeBufferPointer<UInt8>, movingCuts cut: (Int) -> Int = { $0 }) {
    self.bytes = bytes
    bounds = [0] + stride(from: Self.length, to: bytes.count, by: Self.length).map(cut) + [bytes.count]
  }

  /// Cuts at places of one's own, ascending.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at cuts: [Int]) {
    self.bytes = bytes
    bounds = [0] + cuts + [bytes.count]
  }

  /// One number for each stretch, in order.
  func map(_ look: @Sendable (UnsafeBufferPointer<UInt8>) -> Int) -> [Int] {
    var results = [Int](repeating: 0, count: bounds.count - 1)
    results.withUnsafeMutableBufferPointer { results in
      // Every place is written once, by one thread, and the bytes are only read.
      nonisolated(unsafe) let places = results
      nonisolated(unsafe) let bytes = bytes
      DispatchQueue.concurrentPerform(iterations: places.count) { [bounds] index in
        places[index] = look(UnsafeBufferPointer(rebasing: bytes[bounds[index]..<bounds[index + 1]]))
      }
    }
    return results
  }
}
