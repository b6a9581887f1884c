import Glibc

/// Numbers the distinct texts of a column, so that each is understood once and compared as an integer after that.
///
/// Texts come as bytes; most rows repeat the text of the row before, which is checked first. Their first eight bytes, which many
/// texts have no more than, are kept as one number. Number 0 is the blank.
struct TextInterner {
  private struct Span {
    var start: Int
    var length: Int
    var head: UInt64
    var hash: UInt64
  }

  private(set) var texts: [String] = [""]
  private var arena: [UInt8] = []
  private var spans: [Span] = [Span(start: 0, length: 0, head: 0, hash: 0)]
  private var slots: [UInt32] = Array(repeating: 0, count: 256)
  private var last = 0
  /// Bytes that are looked at: no code, name or year is longer, and folding megabytes of somebody's text takes minutes.
  static let longestText = 1000

  var count: Int { texts.count }

  /// The number of the last text, where this is it again. Asked for first: it changes nothing, so that nobody has to make sure that
  /// nobody else sees the change.
  @inline(__always)
  func lastNumber(ifSame bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    matches(last, UnsafeRawBufferPointer(bytes), Self.head(of: UnsafeRawBufferPointer(bytes))) ? last : nil
  }

  @inline(never)
  mutating func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let head = Self.head(of: raw)
    let hash = Self.hash(raw, head)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let candidate = Int(slots[slot])
      if spans[candidate].hash == hash, matches(candidate, raw, head) {
        last = candidate
        return candidate
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    last = insert(bytes, head, hash, at: slot)
    return last
  }

  @inline(__always)
  private func matches(_ number: Int, _ bytes: UnsafeRawBufferPointer, _ head: UInt64) -> Bool {
    let span = spans[number]
    guard span.length == bytes.count, span.head == head, span.length > 0 else { return false }
    return span.length <= 8 || hasSameTail(span, bytes)
  }

  private func hasSameTail(_ span: Span, _ bytes: UnsafeRawBufferPointer) -> Bool {
    arena.withUnsafeBytes { arena in
      guard let known = arena.baseAddress, let new = bytes.baseAddress else { return false }
      return memcmp(known + span.start + 8, new + 8, span.length - 8) == 0
    }
  }

  private mutating func insert(
    _ bytes: UnsafeBufferPointer<UInt8>, _ head: UInt64, _ hash: UInt64, at slot: Int
  ) -> Int {
    let number = texts.count
    texts.append(String(decoding: bytes.prefix(Self.longestText), as: UTF8.self))
    spans.append(Span(start: arena.count, length: bytes.count, head: head, hash: hash))
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

  /// The first eight bytes as one number, zeros behind a shorter text.
  @inline(__always)
  private static func head(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    func load<Word: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(_ offset: Int, _: Word.Type) -> UInt64 {
      UInt64(Word(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Word.self)))
    }
    let count = bytes.count
    // Two loads that overlap give the same bits where they do.
    switch count {
    case 8...: return load(0, UInt64.self)
    case 4...: return load(0, UInt32.self) | load(count - 4, UInt32.self) << UInt64(8 * (count - 4))
    case 2...: return load(0, UInt16.self) | load(count - 2, UInt16.self) << UInt64(8 * (count - 2))
    case 1: return UInt64(bytes[0])
    default: return 0
    }
  }

  /// Words multiplied and folded, so that every bit of the text reaches the lowest bits; texts are short, and nobody gains by
  /// colliding codes of their own file.
  @inline(__always)
  private static func hash(_ bytes: UnsafeRawBufferPointer, _ head: UInt64) -> UInt64 {
    func folded(_ word: UInt64) -> UInt64 {
      let product = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      return product.high ^ product.low
    }
    var hash = folded(head ^ UInt64(bytes.count))
    var offset = 8
    while offset < bytes.count {
      // The last word reaches back over bytes that were seen.
      let word = bytes.loadUnaligned(fromByteOffset: min(offset, bytes.count - 8), as: UInt64.self)
      hash = folded(hash ^ UInt64(littleEndian: word))
      offset += 8
    }
    return hash
  }
}
