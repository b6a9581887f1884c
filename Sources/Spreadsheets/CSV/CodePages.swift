/// Thai Windows code page 874: TIS-620 plus nine punctuation marks.
///
/// A table of our own, because the system's converters need files that are not on every machine, and because the offset of a
/// bad byte is worth telling.
enum ThaiCodePage {
  /// Scalars of the bytes 0x80…0xFF; 0 where the code page defines none.
  private static let upperHalf: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 128)
    for (byte, scalar) in [
      (0x80, 0x20AC), (0x85, 0x2026), (0x91, 0x2018), (0x92, 0x2019), (0x93, 0x201C), (0x94, 0x201D), (0x95, 0x2022),
      (0x96, 0x2013), (0x97, 0x2014), (0xA0, 0x00A0),
    ] { table[byte - 0x80] = UInt16(scalar) }
    for byte in 0xA1...0xDA { table[byte - 0x80] = UInt16(0x0E01 + byte - 0xA1) }
    for byte in 0xDF...0xFB { table[byte - 0x80] = UInt16(0x0E3F + byte - 0xDF) }
    return table
  }()

  /// Whether all bytes are defined and most of those above ASCII are Thai letters standing in runs.
  static func looksThai(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var upper = 0
    var inRuns = 0
    var previousThai = false
    for byte in bytes where byte >= 0x80 || previousThai {
      guard byte >= 0x80 else {
        previousThai = false
        continue
      }
      let scalar = upperHalf[Int(byte) - 0x80]
      guard scalar != 0 else { return false }
      upper += 1
      let isThai = scalar >= 0x0E01 && scalar <= 0x0E5B
      if isThai && previousThai { inRuns += 1 }
      previousThai = isThai
    }
    return upper > 0 && inRuns * 2 > upper
  }

  static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<[UInt8], UndecodableByte> {
    decode(bytes) { upperHalf[Int($0) - 0x80] }
  }
}

/// Western Windows code page 1252, read only where a source declares it.
enum WesternCodePage {
  private static let controls: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]

  static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<[UInt8], UndecodableByte> {
    decode(bytes) { $0 < 0xA0 ? controls[Int($0) - 0x80] : UInt16($0) }
  }
}

private func decode(
  _ bytes: UnsafeBufferPointer<UInt8>, upper: (UInt8) -> UInt16
) -> Result<[UInt8], UndecodableByte> {
  var decoded: [UInt8] = []
  decoded.reserveCapacity(bytes.count * 2)
  for (offset, byte) in bytes.enumerated() {
    guard byte >= 0x80 else {
      decoded.append(byte)
      continue
    }
    let scalar = upper(byte)
    guard scalar != 0 else { return .failure(UndecodableByte(offset: offset)) }
    if scalar < 0x800 {
      decoded.append(UInt8(0xC0 | scalar >> 6))
    } else {
      decoded.append(UInt8(0xE0 | scalar >> 12))
      decoded.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    }
    decoded.append(UInt8(0x80 | scalar & 0x3F))
  }
  return .success(decoded)
}
