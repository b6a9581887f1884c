import Glibc

/// The central directory of a zip archive: names and extents, read without inflating anything.
///
/// A second look beside the zip library's own: it sees what the library hides (a NUL inside a name) or allows (entries that
/// share bytes, the trick of the overlapping zip bomb).
struct ZipDirectory {
  static let magic: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  /// The end record, where the archive holds nothing.
  static let emptyMagic: [UInt8] = [0x50, 0x4B, 0x05, 0x06]

  let names: [String]

  /// Nil for an archive with 64-bit records, which this reader leaves to the library.
  ///
  /// - Throws: `damagedArchive` or `forbiddenArchiveEntry`.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetFault) {
    let scan = Scan(bytes: bytes)
    guard let end = scan.endRecord() else { throw SpreadsheetFault(.damagedArchive, "no central directory") }
    let count = scan.short(end + 10)
    let size = scan.long(end + 12)
    let directory = scan.long(end + 16)
    if count == 0xFFFF || size == 0xFFFF_FFFF || directory == 0xFFFF_FFFF { return nil }
    guard directory + size <= end else { throw SpreadsheetFault(.damagedArchive, "no central directory") }

    var names: [String] = []
    var extents: [(start: Int, end: Int)] = []
    names.reserveCapacity(count)
    extents.reserveCapacity(count)
    var position = directory
    for _ in 0..<count {
      guard position + Scan.headerSize <= end, scan.long(position) == Scan.headerSignature else {
        throw SpreadsheetFault(.damagedArchive, "central directory")
      }
      let nameStart = position + Scan.headerSize
      let next = nameStart + scan.short(position + 28) + scan.short(position + 30) + scan.short(position + 32)
      guard next <= end else { throw SpreadsheetFault(.damagedArchive, "central directory") }
      let name = UnsafeBufferPointer(rebasing: bytes[nameStart..<nameStart + scan.short(position + 28)])
      guard !name.contains(0) else { throw SpreadsheetFault(.forbiddenArchiveEntry, "NUL in a name") }
      names.append(String(decoding: name, as: UTF8.self))
      let start = scan.long(position + 42)
      let deflated = scan.long(position + 20)
      if start == 0xFFFF_FFFF || deflated == 0xFFFF_FFFF { return nil }
      extents.append((start, start + Scan.localHeaderSize + name.count + deflated))
      position = next
    }
    self.names = names

    extents.sort { $0.start < $1.start }
    for (earlier, later) in zip(extents, extents.dropFirst()) where earlier.end > later.start {
      throw SpreadsheetFault(.damagedArchive, "overlapping entries")
    }
    if let last = extents.last, last.end > directory { throw SpreadsheetFault(.damagedArchive, "truncated entry") }
  }
}

/// Little-endian fields at checked places.
private struct Scan {
  let bytes: UnsafeBufferPointer<UInt8>

  static let headerSignature = 0x0201_4B50
  static let headerSize = 46
  static let localHeaderSize = 30
  private static let endSignature = 0x0605_4B50
  private static let endSize = 22
  private static let longestComment = 0xFFFF

  func short(_ offset: Int) -> Int {
    offset + 2 <= bytes.count ? Int(bytes[offset]) | Int(bytes[offset + 1]) << 8 : 0
  }

  func long(_ offset: Int) -> Int { short(offset) | short(offset + 2) << 16 }

  /// The end record stands last, but for a comment of at most 65,535 bytes whose length it states.
  func endRecord() -> Int? {
    var offset = bytes.count - Self.endSize
    let first = max(0, offset - Self.longestComment)
    while offset >= first {
      if long(offset) == Self.endSignature, offset + Self.endSize + short(offset + 20) == bytes.count { return offset }
      offset -= 1
    }
    return nil
  }
}
