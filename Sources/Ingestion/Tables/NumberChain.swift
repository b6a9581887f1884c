/// Numbers tuples of numbers, pair by pair: (0, a) → n, (n, b) → m.
struct NumberChain {
  private var numbers: [UInt64: Int] = [:]
  /// The pairs of small numbers, which nearly all are, without hashing; 0 where a pair was not met yet.
  private var small: [UInt32] = Array(repeating: 0, count: limit * limit)
  private static let limit = 64
  private var count = 0

  mutating func number(after previous: Int, _ next: Int) -> Int {
    if previous < Self.limit, next < Self.limit {
      let known = small[previous * Self.limit + next]
      if known != 0 { return Int(known) }
      count += 1
      small[previous * Self.limit + next] = UInt32(count)
      return count
    }
    let pair = UInt64(previous) << 32 | UInt64(next)
    if let known = numbers[pair] { return known }
    count += 1
    numbers[pair] = count
    return count
  }
}
