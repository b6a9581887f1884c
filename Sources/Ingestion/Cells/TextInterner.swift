import Glibc

/// Numbers the distinct texts of a column, so that each is understood once and compared as an integer after that.
///
/// Texts come as bytes; most rows repeat the text of the row before, which is checked first. Number 0 is the blank.
struct TextInterner {
  private(set) var texts: [String] = [""]
  private var arena: [UInt8] = []
  private var spans: [(start: Int, length: Int, hash: UInt64)] = [(0, 0, 0)]
  private var slots: [UInt32] = Array(repeating: 0, count: 256)
  private var last = 0
  /// Bytes that are looked at: no code, name or year is longer, and folding megabytes of somebody's text takes minutes.
  static let longestText = 1000

  var count: Int { texts.count }

  mutating func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if matches(last, bytes) { return last }
    let hash = Self.hash(bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let candidate = Int(slots[slot])
      if spans[candidate].hash == hash, matches(candidate, bytes) {
        last = candidate
        return candidate
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    last = insert(bytes, hash, at: slot)
    return last
  }

  private func matches(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let span = spans[number]
    guard span.length == bytes.count, span.length > 0, let start = bytes.baseAddress else { return false }
    return arena.withUnsafeBufferPointer { arena in
      arena.baseAddress.map { memcmp($0 + span.start, start, bytes.count) == 0 } ?? false
    }
  }

  private mutating func insert(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64, at slot: Int) -> Int {
    let number = texts.count
    texts.append(String(decoding: bytes.prefix(Self.longestText), as: UTF8.self))
    spans.append((arena.count, bytes.count, hash))
    arena.append(contentsOf: bytes)
    slots[slot] = UInt32(number)
    if number * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    for number in 1..<texts.count {
      var slot = Int(truncatingIfNeeded: spans[number].hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number)
    }
  }

  /// FNV-1a with a final mix; texts are short, and nobody gains by colliding codes of their own file.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ hash >> 29
  }
}
