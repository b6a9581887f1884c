/// Numbers and texts one after the other as bytes, each with a fixed length or its length before it.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ number: Int) { add(Int64(number)) }

  mutating func add(_ number: Double) { add(number.bitPattern) }

  mutating func add(_ text: String) {
    add(UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func add(_ number: Int?) {
    add(UInt8(number == nil ? 0 : 1))
    if let number { add(number) }
  }

  mutating func add<Element>(_ list: [Element], _ each: (inout ByteWriter, Element) -> Void) {
    add(UInt32(list.count))
    for element in list { each(&self, element) }
  }
}

/// Reads what ``ByteWriter`` wrote.
struct ByteReader {
  /// Something else stands here than was written.
  struct Damage: Error {}

  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func number<Number: FixedWidthInteger>(_: Number.Type = Number.self) throws(Damage) -> Number {
    let size = MemoryLayout<Number>.size
    guard bytes.count - position >= size else { throw Damage() }
    let start = position
    position += size
    return bytes.withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(fromByteOffset: start, as: Number.self)) }
  }

  mutating func int() throws(Damage) -> Int { Int(try number(Int64.self)) }

  mutating func double() throws(Damage) -> Double { Double(bitPattern: try number()) }

  mutating func text() throws(Damage) -> String {
    let count = Int(try number(UInt32.self))
    guard bytes.count - position >= count else { throw Damage() }
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  mutating func optional() throws(Damage) -> Int? { try number(UInt8.self) == 0 ? nil : try int() }

  mutating func list<Element>(
    _ each: (inout ByteReader) throws(Damage) -> Element
  ) throws(Damage) -> [Element] {
    let count = Int(try number(UInt32.self))
    // Every element takes a byte at least: a count beyond that is none.
    guard count <= bytes.count - position else { throw Damage() }
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try each(&self)) }
    return list
  }
}
