/// Bytes that stand for a value: equal values give equal bytes, others never do. They are for digests, not for reading back.
struct ContentBytes {
  private(set) var bytes: [UInt8] = []
  /// Single texts, numbers, names of cases and counts so far; a test compares it with what a mirror sees.
  private(set) var parts = 0
  /// Each format is spelled out once and then told by its number: there are thousands of cells and dozens of formats.
  private var formats: [CellFormat: Int]?

  /// - Parameter numbersFormats: Whether a format that came before is told by its number.
  init(numbersFormats: Bool = true) { formats = numbersFormats ? [:] : nil }

  mutating func add(_ number: UInt64) {
    parts += 1
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// With its length, so that a text never runs into the next.
  mutating func add(_ text: String) {
    parts += 1
    withUnsafeBytes(of: UInt32(text.utf8.count).littleEndian) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: text.utf8)
  }

  /// A case among others, or how many follow.
  mutating func add(tag: Int) {
    parts += 1
    withUnsafeBytes(of: UInt32(tag).littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ format: CellFormat) {
    guard let known = formats?[format] else {
      if let count = formats?.count {
        formats?[format] = count
        add(tag: count)
      }
      return format.addParts(to: &self)
    }
    add(tag: known)
  }
}

/// A part of a workbook that can be turned into bytes.
protocol Content {
  func add(to content: inout ContentBytes)
}

extension Workbook {
  /// The workbook as bytes for a digest: workbooks that differ anywhere have other bytes. Quick beside making the file.
  public var contentBytes: [UInt8] {
    var content = ContentBytes()
    add(to: &content)
    return content.bytes
  }
}

// MARK: What everything consists of

extension String: Content {
  func add(to content: inout ContentBytes) { content.add(self) }
}

extension Double: Content {
  func add(to content: inout ContentBytes) { content.add(bitPattern) }
}

extension Int: Content {
  func add(to content: inout ContentBytes) { content.add(UInt64(bitPattern: Int64(self))) }
}

extension Bool: Content {
  func add(to content: inout ContentBytes) { content.add(tag: self ? 1 : 0) }
}

extension Optional: Content where Wrapped: Content {
  func add(to content: inout ContentBytes) {
    content.add(tag: self == nil ? 0 : 1)
    self?.add(to: &content)
  }
}

extension Array: Content where Element: Content {
  func add(to content: inout ContentBytes) {
    content.add(tag: count)
    for element in self { element.add(to: &content) }
  }
}

extension ClosedRange: Content where Bound: Content {
  func add(to content: inout ContentBytes) {
    lowerBound.add(to: &content)
    upperBound.add(to: &content)
  }
}

/// A choice that consists of its name alone.
protocol NamedContent: Content {}

extension NamedContent {
  func add(to content: inout ContentBytes) { content.add("\(self)") }
}
