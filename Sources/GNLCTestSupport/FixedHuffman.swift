/// A deflate stream of one block with the fixed code: enough to build archives that inflate to much more than they are.
public struct FixedHuffman {
  public private(set) var bytes: [UInt8] = []
  private var pending: UInt32 = 0
  private var pendingBits = 0

  /// - Parameters:
  ///   - prefix: Written byte by byte.
  ///   - unit: One to four bytes, repeated `count` times at some 160 to 1.
  ///   - suffix: Written byte by byte.
  public init(prefix: [UInt8] = [], repeating unit: [UInt8] = [], count: Int = 0, suffix: [UInt8] = []) {
    write(0b011, bits: 3)  // the last block, fixed code; bits of numbers go lowest first
    prefix.forEach { literal($0) }
    let total = unit.count * count
    if total > 0 { unit.forEach { literal($0) } }
    var left = max(0, total - unit.count)
    while left >= Self.longestMatch {
      code(0b1100_0101, bits: 8)  // a match of 258 bytes …
      code(UInt32(unit.count - 1), bits: 5)  // … that far back
      left -= Self.longestMatch
    }
    for index in 0..<left { literal(unit[(total - left + index) % unit.count]) }
    suffix.forEach { literal($0) }
    code(0, bits: 7)  // the end of the block
    if pendingBits > 0 { write(0, bits: 8 - pendingBits) }
  }

  private static let longestMatch = 258

  private mutating func literal(_ byte: UInt8) {
    if byte < 144 { code(0x30 + UInt32(byte), bits: 8) } else { code(0x190 + UInt32(byte) - 144, bits: 9) }
  }

  /// Codes go highest bit first.
  private mutating func code(_ value: UInt32, bits: Int) {
    for bit in (0..<bits).reversed() { write(value >> UInt32(bit) & 1, bits: 1) }
  }

  private mutating func write(_ value: UInt32, bits: Int) {
    pending |= value << UInt32(pendingBits)
    pendingBits += bits
    while pendingBits >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      pendingBits -= 8
    }
  }
}
