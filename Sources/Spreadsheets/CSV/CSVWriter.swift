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
  fileprivate private(set) var column = 0

  public init(header: [String]) {
    columns = header.count
    for name in header { code(name) }
    endRow()
  }

  /// A continuation without a header, to be appended to another writer's bytes.
  public init(continuationWithColumns columns: Int) {
    self.columns = columns
  }

  /// Forgets what was written and keeps its room.
  /// - Precondition: The last row was ended.
  public mutating func removeAll() {
    precondition(column == 0, "a row without an end")
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func separate() {
    precondition(column < columns, "more fields than the header has columns")
    if column > 0 { bytes.append(UInt8(ascii: ",")) }
    column += 1
  }

  /// Text from people: names, notes, sources. Line breaks and tabs become spaces, other control and direction characters go.
  public mutating func text(_ text: String) {
    separate()
    var text = text
    guard !text.isEmpty, !text.withUTF8({ appendIfHarmless($0) }) else { return }
    let clean = Self.cleaned(text)
    if Self.startsLikeAFormula(clean) {
      quote("'" + clean)
    } else if clean.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }) {
      quote(clean)
    } else {
      append(clean)
    }
  }

  /// Appends text that stays as it is, which most is; tells whether it was.
  ///
  /// Looked at as bytes: 0xE2 and 0xEF may begin one of the characters that are cleaned away or start a formula, 0xC2 a space
  /// that hides one. Thai has none of them.
  private mutating func appendIfHarmless(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count <= Self.cellCharacters, let first = text.first, !Self.isTrigger(first), first != UInt8(ascii: " "),
      first != 0xC2
    else { return false }
    for byte in text {
      guard byte >= 0x20, byte != UInt8(ascii: ","), byte != UInt8(ascii: "\""), byte != 0x7F, byte != 0xE2,
        byte != 0xEF
      else { return false }
    }
    bytes.append(contentsOf: text)
    return true
  }

  private mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// A code of ours: letters, digits, `_`, `-`, `.`, `=`, `;` inside; never altered.
  public mutating func code(_ code: String) {
    separate()
    append(code)
  }

  /// A field with nothing in it.
  public mutating func empty() { separate() }

  /// A whole number, as it is.
  public mutating func integer(_ number: Int) {
    separate()
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    append(digitsOf: number.magnitude)
  }

  /// A number rounded half away from zero to `decimals`, with all of them written; empty for nil.
  public mutating func number(_ number: Double?, decimals: Int) {
    separate()
    guard let number else { return }
    FixedDecimal(number, decimals: decimals).append(to: &bytes)
  }

  /// The address of a cell: `B7`.
  public mutating func cell(_ address: CellAddress) {
    separate()
    if address.column < 26 {
      bytes.append(UInt8(ascii: "A") + UInt8(address.column))
    } else {
      append(CellAddress.letters(ofColumn: address.column))
    }
    append(digitsOf: UInt(address.row + 1))
  }

  /// Fields that were written once, to be repeated in many rows.
  public mutating func fields(_ fields: CSVFields) {
    precondition(fields.count > 0 && column + fields.count <= columns, "more fields than the header has columns")
    fields.bytes.withUnsafeBufferPointer { written in
      bytes.append(contentsOf: column > 0 ? written : UnsafeBufferPointer(rebasing: written.dropFirst()))
    }
    column += fields.count
  }

  private mutating func append(digitsOf number: UInt) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var (rest, start) = (number, digits.count)
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  /// Ends the row.
  /// - Precondition: As many fields as the header has columns.
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
    // Most texts are clean, which their bytes tell; see `appendIfHarmless`.
    let isClean = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != 0xE2 && $0 != 0xEF }
    if isClean, text.utf8.count <= cellCharacters { return text }
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
    return String(scalars.prefix(cellCharacters))
  }

  /// What a cell of a spreadsheet holds.
  private static let cellCharacters = 32_767
}

/// Neighbouring fields of a row, written once: a city's id and names, the version at the end of each row.
///
///     let city = CSVFields { $0.code("th-phayao"); $0.text("พะเยา") }
///     csv.fields(city)
public struct CSVFields: Sendable {
  /// Each field with the comma before it.
  fileprivate let bytes: [UInt8]
  fileprivate let count: Int

  public init(_ write: (inout CSVWriter) -> Void) {
    var writer = CSVWriter(continuationWithColumns: .max)
    write(&writer)
    bytes = [UInt8(ascii: ",")] + writer.bytes
    count = writer.column
  }
}
