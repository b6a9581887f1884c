/// A colour without transparency, `0xRRGGBB`.
public struct Colour: Hashable, Sendable, ExpressibleByIntegerLiteral {
  public var rgb: UInt32

  /// - Precondition: `rgb` is at most `0xFFFFFF`.
  public init(_ rgb: UInt32) {
    precondition(rgb <= 0xFF_FFFF, "a colour has six hexadecimal digits")
    self.rgb = rgb
  }

  public init(integerLiteral value: UInt32) { self.init(value) }

  public static let black: Colour = 0x000000
  public static let white: Colour = 0xFFFFFF

  /// Six upper-case hexadecimal digits, without a mark in front.
  public var hexadecimal: String {
    let digits = String(rgb, radix: 16, uppercase: true)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }
}
