/// Writes RFC 4180: commas, CRLF, UTF-8 without a mark, one header row, the same number of fields in every row.
///
/// Numbers and text go different ways: a number is written by its own method and never altered, so negatives stay intact; text
/// that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection).
///
///     var csv = CSVWriter(header: ["CITY", "OBS_VALUE"])
///     csv.text("th-phayao"); csv.number(-1.5, decimals: 1); csv.endRow()
public struct CSVWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private let columns: Int
  private var column = 0

  public init(header: [String], reservingBytes capacity: Int = 0) {
    columns = header.count
    bytes.reserveCapacity(capacity)
    for name in header { code(name) }
    endRow()
  }

  /// A continuation without a header, to be appended to another writer's bytes.
  public init(continuationWithColumns columns: Int, reservingBytes capacity: Int = 0) {
    self.columns = columns
    bytes.reserveCapacity(capacity)
  }

  private mutating func separate() {
    precondition(column < columns, "more fields than the header has columns")
    if column > 0 { bytes.append(UInt8(ascii: ",")) }
    column += 1
  }

  /// Text from people: names, notes, sources. Line breaks and tabs become spaces, other control and direction characters go.
  public mutating func text(_ text: String) {
    separate()
    guard !text.isEmpty else { return }
    var needsQuotes = false
    var isPlain = true
    for byte in text.utf8 where byte < 0x30 || byte > 0x7A {
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") { needsQuotes = true }
      if byte < 0x20 || byte > 0x7E { isPlain = false }
    }
    if isPlain, !needsQuotes, let first = text.utf8.first, !Self.isTrigger(first), first != UInt8(ascii: " ") {
      bytes.append(contentsOf: text.utf8)
      return
    }
    let clean = isPlain ? text : Self.cleaned(text)
    if Self.startsLikeAFormula(clean) {
      quote("'" + clean)
    } else if needsQuotes {
      quote(clean)
    } else {
      bytes.append(contentsOf: clean.utf8)
    }
  }

  /// A code of ours: letters, digits, `_`, `-`, `.`, `=`, `;` inside; never altered.
  public mutating func code(_ code: String) {
    separate()
    bytes.append(contentsOf: code.utf8)
  }

  public mutating func empty() { separate() }

  public mutating func integer(_ number: Int) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// A number rounded half away from zero to `decimals`, with all of them written; empty for nil.
  public mutating func number(_ number: Double?, decimals: Int) {
    separate()
    guard let number else { return }
    FixedDecimal(number, decimals: decimals).append(to: &bytes)
  }

  public mutating func endRow() {
    precondition(column == columns, "a row with \(column) of \(columns) fields")
    bytes.append(UInt8(ascii: "\r"))
    bytes.append(UInt8(ascii: "\n"))
    column = 0
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isTrigger(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "=") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "@")
  }

  /// Whether a spreadsheet might run the text: a trigger first, also after spaces or quotes, or full-width.
  static func startsLikeAFormula(_ text: String) -> Bool {
    let first = text.unicodeScalars.first { $0 != " " && $0 != "\"" && $0 != "\u{A0}" }
    guard let first else { return false }
    return "=+-@＝＋－＠".unicodeScalars.contains(first)
  }

  /// Text without what makes tables break or readers stumble: line ends and tabs as one space, no controls, no bidi marks.
  public static func cleaned(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: pendingSpace = true
      case 0x00..<0x20, 0x7F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: break
      default:
        if pendingSpace, !scalars.isEmpty { scalars.append(" ") }
        pendingSpace = false
        scalars.append(scalar)
      }
    }
    return String(scalars.prefix(32_767))
  }
}
