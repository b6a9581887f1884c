import CExpat
import Glibc

/// Parses the part of a worksheet: expat as everywhere, but for rows of the plainest form, which the handler takes as bytes.
///
/// Such rows are kept from expat whole, so what it sees is as well-formed as what it does not see. One is taken only where expat
/// itself has just told that it stands between two rows, and so never inside of a comment or a text. Everything else, every fault
/// too, is expat's.
struct SheetParser: ~Copyable {
  private static let chunkSize = 64 << 10

  private let part: ZipPart
  private let handler: SheetHandler
  private let parser: XML_Parser
  /// Bytes that expat was given.
  private var fed = 0
  private var takenRows = 0
  private var oddRows = 0

  init(_ part: ZipPart, with handler: SheetHandler) {
    guard let parser = XML_ParserCreate(nil) else { fatalError("no memory for an XML parser") }
    handler.install(in: parser)
    self.part = part
    self.handler = handler
    self.parser = parser
  }

  deinit {
    handler.uninstall()
    XML_ParserFree(parser)
  }

  /// - Throws: As ``XMLPushParser/parse(_:with:)``.
  consuming func parse() throws(SpreadsheetFault) {
    // What waits for the rest of its row is shorter than a chunk, so there is room for another one.
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * Self.chunkSize)
    defer { buffer.deallocate() }
    var count = 0
    while true {
      let added = try part.read(into: buffer + count, capacity: Self.chunkSize)
      count += added
      let used = try take(UnsafeBufferPointer(start: buffer, count: count), isLast: added == 0)
      count -= used
      memmove(buffer, buffer + used, count)
      if added == 0 { return try feed(UnsafeBufferPointer(start: buffer, count: 0), isLast: true) }
    }
  }

  /// Not where hardly any row of the sheet has the plain form: looking at the others twice would cost a tenth of the time.
  private var triesRows: Bool { oddRows < 32 || oddRows < 4 * takenRows }

  /// - Returns: How many bytes need not be seen again: all but the beginning of a row.
  private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(SpreadsheetFault) -> Int {
    var position = 0
    while position < bytes.count {
      let rest = UnsafeBufferPointer(rebasing: bytes[position...])
      if handler.boundary == fed, triesRows {
        switch handler.takeRow(rest) {
        case .taken(let length):
          position += length
          takenRows += 1
          continue
        case .incomplete where !isLast && rest.count < Self.chunkSize: return position
        case .incomplete, .odd: oddRows += 1
        }
        if handler.fault != nil { throw XMLPushParser.fault(of: parser, handler, part) }
      }
      let length = triesRows ? Self.length(toBoundary: rest) : rest.count
      try feed(UnsafeBufferPointer(rebasing: rest[..<length]), isLast: false)
      position += length
    }
    return position
  }

  /// To the end of the next tag behind which a row may begin; all where there is none.
  private static func length(toBoundary bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var length = 0
    while let base = bytes.baseAddress,
      let found = memchr(base + length, Int32(UInt8(ascii: ">")), bytes.count - length)
    {
      length = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
      for tag: StaticString in ["</row>", "<sheetData>"] {
        let count = tag.utf8CodeUnitCount
        if length >= count, memcmp(base + length - count, tag.utf8Start, count) == 0 { return length }
      }
    }
    return bytes.count
  }

  private mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(SpreadsheetFault) {
    fed += bytes.count
    let isSound = bytes.withMemoryRebound(to: CChar.self) {
      XML_Parse(parser, $0.baseAddress, Int32($0.count), isLast ? 1 : 0) == XML_STATUS_OK
    }
    guard isSound else { throw XMLPushParser.fault(of: parser, handler, part) }
    try XMLPushParser.checkToken(fed - Int(XML_GetCurrentByteIndex(parser)), part)
  }
}
