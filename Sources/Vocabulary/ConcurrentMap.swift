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
