import Glibc

/// Undoes the escapes by which a workbook writes characters that XML cannot hold: `_x000D_` is a carriage return.
enum EscapedText {
  /// Length of `_xHHHH_`.
  private static let escapeLength = 7

  /// Decodes in place; an escape is always longer than what it stands for.
  ///
  /// An escaped NUL and half a surrogate pair stay as they are written.
  ///
  /// - Returns: The new length, in bytes.
  static func decode(_ text: UnsafeMutableBufferPointer<UInt8>) -> Int {
    guard let base = text.baseAddress, text.count >= escapeLength, memchr(base, underscore, text.count) != nil else {
      return text.count
    }
    var read = 0
    var written = 0
    while read < text.count {
      if let (scalar, length) = scalar(in: text, at: read) {
        for byte in String(Character(scalar)).utf8 {
          text[written] = byte
          written += 1
        }
        read += length
      } else {
        text[written] = text[read]
        written += 1
        read += 1
      }
    }
    return written
  }

  private static let underscore = Int32(UInt8(ascii: "_"))

  private static func scalar(in text: UnsafeMutableBufferPointer<UInt8>, at position: Int) -> (Unicode.Scalar, Int)? {
    guard let first = unit(in: text, at: position), first != 0 else { return nil }
    if let scalar = Unicode.Scalar(first) { return (scalar, escapeLength) }
    guard UTF16.isLeadSurrogate(first), let second = unit(in: text, at: position + escapeLength),
      UTF16.isTrailSurrogate(second)
    else { return nil }
    let code = 0x10000 + (UInt32(first) - 0xD800) << 10 + UInt32(second) - 0xDC00
    return Unicode.Scalar(code).map { ($0, 2 * escapeLength) }
  }

  /// The UTF-16 unit of an escape that begins here.
  private static func unit(in text: UnsafeMutableBufferPointer<UInt8>, at position: Int) -> UInt16? {
    guard position + escapeLength <= text.count, text[position] == UInt8(ascii: "_"),
      text[position + 1] == UInt8(ascii: "x"), text[position + 6] == UInt8(ascii: "_")
    else { return nil }
    var value: UInt16 = 0
    for digit in text[position + 2..<position + 6] {
      guard let nibble = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
      value = value << 4 | UInt16(nibble)
    }
    return value
  }
}
