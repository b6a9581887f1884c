/// One pass over the bytes of a CSV file, from record to record. The inner loop of reading: it looks at each byte once.
struct CSVScan {
  let bytes: UnsafeBufferPointer<UInt8>
  var position: Int
  let end: Int
  var row: Int
  let delimiter: UInt8
  let columns: Int
  var cells: [Cell] = []
  /// Text of fields with doubled quotes, which can't be shown as a piece of the file.
  var unescaped: [UInt8] = []

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  init(bytes: UnsafeBufferPointer<UInt8>, position: Int, end: Int, row: Int, delimiter: UInt8, columns: Int) {
    self.bytes = bytes
    self.position = position
    self.end = end
    self.row = row
    self.delimiter = delimiter
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
        var index = start
        // The delimiters and line ends lie far apart from letters and digits: one comparison passes most bytes.
        let delimiter = delimiter
        while index < end {
          let byte = bytes[index]
          if byte == delimiter || byte == Self.newline || byte == Self.carriageReturn { break }
          index += 1
        }
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
            row: row, column: column, kind: .text, traits: .quoted,
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
          row: row, column: column, kind: .text, traits: [.quoted, .ownText],
          payload: Cell.textPayload(offset: ownStart, length: unescaped.count - ownStart)))
    }
    position = index
  }
}
