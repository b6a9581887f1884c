import Glibc

/// A value that one thread at a time may see.
///
/// `Synchronization.Mutex` does the same, but inside a library that the thread sanitizer does not see into: it takes every guarded
/// value for a race, and real ones go unnoticed among them.
public final class Guarded<Value: Sendable>: @unchecked Sendable {
  private var value: Value
  // Allocated: locks must not move.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

  public init(_ value: Value) {
    self.value = value
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Looks at the value or changes it, while nobody else can.
  public func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body(&value)
  }
}
