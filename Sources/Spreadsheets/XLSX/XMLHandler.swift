import CExpat

/// What is done with the elements of one part. A subclass overrides ``start(_:_:)`` and ``end(_:)``.
///
/// Names are compared without their prefix: a workbook's parts mix no vocabularies where this reader looks, and both the
/// transitional and the strict format are read that way.
class XMLHandler {
  let limits: SpreadsheetLimits
  /// The character data of the elements for which ``collectsText`` was set.
  let text = ByteBuffer()
  /// Where the current piece of text began in ``text``; the limit on a cell's characters is counted from here.
  final var textStart = 0
  final var collectsText = false
  /// How many elements are open, the one that starts or ends included: the root is at 1.
  final fileprivate(set) var depth = 0
  final private(set) var fault: SpreadsheetFault?
  final fileprivate var isStopped = false
  final fileprivate var parser: XML_Parser?
  private let textLimit: Int

  init(limits: SpreadsheetLimits) {
    self.limits = limits
    // A UTF-16 unit takes at most three bytes of UTF-8; the exact count follows when the text is complete.
    textLimit = limits.cellCharacters * 3
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {}
  func end(_ name: XMLName) {}

  /// Stops the parsing; the first fault counts.
  final func refuse(_ fault: SpreadsheetFault) {
    guard self.fault == nil else { return }
    self.fault = fault
    isStopped = true
    if let parser { XML_StopParser(parser, XML_Bool(XML_FALSE)) }
  }

  /// The text since ``textStart``.
  final var collectedText: UnsafeMutableBufferPointer<UInt8> { text[textStart..<text.count] }

  final var collectedString: String { String(decoding: collectedText, as: UTF8.self) }

  /// Where the tag that is being told ends, in bytes of all that the parser was given.
  final var tagEnd: Int {
    guard let parser else { return -1 }
    return Int(XML_GetCurrentByteIndex(parser)) + Int(XML_GetCurrentByteCount(parser))
  }

  /// Forgets all text and collects what follows.
  final func beginText() {
    text.truncate(to: 0)
    textStart = 0
    collectsText = true
  }

  @inline(__always)
  final fileprivate func started(
    _ name: UnsafePointer<XML_Char>, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>
  ) {
    if isStopped { return }
    depth += 1
    if depth > limits.xmlDepth {
      refuse(SpreadsheetFault(.nestedTooDeeply, "more than \(limits.xmlDepth) levels"))
    } else {
      start(XMLName(qualified: name), XMLAttributes(pairs: attributes))
    }
  }

  @inline(__always)
  final fileprivate func ended(_ name: UnsafePointer<XML_Char>) {
    if isStopped { return }
    end(XMLName(qualified: name))
    depth -= 1
  }

  @inline(__always)
  final fileprivate func received(_ bytes: UnsafePointer<XML_Char>, count: Int) {
    guard collectsText, !isStopped else { return }
    if text.count - textStart + count > textLimit {
      refuse(SpreadsheetFault(.tooManyCells, "a text of more than \(limits.cellCharacters) characters"))
    } else {
      bytes.withMemoryRebound(to: UInt8.self, capacity: count) { text.append($0, count: count) }
    }
  }
}

extension XMLHandler {
  /// Installs this handler in a parser; both live until the parsing ends.
  ///
  /// The callbacks reach the handler through a bare pointer: one virtual call an element, and no reference counting.
  final func install(in parser: XML_Parser) {
    self.parser = parser
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { handler, name, attributes in
        guard let handler, let name, let attributes else { return }
        Unmanaged<XMLHandler>.fromOpaque(handler)._withUnsafeGuaranteedRef { $0.started(name, attributes) }
      },
      { handler, name in
        guard let handler, let name else { return }
        Unmanaged<XMLHandler>.fromOpaque(handler)._withUnsafeGuaranteedRef { $0.ended(name) }
      })
    XML_SetCharacterDataHandler(parser) { handler, bytes, count in
      guard let handler, let bytes else { return }
      Unmanaged<XMLHandler>.fromOpaque(handler)._withUnsafeGuaranteedRef { $0.received(bytes, count: Int(count)) }
    }
    XML_SetStartDoctypeDeclHandler(parser) { handler, _, _, _, _ in
      guard let handler else { return }
      Unmanaged<XMLHandler>.fromOpaque(handler)._withUnsafeGuaranteedRef { $0.refuse(SpreadsheetFault(.documentType)) }
    }
    XML_SetXmlDeclHandler(parser) { handler, _, encoding, _ in
      guard let handler, let encoding else { return }
      let name = String(cString: encoding)
      if name.lowercased() == "utf-8" || name.lowercased().hasPrefix("utf-16") { return }
      Unmanaged<XMLHandler>.fromOpaque(handler)._withUnsafeGuaranteedRef {
        $0.refuse(SpreadsheetFault(.badEncoding, name))
      }
    }
  }

  final func uninstall() { parser = nil }
}
