import CZip

/// One part of an archive while it is being inflated.
final class ZipPart {
  let name: String
  /// What the directory states, in bytes; the reading proves it.
  let inflatedSize: Int
  private let deflatedSize: Int
  private let file: OpaquePointer
  private let archive: ZipArchive
  private let index: Int
  private var position = 0

  init(name: String, inflatedSize: Int, deflatedSize: Int, file: OpaquePointer, archive: ZipArchive, index: Int) {
    self.name = name
    self.inflatedSize = inflatedSize
    self.deflatedSize = deflatedSize
    self.file = file
    self.archive = archive
    self.index = index
  }

  deinit { zip_fclose(file) }

  /// Inflates the next bytes. The library compares checksum and size when the part ends, so a reader goes on until 0.
  ///
  /// - Returns: How many bytes were read; 0 at the end.
  /// - Throws: `damagedArchive`, or `bomb` as soon as a limit is passed.
  func read(into buffer: UnsafeMutableRawPointer, capacity: Int) throws(SpreadsheetFault) -> Int {
    let count = Int(zip_fread(file, buffer, UInt64(capacity)))
    guard count >= 0 else {
      throw SpreadsheetFault(.damagedArchive, "\(name): \(String(cString: zip_file_strerror(file)))")
    }
    position += count
    try checkSize(position)
    try archive.count(position, ofPart: index)
    return count
  }

  /// - Throws: `bomb` if so many inflated bytes are more than the limits allow for this part.
  func checkSize(_ size: Int) throws(SpreadsheetFault) {
    let limits = archive.limits
    guard size <= limits.partBytes else {
      throw SpreadsheetFault(.bomb, "\(name) has more than \(limits.partBytes) bytes when inflated")
    }
    if size > limits.ratioGrace, size / limits.ratio > deflatedSize {
      throw SpreadsheetFault(.bomb, "\(name) inflates to more than \(limits.ratio) times its size")
    }
  }
}
