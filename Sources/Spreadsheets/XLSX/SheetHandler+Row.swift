extension SheetHandler {
  enum RowOutcome {
    /// So many bytes were a whole row.
    case taken(Int)
    /// A row that may go on behind the bytes.
    case incomplete
    /// Something else than a row of the plainest form, or one that was refused; nothing of it was kept.
    case odd
  }

  /// Takes the row at the beginning of the bytes if it has the form that spreadsheet programs write most rows in: no white space
  /// between its elements, ASCII throughout, no entities, and cells of numbers, booleans and shared strings without formulas.
  ///
  ///     <row r="2" spans="1:3"><c r="A2" s="1" t="s"><v>13</v></c><c r="B2"><v>0.5</v></c><c r="C2" s="1"/></row>
  ///
  /// Anything else is left to expat, also what is no XML. A cell means the same here and there, because ``finishCell()`` says what.
  func takeRow(_ bytes: UnsafeBufferPointer<UInt8>) -> RowOutcome {
    guard let start = bytes.baseAddress, limits.xmlDepth >= 5 else { return .odd }
    let before = (cells: cells.count, text: ownText.count, last: lastPosition, inOrder: isInOrder, row: currentRow)
    var cursor = RowCursor(position: start, end: start + bytes.count)
    if takeRow(&cursor), fault == nil { return .taken(cursor.position - start) }
    cells.removeLast(cells.count - before.cells)
    ownText.removeLast(ownText.count - before.text)
    (lastPosition, isInOrder, currentRow) = (before.last, before.inOrder, before.row)
    return cursor.position == cursor.end && fault == nil ? .incomplete : .odd
  }

  /// What a row may say of itself; the first is its number, the others are of no interest.
  private static let rowAttributes: [StaticString] = [
    "r=\"", "spans=\"", "s=\"", "customFormat=\"", "ht=\"", "customHeight=\"", "x14ac:dyDescent=\"",
  ]

  private func takeRow(_ cursor: inout RowCursor) -> Bool {
    guard cursor.skip("<row") else { return false }
    currentRow += 1
    nextColumn = 0
    var known: UInt8 = 0
    while cursor.skip(" ") {
      guard let index = Self.rowAttributes.firstIndex(where: { cursor.skip($0) }), known & 1 << index == 0 else {
        return false
      }
      known |= 1 << index
      if index == 0 {
        guard let number = cursor.number(), 1...CellReference.rows ~= number else { return false }
        currentRow = number - 1
      } else {
        cursor.skipValue()
      }
      guard cursor.skip("\"") else { return false }
    }
    guard currentRow < CellReference.rows, cursor.skip(">") else { return false }
    while cursor.skip("<c") {
      guard takeCell(&cursor), fault == nil else { return false }
    }
    return cursor.skip("</row>")
  }

  private func takeCell(_ cursor: inout RowCursor) -> Bool {
    row = currentRow
    column = nextColumn
    type = .number
    style = 0
    traits = []
    var known: UInt8 = 0
    while cursor.skip(" ") {
      let bit: UInt8
      if cursor.skip("r=\"") {
        guard let address = cursor.reference() else { return false }
        (row, column) = address
        bit = 1
      } else if cursor.skip("s=\"") {
        guard let number = cursor.number() else { return false }
        style = number
        bit = 2
      } else if cursor.skip("t=\"") {
        if cursor.skip("s") {
          type = .sharedString
        } else if cursor.skip("b") {
          type = .boolean
        } else if !cursor.skip("n") {
          return false
        }
        bit = 4
      } else {
        return false
      }
      guard known & bit == 0, cursor.skip("\"") else { return false }
      known |= bit
    }
    guard column < CellReference.columns else { return false }
    nextColumn = column + 1
    if cursor.skip("/>") { return true }
    guard cursor.skip("><v>"), let written = cursor.text(), cursor.skip("</v></c>") else { return false }
    text.truncate(to: 0)
    textStart = 0
    if let base = written.baseAddress { text.append(base, count: written.count) }
    value = 0..<written.count
    finishCell()
    return true
  }
}

/// Goes over the bytes of a row. Where they end too early it stands at their end.
private struct RowCursor {
  var position: UnsafePointer<UInt8>
  let end: UnsafePointer<UInt8>

  /// Passes the bytes of a literal, or does not move where others stand there.
  @inline(__always)
  mutating func skip(_ literal: StaticString) -> Bool {
    let (wanted, count) = (literal.utf8Start, literal.utf8CodeUnitCount)
    for index in 0..<count {
      guard position + index < end else {
        position = end
        return false
      }
      guard position[index] == wanted[index] else { return false }
    }
    position += count
    return true
  }

  /// Digits; nil where there are none, or more than any number of a row or style has.
  @inline(__always)
  mutating func number() -> Int? {
    let start = position
    var number = 0
    while position < end {
      let digit = position.pointee &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      number = number * 10 + Int(digit)
      position += 1
      guard position - start <= 9 else { return nil }
    }
    return position > start ? number : nil
  }

  /// The reference of a cell: `B7`.
  @inline(__always)
  mutating func reference() -> (row: Int, column: Int)? {
    var column = 0
    while position < end {
      let letter = position.pointee &- UInt8(ascii: "A")
      guard letter < 26 else { break }
      column = column * 26 + Int(letter) + 1
      guard column <= CellReference.columns else { return nil }
      position += 1
    }
    guard column > 0, let row = number(), 1...CellReference.rows ~= row else { return nil }
    return (row - 1, column - 1)
  }

  /// Passes the value of an attribute up to its quote.
  mutating func skipValue() {
    while position < end, Self.isPlain(position.pointee), position.pointee != UInt8(ascii: "\"") { position += 1 }
  }

  /// The text up to the next tag; nil for one that is longer than numbers are.
  @inline(__always)
  mutating func text() -> UnsafeBufferPointer<UInt8>? {
    let start = position
    while position < end, Self.isPlain(position.pointee) { position += 1 }
    let count = position - start
    return count <= 64 ? UnsafeBufferPointer(start: start, count: count) : nil
  }

  /// ASCII that means itself wherever it stands: neither mark-up nor the end of a character section.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    0x20..<0x7F ~= byte && byte != UInt8(ascii: "<") && byte != UInt8(ascii: "&") && byte != UInt8(ascii: ">")
      && byte != UInt8(ascii: "]")
  }
}
