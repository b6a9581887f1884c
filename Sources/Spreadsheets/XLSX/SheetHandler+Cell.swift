extension SheetHandler {
  /// Turns what stands in a cell's element into a cell. A cell that is only styled is none.
  func finishCell() {
    guard let value, !value.isEmpty else {
      // A formula nobody computed, or one that gave an empty text: it must not vanish.
      if traits.contains(.formula) { appendText(UnsafeBufferPointer(start: nil, count: 0)) }
      return
    }
    switch type {
    case .number: appendNumber(trimmed(value))
    case .sharedString: appendSharedString(trimmed(value))
    case .text, .inlineText, .error: appendText(decoded(value), kind: type == .error ? .error : .text)
    case .boolean: appendBoolean(trimmed(value))
    case .isoDate:
      if let serial = ISODate.serial(trimmed(value)) {
        append(.date, payload: serial.bitPattern)
      } else {
        appendText(decoded(value))
      }
    }
  }

  /// The cells in order.
  ///
  /// - Throws: `malformedXML` if two cells claim the same place.
  func sortedCells() throws(SpreadsheetFault) -> [Cell] {
    if isInOrder { return cells }
    cells.sort { ($0.row32, $0.column16) < ($1.row32, $1.column16) }
    for (cell, next) in zip(cells, cells.dropFirst()) where cell.row32 == next.row32 && cell.column16 == next.column16 {
      throw SpreadsheetFault(.malformedXML, "cell \(cell.address) stands twice", row: cell.row)
    }
    return cells
  }

  @inline(__always)
  private func appendNumber(_ written: UnsafeBufferPointer<UInt8>) {
    guard let number = DecimalParser.parse(written) else {
      // Some programs write NAN or 1.#INF; a person has to see it.
      return appendText(written)
    }
    switch styles.format(of: style) {
    case .plain: append(.number, payload: number.bitPattern)
    case .percent:
      traits.insert(.percentFormat)
      append(.number, payload: number.bitPattern)
    case .time: append(.date, payload: number.bitPattern)
    case .date:
      let serial = usesDateSystem1904 ? number + Self.daysBetweenDateSystems : number
      append(.date, payload: serial.bitPattern)
    }
  }

  /// From serial 0 of the 1904 system back to that of the 1900 system.
  private static let daysBetweenDateSystems = 1462.0

  @inline(__always)
  private func appendSharedString(_ written: UnsafeBufferPointer<UInt8>) {
    var index = 0
    for byte in written {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9, index <= sharedStrings.count else { return refuseSharedString(written) }
      index = index * 10 + Int(digit)
    }
    guard !written.isEmpty, let text = sharedStrings.range(at: index) else { return refuseSharedString(written) }
    if text.length > 0 || traits.contains(.formula) {
      append(.text, payload: Cell.textPayload(offset: text.offset, length: text.length))
    }
  }

  private func refuseSharedString(_ written: UnsafeBufferPointer<UInt8>) {
    let number = String(decoding: written.prefix(20), as: UTF8.self)
    refuse(
      SpreadsheetFault(.malformedXML, "shared string \(number) does not exist, of \(sharedStrings.count)", row: row))
  }

  private func appendBoolean(_ written: UnsafeBufferPointer<UInt8>) {
    switch String(decoding: written, as: UTF8.self) {
    case "1", "true": append(.boolean, payload: 1.0.bitPattern)
    case "0", "false": append(.boolean, payload: 0.0.bitPattern)
    default: appendText(written)
    }
  }

  private func appendText(_ bytes: UnsafeBufferPointer<UInt8>, kind: Cell.Kind = .text) {
    guard !bytes.isEmpty || traits.contains(.formula) else { return }
    let offset = ownText.count
    ownText.append(contentsOf: bytes)
    traits.insert(.ownText)
    append(kind, payload: Cell.textPayload(offset: offset, length: bytes.count))
  }

  @inline(__always)
  private func append(_ kind: Cell.Kind, payload: UInt64) {
    guard row < limits.rows, column < limits.columns else {
      let limit = row < limits.rows ? "\(limits.columns) columns" : "\(limits.rows) rows"
      let address = CellAddress(row: row, column: column)
      return refuse(SpreadsheetFault(.tooManyCells, "\(address) lies beyond \(limit)", row: row))
    }
    let position = row << 16 | column
    if position <= lastPosition { isInOrder = false }
    lastPosition = position
    cells.append(Cell(row: row, column: column, kind: kind, traits: traits, payload: payload))
  }

  /// White space around a number is the layout of the file, not a part of the value.
  @inline(__always)
  private func trimmed(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    let bytes = text[range]
    var start = 0
    var end = bytes.count
    while start < end, isXMLSpace(bytes[start]) { start += 1 }
    while end > start, isXMLSpace(bytes[end - 1]) { end -= 1 }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  private func decoded(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    textStart = range.lowerBound
    text.truncate(to: range.upperBound)
    let length = finishItem()
    return UnsafeBufferPointer(text[range.lowerBound..<range.lowerBound + length])
  }
}
