/// Numbers that look random and are the same on every machine: SplitMix64 over a key, so that a city's figures don't depend on how
/// many cities there are.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64, _ keys: String...) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ seed
    for key in keys {
      for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01b3
    }
    state = hash
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  /// Evenly between 0 and 1.
  mutating func share() -> Double { Double(next() >> 11) / Double(1 << 53) }

  /// Around 0, mostly between −1 and 1.
  mutating func bell() -> Double { share() + share() + share() - 1.5 }
}
