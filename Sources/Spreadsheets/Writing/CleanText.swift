/// Text as a workbook may hold it.
///
/// XML has no place for most control characters nor for U+FFFE and U+FFFF, and a C string ends at U+0000: these are
/// removed. A carriage return becomes a line feed. `_x0041_` would be read back as `A`, so its underscore is written as
/// `_x005F_`.
enum CleanText {
  /// Calls `body` with the clean text's UTF-8 bytes, ended by zero. Clean text, nearly all there is, is not copied.
  @inline(__always)
  static func withCString<Result>(_ text: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let count = text.utf8.count
    let result: Result? = text.withCString { pointer in
      let bytes = UnsafeRawBufferPointer(start: pointer, count: count)
      return isClean(bytes) ? body(pointer) : nil
    }
    return result ?? cleaned(text).withCString(body)
  }

  /// The text itself where it is clean, else a mended copy.
  static func clean(_ text: String) -> String {
    var text = text
    let mayStay = text.withUTF8 { isClean(UnsafeRawBufferPointer($0)) }
    return mayStay ? text : cleaned(text)
  }

  /// Whether nothing has to be looked at twice. May say no to clean text, never yes to text that is not.
  @inline(__always)
  static func isClean(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      index += 1
      // Letters, digits and the inner bytes of Thai pass here.
      if byte > 0x5F && byte != 0x7F && byte != 0xC2 && byte != 0xEF { continue }
      switch byte {
      case 0x09, 0x0A: continue
      case 0..<0x20, 0x7F: return false
      case 0x5F: if index < count, bytes[index] == UInt8(ascii: "x") { return false }
      case 0xC2: if index < count, bytes[index] < 0xA0 { return false }
      case 0xEF: if index + 1 < count, bytes[index] == 0xBF, bytes[index + 1] >= 0xBE { return false }
      default: continue
      }
    }
    return true
  }

  private static func cleaned(_ text: String) -> String {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.unicodeScalars.count)
    var afterReturn = false
    for scalar in text.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      switch scalar.value {
      case 0x0A where afterReturn: continue
      case 0x0D: scalars.append("\n")
      case 0x09, 0x0A: scalars.append(scalar)
      case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: continue
      default: scalars.append(scalar)
      }
    }
    return escaped(scalars)
  }

  /// Escapes the underscore of every `_xHHHH_`. Removing characters may have made one, so this comes last.
  private static func escaped(_ scalars: [Unicode.Scalar]) -> String {
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if scalar == "_", looksEscaped(scalars[index...].prefix(7)) {
        result.append(contentsOf: "_x005F_".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func looksEscaped(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let seven = Array(scalars)
    return seven.count == 7 && seven[1] == "x" && seven[6] == "_"
      && seven[2..<6].allSatisfy { $0.properties.isASCIIHexDigit }
  }
}
