/// A compound file: the container of old Excel files and of encrypted new ones. Only its stream names are read.
enum CompoundFile {
  static let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  private static let entrySize = 128
  /// Where an entry holds the size of its name in bytes, the final zero included.
  private static let nameSizeOffset = 64

  /// Whether the file has a stream of this name.
  ///
  /// Directory entries always begin at a multiple of 128 bytes. Looking at all those places finds a name without following
  /// the sector chains, which a damaged file may have broken.
  static func hasStream(named name: String, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var wanted: [UInt8] = []
    for unit in name.utf16 {
      wanted.append(UInt8(truncatingIfNeeded: unit))
      wanted.append(UInt8(truncatingIfNeeded: unit >> 8))
    }
    wanted += [0, 0]
    for entry in stride(from: 0, through: bytes.count - entrySize, by: entrySize) {
      let nameSize = Int(bytes[entry + nameSizeOffset]) | Int(bytes[entry + nameSizeOffset + 1]) << 8
      if nameSize == wanted.count, bytes[entry..<entry + nameSize].elementsEqual(wanted) { return true }
    }
    return false
  }
}
