import CExpat

/// Parses a part while it is being inflated, chunk by chunk: memory does not grow with the part.
enum XMLPushParser {
  private static let chunkSize = 64 << 10
  /// A tag with its attributes, or a comment, must fit into memory as one piece. No spreadsheet program writes such long ones.
  private static let longestToken = 1 << 20

  /// Runs a part through a handler.
  ///
  /// The parser knows no entities but the five of XML, because a document type is refused; its own guard against
  /// amplification stays on as well.
  ///
  /// - Throws: What the handler refused, `malformedXML`, `documentType`, `badEncoding`, `nestedTooDeeply`, and what reading
  ///   the archive throws. The detail names the part.
  static func parse(_ part: ZipPart, with handler: XMLHandler) throws(SpreadsheetFault) {
    guard let parser = XML_ParserCreate(nil) else { fatalError("no memory for an XML parser") }
    handler.install(in: parser)
    defer {
      handler.uninstall()
      XML_ParserFree(parser)
    }

    var fed = 0
    var isFinal = false
    while !isFinal {
      guard let buffer = XML_GetBuffer(parser, Int32(chunkSize)) else {
        throw SpreadsheetFault(.bomb, "\(part.name): no memory for its XML")
      }
      let count = try part.read(into: buffer, capacity: chunkSize)
      isFinal = count == 0
      fed += count
      guard XML_ParseBuffer(parser, Int32(count), isFinal ? 1 : 0) == XML_STATUS_OK else {
        throw fault(of: parser, handler, part)
      }
      try checkToken(fed - Int(XML_GetCurrentByteIndex(parser)), part)
    }
  }

  /// - Parameter length: Of what the parser was given and has not understood yet.
  static func checkToken(_ length: Int, _ part: ZipPart) throws(SpreadsheetFault) {
    guard length > longestToken else { return }
    throw SpreadsheetFault(.bomb, "\(part.name): a tag of more than \(longestToken) bytes")
  }

  static func fault(of parser: XML_Parser, _ handler: XMLHandler, _ part: ZipPart) -> SpreadsheetFault {
    if var fault = handler.fault {
      fault.detail = fault.detail.isEmpty ? part.name : "\(part.name): \(fault.detail)"
      return fault
    }
    let code = XML_GetErrorCode(parser)
    let message = XML_ErrorString(code).map { String(cString: $0) } ?? "unknown"
    let kind: SpreadsheetFault.Kind =
      switch code {
      case XML_ERROR_UNKNOWN_ENCODING, XML_ERROR_INCORRECT_ENCODING: .badEncoding
      case XML_ERROR_AMPLIFICATION_LIMIT_BREACH, XML_ERROR_NO_MEMORY: .bomb
      default: .malformedXML
      }
    return SpreadsheetFault(kind, "\(part.name), line \(XML_GetCurrentLineNumber(parser)): \(message)")
  }
}

extension ZipArchive {
  /// Opens a part and runs it through a handler.
  func parse(_ name: String, with handler: XMLHandler) throws(SpreadsheetFault) {
    try XMLPushParser.parse(open(name), with: handler)
  }
}
