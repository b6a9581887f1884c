import Glibc
import Synchronization

/// Who may close workbooks at the same time: those of one moment of creation.
///
/// Closing is a large part of writing: the library puts all XML together there and packs it. It is safe side by side but for one
/// thing: the moment is turned into a text by way of `gmtime`, whose result lies in memory that all threads share. As long as
/// everybody asks for the same moment, the same bytes are written there again and again, and whoever reads finds his own. A run
/// has one moment. Workbooks of another one, which only a program with several dates has, are closed alone.
final class ClosingGate: Sendable {
  static let library = ClosingGate()

  /// The moment that most workbooks have: that of the first.
  private let common = Atomic<Int64>(.min)
  // Allocated once and never given back: locks must not move.
  private nonisolated(unsafe) let lock = UnsafeMutablePointer<pthread_rwlock_t>.allocate(capacity: 1)

  private init() { pthread_rwlock_init(lock, nil) }

  func pass<Result>(workbookOf created: Int64, _ close: () -> Result) -> Result {
    let first = common.compareExchange(expected: .min, desired: created, ordering: .sequentiallyConsistent)
    if first.exchanged || first.original == created { pthread_rwlock_rdlock(lock) } else { pthread_rwlock_wrlock(lock) }
    defer { pthread_rwlock_unlock(lock) }
    return close()
  }
}
