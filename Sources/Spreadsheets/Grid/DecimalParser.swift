/// Reads a decimal number from its bytes, exactly rounded, whatever the process locale.
///
///     [sign] digits [. digits] [(e|E) [sign] digits]
///
/// As in XML Schema, digits may be missing on one side of the point (`.5`, `5.`). Nothing else is a number: no spaces, no
/// grouping, no hexadecimal, no infinity, no NaN.
package enum DecimalParser {
  /// - Returns: nil if the bytes are no number, or one too large for a `Double`.
  package static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var position = 0
    let end = bytes.count
    var isNegative = false
    if position < end, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+") {
      isNegative = bytes[position] == UInt8(ascii: "-")
      position += 1
    }

    var mantissa: UInt64 = 0
    var significantDigits = 0
    var exponent = 0

    @inline(__always) func takeDigits() -> Int {
      let start = position
      while position < end {
        let digit = bytes[position] &- UInt8(ascii: "0")
        guard digit <= 9 else { break }
        mantissa = mantissa &* 10 &+ UInt64(digit)
        // Leading zeros do not count; past 19 digits the mantissa has overflowed and the slow path decides.
        if significantDigits > 0 || digit != 0 { significantDigits += 1 }
        position += 1
      }
      return position - start
    }

    var digits = takeDigits()
    if position < end, bytes[position] == UInt8(ascii: ".") {
      position += 1
      let fractionDigits = takeDigits()
      digits += fractionDigits
      exponent = -fractionDigits
    }
    guard digits > 0 else { return nil }

    if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      guard let written = exponentPart(bytes, &position) else { return nil }
      exponent += written
    }
    guard position == end else { return nil }

    // Both operands are exact, so one IEEE operation rounds once: the correctly rounded result.
    if significantDigits <= 19, mantissa <= 1 << 53, abs(exponent) < powersOfTen.count {
      let magnitude = Double(mantissa)
      let value = exponent < 0 ? magnitude / powersOfTen[-exponent] : magnitude * powersOfTen[exponent]
      return isNegative ? -value : value
    }
    return slowPath(bytes)
  }

  private static func exponentPart(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> Int? {
    var isNegative = false
    if position < bytes.count, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+") {
      isNegative = bytes[position] == UInt8(ascii: "-")
      position += 1
    }
    let start = position
    var value = 0
    while position < bytes.count {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      // Far beyond what a Double can hold; growing further would only overflow.
      if value < 1_000_000 { value = value * 10 + Int(digit) }
      position += 1
    }
    guard position > start else { return nil }
    return isNegative ? -value : value
  }

  /// For more digits than fit: the standard library's conversion, which knows no locale. The bytes are already known to be a
  /// decimal number, so what else it accepts (`0x1p3`, `inf`) cannot reach it.
  private static func slowPath(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else { return nil }
    return value
  }

  /// The powers of ten that a `Double` holds exactly.
  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]
}
