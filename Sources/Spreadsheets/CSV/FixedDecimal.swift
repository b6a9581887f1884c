import Foundation

/// A number rounded once, half away from zero, to a declared number of decimals; the same digits go to CSV and to Excel.
///
/// Rounding looks at the shortest decimal that stands for the number, not at its binary expansion: 0.145 with two decimals is
/// 0.15, as a person and Excel would say, although the nearest binary number lies a little below.
public struct FixedDecimal: Hashable, Sendable {
  /// The digits as an integer: 48.30 with two decimals is 4830.
  public let scaled: Int64
  public let decimals: Int

  private static let powers: [Double] = (0...15).map { pow(10, Double($0)) }

  /// - Parameter number: Finite and below 9·10¹⁵ once scaled; larger numbers lose their decimals.
  public init(_ number: Double, decimals: Int) {
    precondition(number.isFinite, "a number that is not finite has no decimals")
    precondition((0...9).contains(decimals), "0 to 9 decimals")
    var kept = decimals
    while kept > 0, abs(number) * Self.powers[kept] >= 9e15 { kept -= 1 }
    let product = number * Self.powers[kept]
    var rounded = product.rounded(.toNearestOrAwayFromZero)
    // A tie in decimal may lie a hair to either side of .5 in binary: decide it by the shortest decimal form.
    let distance = abs(abs(product - product.rounded(.towardZero)) - 0.5)
    if distance < 1e-6, distance > 0 {
      rounded = Self.roundedByDigits(number, decimals: kept) ?? rounded
    }
    scaled = Int64(max(-9.2e18, min(9.2e18, rounded)))
    self.decimals = kept
  }

  private static func roundedByDigits(_ number: Double, decimals: Int) -> Double? {
    let text = "\(abs(number))"
    guard !text.contains("e"), let point = text.firstIndex(of: ".") else { return nil }
    let fraction = text[text.index(after: point)...]
    guard fraction.count > decimals else { return nil }
    let digits = text[..<point] + fraction.prefix(decimals)
    guard let whole = Int64(digits) else { return nil }
    let next = fraction[fraction.index(fraction.startIndex, offsetBy: decimals)]
    let magnitude = Double(next >= "5" ? whole + 1 : whole)
    return number < 0 ? -magnitude : magnitude
  }

  /// The rounded number as a double.
  public var value: Double { Double(scaled) / Self.powers[decimals] }

  /// Appends `-12.30`; no sign on zero.
  public func append(to bytes: inout [UInt8]) {
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    var magnitude = scaled.magnitude
    var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)  // room for 24 digits without an allocation
    withUnsafeMutableBytes(of: &digits) { buffer in
      var position = buffer.count
      var written = 0
      repeat {
        if written == decimals, decimals > 0 {
          position -= 1
          buffer[position] = UInt8(ascii: ".")
        }
        position -= 1
        buffer[position] = UInt8(ascii: "0") + UInt8(magnitude % 10)
        magnitude /= 10
        written += 1
      } while magnitude > 0 || written <= decimals
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[position...]))
    }
  }

  public var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
