import Glibc

/// Reads RFC 4180 and what people really send: a byte-order mark, UTF-16, Thai Windows, semicolons, tabs, lone CR, newlines in
/// quotes, ragged rows, an Excel `sep=;` line.
///
///     var reader = try CSVReader(path: "data.csv")
///     while let grid = try reader.nextGrid() { … }
///
/// Every cell is text; types come from the catalogue, never from guessing. A row is a record, numbered as a spreadsheet would
/// number it: blank lines count, a newline inside quotes does not.
///
/// Nobody waits for a large file to be looked at twice: one that begins as UTF-8 is taken for it, and its rows are checked as they are
/// read. Where they turn out to be something else, ``afterDetection()`` begins anew.
public struct CSVReader: Sendable {
  /// The encoding that was declared, detected, or, of a large file, is assumed until a row is in another one.
  public let encoding: TextEncoding
  /// The delimiter that was declared or detected.
  public let delimiter: UInt8

  private let text: TextStorage
  private let limits: SpreadsheetLimits
  /// What was declared, for beginning anew.
  private let declared: (encoding: TextEncoding?, delimiter: UInt8?)
  /// Whether the text is UTF-8 was told from its beginning alone.
  private let isAssumed: Bool
  private let start: Int
  private var position: Int
  /// Where the bytes begin that were not let go yet.
  private var heldFrom = 0
  private var end: Int
  private var row = 0

  /// - Throws: ``SpreadsheetFault`` of kind `badEncoding` and those of opening a file.
  public init(
    path: String, limits: SpreadsheetLimits = .source, encoding: TextEncoding? = nil, delimiter: UInt8? = nil
  ) throws(SpreadsheetFault) {
    try self.init(
      storage: MappedFile(path: path, limits: limits).storage, limits: limits, encoding: encoding, delimiter: delimiter)
  }

  public init(
    bytes: [UInt8], limits: SpreadsheetLimits = .source, encoding: TextEncoding? = nil, delimiter: UInt8? = nil
  ) throws(SpreadsheetFault) {
    guard !bytes.isEmpty else { throw SpreadsheetFault(.empty) }
    try self.init(storage: TextStorage(copying: bytes), limits: limits, encoding: encoding, delimiter: delimiter)
  }

  /// - Parameter assuming: Whether a large file may be taken for what it begins as.
  package init(
    storage: TextStorage, limits: SpreadsheetLimits, encoding declared: TextEncoding?,
    delimiter declaredDelimiter: UInt8?, assuming: Bool = true
  ) throws(SpreadsheetFault) {
    self.declared = (declared, declaredDelimiter)
    isAssumed = assuming && (declared ?? .utf8) == .utf8 && TextEncoding.beginsAsUTF8(storage)
    let detected = isAssumed ? (.utf8, 0) : TextEncoding.detect(storage)
    guard let encoding = declared ?? detected?.encoding else {
      throw SpreadsheetFault(.badEncoding, "neither UTF-8 nor Thai Windows")
    }
    self.encoding = encoding
    self.limits = limits
    let mark = detected?.encoding == encoding ? detected?.markLength ?? 0 : 0
    if encoding == .utf8 {
      if declared == .utf8, detected?.encoding != .utf8 {
        throw SpreadsheetFault(.badEncoding, "not UTF-8 as declared")
      }
      text = storage
      position = mark
    } else {
      let body = UnsafeBufferPointer(rebasing: storage.bytes[mark...])
      switch encoding.decoded(body) {
      case .success(let decoded): text = TextStorage(copying: decoded)
      case .failure(let bad):
        throw SpreadsheetFault(.badEncoding, "byte \(bad.offset + mark) is no character of \(encoding.rawValue)")
      }
      position = 0
    }
    end = text.bytes.count
    start = position
    let body = UnsafeBufferPointer(rebasing: text.bytes[position...])
    if let separator = Self.excelSeparatorLine(body) {
      delimiter = declaredDelimiter ?? separator.delimiter
      position += separator.length
      row = 1
    } else {
      delimiter = declaredDelimiter ?? CSVDialect.detectDelimiter(body)
    }
  }

  /// Excel's own `sep=;` on the first line.
  private static func excelSeparatorLine(_ bytes: UnsafeBufferPointer<UInt8>) -> (delimiter: UInt8, length: Int)? {
    guard bytes.count >= 6, bytes.starts(with: Array("sep=".utf8)) else { return nil }
    let newline = UInt8(ascii: "\n")
    if bytes[5] == newline { return (bytes[4], 6) }
    if bytes.count >= 7, bytes[5] == UInt8(ascii: "\r"), bytes[6] == newline { return (bytes[4], 7) }
    return nil
  }

  /// The same file from its beginning, with every byte looked at before the first row; nil where that was done already.
  /// - Throws: ``SpreadsheetFault`` of kind `badEncoding`.
  public func afterDetection() throws(SpreadsheetFault) -> CSVReader? {
    guard isAssumed else { return nil }
    return try CSVReader(
      storage: text, limits: limits, encoding: declared.encoding, delimiter: declared.delimiter, assuming: false)
  }

  /// The whole file as one grid.
  public func grid() throws(SpreadsheetFault) -> Grid {
    var reader = self
    return try reader.nextGrid(rows: .max) ?? Grid(name: "", cells: [])
  }

  /// The next stretch of rows, or nil at the end.
  /// - Parameter rows: At most so many records, blank ones included; by default as many as stay in a core's cache until they are
  ///   understood.
  /// - Throws: ``SpreadsheetFault`` of kind `unterminatedQuote`, `tooManyCells`, or, of a large file, `badEncoding`.
  public mutating func nextGrid(rows: Int = 1024) throws(SpreadsheetFault) -> Grid? {
    guard position < end else {
      letGo()
      return nil
    }
    var scan = CSVScan(
      bytes: text.bytes, position: position, end: end, row: row, delimiter: delimiter, columns: limits.columns)
    let lastRow = rows == .max ? Int.max : row + rows
    try scan.run(untilRow: lastRow)
    guard scan.row <= limits.rows || limits.rows == SpreadsheetLimits.source.rows else {
      throw SpreadsheetFault(.tooManyCells, "rows > \(limits.rows)", row: limits.rows)
    }
    if isAssumed, !TextEncoding.areValidUTF8(UnsafeBufferPointer(rebasing: text.bytes[position..<scan.position])) {
      throw SpreadsheetFault(.badEncoding, declared.encoding == nil ? "not UTF-8 throughout" : "not UTF-8 as declared")
    }
    // The grids before this one are done with, or nearly. Every time costs all cores a moment, so not after each.
    if position - heldFrom >= Self.heldBytes { letGo() }
    position = scan.position
    row = scan.row
    return Grid(name: "", cells: scan.cells, fileText: text, ownText: scan.unescaped)
  }

  private mutating func letGo() {
    text.letGo(heldFrom..<position)
    heldFrom = position
  }

  /// How much of a file stays in memory behind the place that is read.
  private static let heldBytes = 1 << 20

  /// Of the text as UTF-8, read so far and still to be read.
  public var bytesRead: Int { position - start }
  public var bytesLeft: Int { end - position }
  /// How many records were read, blank ones included.
  public var rowsRead: Int { row }

  /// The rest of the file cut into at most `count` readers at record boundaries, for reading on several cores.
  ///
  /// Where the rows are limited there is one reader, since only it can count them. Each continues where the one before ends; all but the first number their rows from 0.
  ///
  /// Where a cut is wrong, since it lies within quotes or a quote in the middle of a text misled the search, the part before it ends with
  /// a fault; only counting quotes, or reading in order, is right then.
  /// - Parameter countingQuotes: Whether all quotes are counted before; without it every line end is taken for the end of a record.
  public func split(into count: Int, countingQuotes: Bool = true) -> [CSVReader] {
    let length = end - position
    guard count > 1, limits.rows == SpreadsheetLimits.source.rows else { return [self] }
    let wanted = (1..<count).map { position + length / count * $0 }
    let quotes =
      countingQuotes ? FileStretches(text, in: position..<end, at: wanted).map(Self.quotes) : wanted.map { _ in 0 }
    var readers: [CSVReader] = []
    var start = position
    var insideQuotes = false
    for (index, wanted) in wanted.enumerated() {
      var cut = wanted
      insideQuotes = insideQuotes != (quotes[index] & 1 == 1)
      // Where the part before reaches beyond this place, the next record begins.
      var isInside = cut < start ? false : insideQuotes
      cut = max(cut, start)
      while cut < end {
        let byte = text.bytes[cut]
        cut += 1
        if countingQuotes, byte == UInt8(ascii: "\"") { isInside.toggle() }
        if byte == UInt8(ascii: "\n"), !isInside { break }
      }
      readers.append(part(from: start, to: cut))
      start = cut
    }
    readers.append(part(from: start, to: end))
    return readers.filter { $0.position < $0.end }
  }

  /// Whether a quote stands in what was read so far: most files without one have none at all.
  public var hasMetQuotes: Bool { text.bytes[start..<position].contains(UInt8(ascii: "\"")) }

  /// How many quotes there are; most files have few.
  @Sendable private static func quotes(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var rest = bytes
    while let start = rest.baseAddress, let hit = memchr(start, Int32(UInt8(ascii: "\"")), rest.count) {
      count += 1
      rest = UnsafeBufferPointer(rebasing: rest[(UnsafeRawPointer(hit) - UnsafeRawPointer(start) + 1)...])
    }
    return count
  }

  private func part(from start: Int, to stop: Int) -> CSVReader {
    var part = self
    part.position = start
    part.heldFrom = start
    part.end = stop
    if start != position { part.row = 0 }
    return part
  }
}
