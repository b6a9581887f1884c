import Dispatch

extension RandomAccessCollection where Index == Int, Self: Sendable {
  /// `map` over all cores, results in order. For work that is independent from element to element, such as city by city.
  public func concurrentMap<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
    let results = ConcurrentResults<Result>(count: count)
    DispatchQueue.concurrentPerform(iterations: count) { offset in
      results.set(offset, transform(self[startIndex + offset]))
    }
    return results.all
  }
}

extension RandomAccessCollection where Index == Int, Self: Sendable, Element: Sendable {
  /// The arrays of all elements one behind the other, copied by all cores: what is made city by city becomes one table.
  public func concurrentlyJoined<Part: Sendable>(_ parts: @Sendable (Element) -> [Part]) -> [Part] {
    let starts = reduce(into: [0]) { $0.append($0[$0.count - 1] + parts($1).count) }
    let total = starts[count]
    // The library would write the count of the one empty array that all threads share.
    guard total > 0 else { return [] }
    return [Part](unsafeUninitializedCapacity: total) { buffer, filled in
      let target = UncheckedBuffer(buffer)
      DispatchQueue.concurrentPerform(iterations: count) { offset in
        target.initialize(from: starts[offset], with: parts(self[startIndex + offset]))
      }
      filled = total
    }
  }
}

/// Two pieces of independent work at the same time.
public func concurrently<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  let firsts = ConcurrentResults<First>(count: 1)
  let seconds = ConcurrentResults<Second>(count: 1)
  DispatchQueue.concurrentPerform(iterations: 2) { index in
    if index == 0 { firsts.set(0, first()) } else { seconds.set(0, second()) }
  }
  return (firsts.all[0], seconds.all[0])
}

/// A place for each result; every place is written once, by one thread, before anybody reads.
private final class ConcurrentResults<Result: Sendable>: @unchecked Sendable {
  private let storage: UnsafeMutableBufferPointer<Result?>

  init(count: Int) {
    storage = .allocate(capacity: count)
    storage.initialize(repeating: nil)
  }

  deinit {
    storage.deinitialize()
    storage.deallocate()
  }

  func set(_ offset: Int, _ result: Result) { storage[offset] = result }

  var all: [Result] { storage.compactMap { $0 } }
}

/// Memory that threads fill at places that do not overlap.
private struct UncheckedBuffer<Element: Sendable>: @unchecked Sendable {
  private let base: UnsafeMutablePointer<Element>?

  init(_ buffer: UnsafeMutableBufferPointer<Element>) { base = buffer.baseAddress }

  func initialize(from start: Int, with elements: [Element]) {
    guard let base, !elements.isEmpty else { return }
    elements.withUnsafeBufferPointer { source in
      guard let first = source.baseAddress else { return }
      (base + start).initialize(from: first, count: source.count)
    }
  }
}
