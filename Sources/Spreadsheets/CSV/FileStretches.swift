import Dispatch

/// The bytes of a file cut into stretches of a few megabytes that are looked at on all cores. Whatever has to see every byte of a
/// large file before its rows can be read would otherwise keep the other cores waiting.
struct FileStretches {
  private static let length = 4 << 20

  let text: TextStorage
  let bounds: [Int]

  /// - Parameter cut: Moves a cut forward to where it may be.
  init(_ text: TextStorage, movingCuts cut: (Int) -> Int) {
    self.text = text
    let count = text.bytes.count
    bounds = [0] + stride(from: Self.length, to: count, by: Self.length).map(cut) + [count]
  }

  /// A part of the text, cut at places of one's own, ascending.
  init(_ text: TextStorage, in range: Range<Int>, at cuts: [Int]) {
    self.text = text
    bounds = [range.lowerBound] + cuts + [range.upperBound]
  }

  /// One number for each stretch, in order.
  func map(_ look: @Sendable (UnsafeBufferPointer<UInt8>) -> Int) -> [Int] {
    var results = [Int](repeating: 0, count: bounds.count - 1)
    results.withUnsafeMutableBufferPointer { results in
      // Every place is written once, by one thread, and the bytes are only read.
      nonisolated(unsafe) let places = results
      DispatchQueue.concurrentPerform(iterations: places.count) { [bounds, text] index in
        let range = bounds[index]..<bounds[index + 1]
        places[index] = look(UnsafeBufferPointer(rebasing: text.bytes[range]))
        text.letGo(range)
      }
    }
    return results
  }
}
