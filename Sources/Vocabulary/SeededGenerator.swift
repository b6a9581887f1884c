/// Numbers that look random and are the same on every machine: SplitMix64 over a key, so that what is drawn for a city or for a
/// draw does not depend on how many there are or on who works on them.
///
/// - Source: Steele, Lea and Flood (2014), Fast splittable pseudorandom number generators.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// A generator of its own for every list of keys.
  public init(seed: UInt64, _ keys: String...) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ seed
    for key in keys {
      for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01b3
    }
    state = hash
  }

  /// A generator of its own for every number of a stream: draw 17 is draw 17 whether or not draw 16 was made.
  public init(seed: UInt64, stream: Int) {
    state = Self.mixed(Self.mixed(seed) ^ (UInt64(truncatingIfNeeded: stream) &* Self.step))
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  public mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mixed(state)
  }

  /// Evenly from 0 up to, and without, 1.
  public mutating func share() -> Double { Double(next() >> 11) / Double(1 << 53) }

  /// Around 0, mostly between −1 and 1.
  public mutating func bell() -> Double { share() + share() + share() - 1.5 }
}
