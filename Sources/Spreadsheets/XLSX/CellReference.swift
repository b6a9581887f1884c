/// Reads cell references as they stand in a sheet: `B7`, `A1:C3`.
enum CellReference {
  /// The largest sheet there is.
  static let rows = 1_048_576
  static let columns = 16_384

  /// Row and column from 0; nil for what is no reference, or one outside of any sheet.
  @inline(__always)
  static func parse(_ text: UnsafePointer<CChar>) -> CellAddress? {
    var position = text
    guard let address = parse(&position), position.pointee == 0 else { return nil }
    return address
  }

  /// A range, or one cell as a range of its own.
  static func parseRange(_ text: UnsafePointer<CChar>) -> CellRange? {
    var position = text
    guard let first = parse(&position) else { return nil }
    if position.pointee == 0 { return CellRange(topLeft: first, bottomRight: first) }
    guard position.pointee == CChar(bitPattern: UInt8(ascii: ":")), let second = parse(position + 1) else { return nil }
    return CellRange(
      topLeft: CellAddress(row: min(first.row, second.row), column: min(first.column, second.column)),
      bottomRight: CellAddress(row: max(first.row, second.row), column: max(first.column, second.column)))
  }

  @inline(__always)
  private static func parse(_ position: inout UnsafePointer<CChar>) -> CellAddress? {
    var column = 0
    while true {
      let letter = (UInt8(bitPattern: position.pointee) | 0x20) &- UInt8(ascii: "a")
      guard letter < 26 else { break }
      column = column * 26 + Int(letter) + 1
      guard column <= columns else { return nil }
      position += 1
    }
    guard column > 0, let row = parseNumber(&position), row > 0, row <= rows else { return nil }
    return CellAddress(row: row - 1, column: column - 1)
  }

  /// A whole number without sign; nil if there is none or it is beyond any row.
  @inline(__always)
  static func parseNumber(_ text: UnsafePointer<CChar>) -> Int? {
    var position = text
    guard let number = parseNumber(&position), position.pointee == 0 else { return nil }
    return number
  }

  @inline(__always)
  private static func parseNumber(_ position: inout UnsafePointer<CChar>) -> Int? {
    let start = position
    var number = 0
    while true {
      let digit = UInt8(bitPattern: position.pointee) &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      number = number * 10 + Int(digit)
      guard number <= 0xFFFF_FFFF else { return nil }
      position += 1
    }
    return position > start ? number : nil
  }
}
