import Glibc

/// Reads the content of a shared string (`si`) or an inline one (`is`): a text, or runs of formatted text put together.
/// Phonetic guides (`rPh`) are left out.
class StringItemHandler: XMLHandler {
  private final var isPhonetic = false
  private final var keepsSpace = false
  private final var pieceStart = 0

  /// - Parameter level: How deep below the item the element stands: 1 for its children.
  final func startInItem(_ name: XMLName, _ attributes: XMLAttributes, level: Int) {
    if level == 1, name == "rPh" { isPhonetic = true }
    guard level <= 2, name.letter == UInt8(ascii: "t"), !isPhonetic else { return }
    pieceStart = text.count
    keepsSpace = attributes.value("space").map { strcmp($0, "preserve") == 0 } ?? false
    collectsText = true
  }

  final func endInItem(_ name: XMLName, level: Int) {
    if collectsText {
      collectsText = false
      if !keepsSpace { trimPiece() }
    } else if level == 1 {
      isPhonetic = false
    }
  }

  /// Decodes the escapes of a complete item, which began at ``textStart``, and checks its length.
  ///
  /// - Returns: Its length in bytes; 0 if it was refused.
  final func finishItem() -> Int {
    let length = EscapedText.decode(collectedText)
    text.truncate(to: textStart + length)
    guard length > limits.cellCharacters else { return length }
    guard collectedString.utf16.count <= limits.cellCharacters else {
      refuse(SpreadsheetFault(.tooManyCells, "a text of more than \(limits.cellCharacters) characters"))
      return 0
    }
    return length
  }

  /// Without `xml:space="preserve"` Excel drops the white space around each piece; the sender never saw it.
  private final func trimPiece() {
    let piece = text[pieceStart..<text.count]
    guard let first = piece.first, let last = piece.last, isXMLSpace(first) || isXMLSpace(last) else { return }
    guard let start = piece.firstIndex(where: { !isXMLSpace($0) }),
      let end = piece.lastIndex(where: { !isXMLSpace($0) })
    else { return text.truncate(to: pieceStart) }
    for index in start...end { piece[index - start] = piece[index] }
    text.truncate(to: pieceStart + end - start + 1)
  }
}

/// Space, tab, line feed, carriage return.
@inline(__always)
func isXMLSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
}
