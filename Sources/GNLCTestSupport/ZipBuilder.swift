/// Builds zip archives byte by byte, well-formed ones and such as no honest program writes.
public struct ZipBuilder: Sendable {
  /// One file of the archive, and what the archive says of it.
  public struct Entry: Sendable {
    public var name: [UInt8]
    /// What stands in the archive, compressed or not.
    public var stored: [UInt8]
    public var inflatedSize: Int
    public var checksum: UInt32
    /// 0 stored, 8 deflated.
    public var method: UInt16 = 0
    public var flags: UInt16 = 0
    /// File type and permissions, when the archive says it comes from Unix.
    public var unixMode: UInt16?

    /// An uncompressed entry.
    public init(_ name: String, _ content: [UInt8]) {
      self.name = Array(name.utf8)
      stored = content
      inflatedSize = content.count
      checksum = ZipBuilder.checksum(content)
    }

    public init(_ name: String, _ content: String) {
      self.init(name, Array(content.utf8))
    }

    /// An entry that holds `unit` again and again between two texts; its checksum is wrong.
    public init(_ name: String, prefix: String, repeating unit: String, count: Int, suffix: String = "") {
      self.init(name, "")
      stored =
        FixedHuffman(
          prefix: Array(prefix.utf8), repeating: Array(unit.utf8), count: count, suffix: Array(suffix.utf8)
        ).bytes
      inflatedSize = prefix.utf8.count + unit.utf8.count * count + suffix.utf8.count
      method = 8
    }
  }

  public var entries: [Entry]

  public init(_ entries: [Entry] = []) {
    self.entries = entries
  }

  /// The archive.
  public var bytes: [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let common =
        Self.short(entry.flags) + Self.short(entry.method) + Self.long(0) + Self.long(entry.checksum)
        + Self.long(UInt32(entry.stored.count)) + Self.long(UInt32(entry.inflatedSize))
        + Self.short(UInt16(entry.name.count)) + Self.short(0)
      let madeBy: UInt16 = entry.unixMode == nil ? 20 : 3 << 8 | 20
      directory += Self.long(0x0201_4B50) + Self.short(madeBy) + Self.short(20) + common
      directory += Self.short(0) + Self.short(0) + Self.short(0)
      directory += Self.long(UInt32(entry.unixMode ?? 0) << 16) + Self.long(UInt32(archive.count)) + entry.name
      archive += Self.long(0x0403_4B50) + Self.short(20) + common + entry.name + entry.stored
    }
    let count = Self.short(UInt16(entries.count))
    return archive + directory + Self.long(0x0605_4B50) + Self.short(0) + Self.short(0) + count + count
      + Self.long(UInt32(directory.count)) + Self.long(UInt32(archive.count)) + Self.short(0)
  }

  /// CRC-32 as zip uses it.
  public static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes { value = checksumTable[Int((value ^ UInt32(byte)) & 0xFF)] ^ value >> 8 }
    return ~value
  }

  private static let checksumTable: [UInt32] = (0..<256).map { start in
    (0..<8).reduce(UInt32(start)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }

  private static func short(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

  private static func long(_ value: UInt32) -> [UInt8] {
    short(UInt16(value & 0xFFFF)) + short(UInt16(value >> 16))
  }
}
