/// The texts that cells share, one after the other in one storage.
struct SharedStrings {
  let storage: TextStorage
  /// Where each text begins, and where the last one ends.
  private let starts: [UInt32]

  static let none = SharedStrings(storage: .empty, starts: [0])

  var count: Int { starts.count - 1 }

  /// The place of a text, nil if there are fewer.
  @inline(__always)
  func range(at index: Int) -> (offset: Int, length: Int)? {
    guard index >= 0, index + 1 < starts.count else { return nil }
    let start = Int(starts[index])
    return (start, Int(starts[index + 1]) - start)
  }

  /// Reads the shared strings of a workbook.
  ///
  /// - Throws: `tooManyCells` when they are more, or one is longer, than the limits allow.
  static func read(_ part: String, in archive: ZipArchive) throws(SpreadsheetFault) -> SharedStrings {
    let handler = SharedStringsHandler(limits: archive.limits)
    try archive.parse(part, with: handler)
    return SharedStrings(storage: handler.text.takeStorage(), starts: handler.starts)
  }
}

private final class SharedStringsHandler: StringItemHandler {
  var starts: [UInt32] = [0]

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch depth {
    case 1:
      // The counts are hints from the sender; the array grows by itself beyond a modest one.
      let hint = attributes.integer("uniqueCount") ?? 0
      starts.reserveCapacity(max(0, min(hint, limits.sharedStrings, 1 << 20)) + 1)
    case 2: break
    default: startInItem(name, attributes, level: depth - 2)
    }
  }

  override func end(_ name: XMLName) {
    if depth > 2 { return endInItem(name, level: depth - 2) }
    guard depth == 2, name == "si" else { return }
    let end = textStart + finishItem()
    textStart = end
    guard starts.count <= limits.sharedStrings, let end32 = UInt32(exactly: end) else {
      return refuse(SpreadsheetFault(.tooManyCells, "more than \(limits.sharedStrings) shared strings"))
    }
    starts.append(end32)
  }
}
