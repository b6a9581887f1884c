/// One pass over the bytes of a CSV file, from record to record. The inner loop of reading: it looks at each byte once.
struct CSVScan {
  let bytes: UnsafeBufferPointer<UInt8>
  var position: Int
  let end: Int
  var row: Int
  let delimiter: UInt8
  private let delimiters: UInt64
  let columns: Int
  var cells: [Cell] = []
  /// Text of fields with doubled quotes, which can't be shown as a piece of the file.
  var unescaped: [UInt8] = []

  private static var quote: UInt8 { UInt8(ascii: "\"") }
  private static var newline: UInt8 { UInt8(ascii: "\n") }
  private static var carriageReturn: UInt8 { UInt8(ascii: "\r") }

  init(bytes: UnsafeBufferPointer<UInt8>, position: Int, end: Int, row: Int, delimiter: UInt8, columns: Int) {
    self.bytes = bytes
    self.position = position
    self.end = end
    self.row = row
    self.delimiter = delimiter
    delimiters = Self.eightTimes(delimiter)
    self.columns = columns
    cells.reserveCapacity(min((end - position) / 8 + 16, 40_000))
  }

  /// Reads records until row `lastRow` (not included) or the end.
  mutating func run(untilRow lastRow: Int) throws(SpreadsheetFault) {
    var column = 0
    while position < end {
      let start = position
      if bytes[start] == Self.quote {
        try readQuoted(column: column)
      } else {
        let index = endOfField(from: start)
        if index > start {
          cells.append(
            Cell(
              row: row, column: column, kind: .text,
              payload: Cell.textPayload(offset: start, length: index - start)))
        }
        position = index
      }
      guard position < end else { break }
      if bytes[position] == delimiter {
        position += 1
        column += 1
        guard column < columns else {
          throw SpreadsheetFault(.tooManyCells, "columns > \(columns)", row: row)
        }
        continue
      }
      endRecord()
      column = 0
      if row >= lastRow { return }
    }
    if column > 0 || (end > 0 && position == end && !endsWithLineEnd) { row += 1 }
  }

  /// The next delimiter or line end, or the end of the text.
  ///
  /// Eight bytes at a time, since most fields are not longer: a byte that equals the one looked for is zero in the exclusive or with
  /// it, and the lowest zero byte is found by a borrow that reaches its top bit.
  @inline(__always)
  private func endOfField(from start: Int) -> Int {
    var index = start
    let raw = UnsafeRawBufferPointer(bytes)
    while index + 8 <= end {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let hits =
        Self.zeroBytes(word ^ delimiters) | Self.zeroBytes(word ^ Self.newlines)
        | Self.zeroBytes(word ^ Self.carriageReturns)
      if hits != 0 { return index + hits.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < end, bytes[index] != delimiter, bytes[index] != Self.newline, bytes[index] != Self.carriageReturn {
      index += 1
    }
    return index
  }

  /// The top bit of the lowest zero byte; bits above it mean nothing.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  private static var newlines: UInt64 { eightTimes(newline) }
  private static var carriageReturns: UInt64 { eightTimes(carriageReturn) }

  @inline(__always)
  private static func eightTimes(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 * UInt64(byte) }

  private var endsWithLineEnd: Bool { bytes[end - 1] == Self.newline || bytes[end - 1] == Self.carriageReturn }

  private mutating func endRecord() {
    if bytes[position] == Self.carriageReturn, position + 1 < end, bytes[position + 1] == Self.newline { position += 1 }
    position += 1
    row += 1
  }

  /// A quoted field, `position` at its opening quote. Text between the closing quote and the delimiter is kept, as
  /// spreadsheets do.
  private mutating func readQuoted(column: Int) throws(SpreadsheetFault) {
    let start = position + 1
    var index = start
    while index < end, bytes[index] != Self.quote { index += 1 }
    guard index < end else { throw SpreadsheetFault(.unterminatedQuote, "", row: row) }
    let next = index + 1
    if next >= end || bytes[next] == delimiter || bytes[next] == Self.newline || bytes[next] == Self.carriageReturn {
      if index > start {
        cells.append(
          Cell(
            row: row, column: column, kind: .text,
            payload: Cell.textPayload(offset: start, length: index - start)))
      }
      position = next
      return
    }
    let ownStart = unescaped.count
    var insideQuotes = true
    index = start
    while true {
      guard index < end else {
        if insideQuotes { throw SpreadsheetFault(.unterminatedQuote, "", row: row) }
        break
      }
      let byte = bytes[index]
      if insideQuotes {
        if byte != Self.quote {
          unescaped.append(byte)
        } else if index + 1 < end, bytes[index + 1] == Self.quote {
          unescaped.append(byte)
          index += 1
        } else {
          insideQuotes = false
        }
      } else if byte == delimiter || byte == Self.newline || byte == Self.carriageReturn {
        break
      } else {
        unescaped.append(byte)
      }
      index += 1
    }
    if unescaped.count > ownStart {
      cells.append(
        Cell(
          row: row, column: column, kind: .text, traits: .ownText,
          payload: Cell.textPayload(offset: ownStart, length: unescaped.count - ownStart)))
    }
    position = index
  }
}
