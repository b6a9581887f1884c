/// Numbers tuples of numbers, pair by pair: (0, a) → n, (n, b) → m.
struct NumberChain {
  private var numbers: [UInt64: Int] = [:]
  private var lastPair: UInt64 = .max
  private var lastNumber = 0

  mutating func number(after previous: Int, _ next: Int) -> Int {
    let pair = UInt64(previous) << 32 | UInt64(next)
    if pair == lastPair { return lastNumber }
    let number = numbers[pair] ?? numbers.count + 1
    numbers[pair] = number
    lastPair = pair
    lastNumber = number
    return number
  }
}
