/// How the bytes of a text file stand for characters.
public enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// Thai Windows, a superset of TIS-620.
  case windows874 = "windows-874"
  case windows1252 = "windows-1252"

  /// The encoding that a byte-order mark or the bytes themselves show, and the length of the mark.
  ///
  /// Valid UTF-8 is taken as UTF-8. Other bytes are Thai if every one of them is defined in windows-874 and Thai letters
  /// make up most of those above ASCII; anything else must be declared, because a guess between western code pages is
  /// wrong too often.
  /// - Returns: nil where nothing fits.
  static func detect(_ text: TextStorage) -> (encoding: TextEncoding, markLength: Int)? {
    let bytes = text.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    if let unmarked = unmarkedUTF16(bytes) { return (unmarked, 0) }
    if isValidUTF8(text) { return (.utf8, 0) }
    if ThaiCodePage.looksThai(bytes) { return (.windows874, 0) }
    return nil
  }

  /// UTF-16 without a mark: in table text the zero halves of ASCII characters stand all on one side.
  private static func unmarkedUTF16(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    let sample = min(bytes.count & ~1, 4096)
    guard sample >= 4 else { return nil }
    var zerosAtEven = 0
    var zerosAtOdd = 0
    for index in 0..<sample where bytes[index] == 0 {
      if index & 1 == 0 { zerosAtEven += 1 } else { zerosAtOdd += 1 }
    }
    if zerosAtOdd * 4 > sample, zerosAtEven == 0 { return .utf16LittleEndian }
    if zerosAtEven * 4 > sample, zerosAtOdd == 0 { return .utf16BigEndian }
    return nil
  }

  /// Whether a file too large to be looked at twice begins as UTF-8 without a mark. Small ones are looked at whole.
  static func beginsAsUTF8(_ text: TextStorage) -> Bool {
    guard text.isMapped, unmarkedUTF16(text.bytes) == nil else { return false }
    var end = min(text.bytes.count, lookedAt)
    while end > 0, end < text.bytes.count, text.bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let beginning = UnsafeBufferPointer(rebasing: text.bytes[..<end])
    return !beginning.starts(with: [0xEF, 0xBB, 0xBF]) && areValidUTF8(beginning)
  }

  /// Bytes of a large file that stand for the rest until it is read.
  private static let lookedAt = 1 << 20

  static func isValidUTF8(_ text: TextStorage) -> Bool {
    // A cut must not part a character: its inner bytes begin with 10.
    let stretches = FileStretches(text) { cut in
      let bytes = text.bytes
      var cut = cut
      while cut < bytes.count, bytes[cut] & 0xC0 == 0x80 { cut += 1 }
      return cut
    }
    return stretches.map { areValidUTF8($0) ? 1 : 0 }.allSatisfy { $0 == 1 }
  }

  /// Most pages of most tables are ASCII, which is told many times faster than whether they are UTF-8.
  static func areValidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while start < bytes.count {
      var end = min(start + 4096, bytes.count)
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      let page = UnsafeBufferPointer(rebasing: bytes[start..<end])
      guard isASCII(page) || (try? UTF8Span(validating: page.span)) != nil else { return false }
      start = end
    }
    return true
  }

  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var seen: UInt64 = 0
    var offset = 0
    while offset + 8 <= raw.count {
      seen |= raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      offset += 8
    }
    return seen & 0x8080_8080_8080_8080 == 0 && raw[offset...].allSatisfy { $0 < 0x80 }
  }

  /// The bytes as UTF-8, or the offset of the first byte that is no character. What is UTF-8 already is not looked at.
  func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<[UInt8], UndecodableByte> {
    switch self {
    case .utf8:
      return .success(Array(bytes))
    case .windows874:
      return ThaiCodePage.decoded(bytes)
    case .windows1252:
      return WesternCodePage.decoded(bytes)
    case .utf16LittleEndian, .utf16BigEndian:
      var decoded: [UInt8] = []
      decoded.reserveCapacity(bytes.count)
      var decoder = UTF16()
      var position = 0
      let littleEndian = self == .utf16LittleEndian
      var units = AnyIterator<UInt16> {
        guard position + 1 < bytes.count else { return nil }
        let first = UInt16(bytes[position])
        let second = UInt16(bytes[position + 1])
        position += 2
        return littleEndian ? first | second << 8 : first << 8 | second
      }
      guard bytes.count.isMultiple(of: 2) else { return .failure(UndecodableByte(offset: bytes.count - 1)) }
      while true {
        switch decoder.decode(&units) {
        case .scalarValue(let scalar): decoded.append(contentsOf: String(scalar).utf8)
        case .emptyInput: return .success(decoded)
        case .error: return .failure(UndecodableByte(offset: max(0, position - 2)))
        }
      }
    }
  }

}

/// Where a text stopped being text in its encoding.
struct UndecodableByte: Error {
  var offset: Int
}
