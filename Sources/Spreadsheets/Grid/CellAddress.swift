/// The place of a cell: row and column, both counted from 0, printed as a spreadsheet prints it (`B7`).
public struct CellAddress: Hashable, Sendable, Comparable, CustomStringConvertible {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  public static func < (a: CellAddress, b: CellAddress) -> Bool {
    (a.row, a.column) < (b.row, b.column)
  }

  /// The letters of a column: 0 is `A`, 25 `Z`, 26 `AA`.
  public static func letters(ofColumn column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    repeat {
      letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
      rest = rest / 26 - 1
    } while rest >= 0
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  public var description: String { "\(Self.letters(ofColumn: column))\(row + 1)" }
}
