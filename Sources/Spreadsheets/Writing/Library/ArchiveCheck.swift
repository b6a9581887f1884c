import CZip

/// Reads back what the library wrote, as far as it must.
///
/// The library does not look whether its temporary files took all bytes: with their disk full it packs parts that end
/// in the middle and reports success. A whole part ends with the tag that closes its root, and that tag stands nowhere
/// else.
enum ArchiveCheck {
  /// - Returns: What is wrong, or nil.
  static func fault(atPath path: String) -> String? {
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_RDONLY, &code) else { return "the archive cannot be read back" }
    defer { zip_discard(archive) }
    let count = zip_get_num_entries(archive, 0)
    guard count > 0 else { return "the archive is empty" }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    for index in 0..<UInt64(count) {
      let name = zip_get_name(archive, index, 0).map { String(cString: $0) } ?? "entry \(index)"
      guard let file = zip_fopen_index(archive, index, 0) else { return "\(name) cannot be read back" }
      defer { zip_fclose(file) }
      var part = PartEnds()
      while true {
        let read = buffer.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, UInt64($0.count)) }
        guard read >= 0 else { return "\(name) is damaged" }
        if read == 0 { break }
        part.add(buffer[..<Int(read)])
      }
      guard part.isWhole else { return "\(name) is cut off; is the folder for temporary files full?" }
    }
    return nil
  }
}

/// The first and last bytes of an XML part.
struct PartEnds {
  private var head: [UInt8] = []
  private var tail: [UInt8] = []

  mutating func add(_ bytes: ArraySlice<UInt8>) {
    if head.count < 512 { head += bytes.prefix(512 - head.count) }
    tail = Array((tail.suffix(64) + bytes.suffix(64)).suffix(64))
  }

  /// Whether the root element is closed at the very end: by its own closing tag or, if it has no content, in itself.
  var isWhole: Bool {
    let head = String(decoding: head, as: UTF8.self)
    let tail = String(decoding: tail.prefix(1 + (tail.lastIndex { $0 > 0x20 } ?? -1)), as: UTF8.self)
    let body = head.hasPrefix("<?xml") ? head.drop { $0 != ">" }.dropFirst() : head[...]
    guard let open = body.firstIndex(of: "<"), let end = body.firstIndex(of: ">") else { return false }
    let name = body[body.index(after: open)...].prefix { !" />\r\n".contains($0) }
    let isClosedInItself = body[...end].hasSuffix("/>") && body[body.index(after: end)...].allSatisfy(\.isWhitespace)
    return !name.isEmpty && (isClosedInItself || tail.hasSuffix("</\(name)>"))
  }
}
