/// One non-empty cell: 16 bytes, its text held by the grid.
///
/// The meaning of the payload depends on the kind: a number's bits for `number`, `date` (Excel serial day, 1900 system) and
/// `boolean` (0 or 1), a position in the grid's text for `text` and `error`. Read it through ``Grid``.
public struct Cell: Sendable {
  /// What a cell holds, as the file says it.
  public enum Kind: UInt8, Sendable {
    case text
    case number
    /// A number that the cell's style shows as a date or time.
    case date
    case boolean
    /// A spreadsheet error such as `#REF!`; its name is the text.
    case error
  }

  /// What the file says of a cell beside its value.
  public struct Traits: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The value is the cached result of a formula: the program that saved the file computed it, or did not.
    public static let formula = Traits(rawValue: 1)
    /// The number format shows a percentage: 0.45 is displayed as 45 %.
    public static let percentFormat = Traits(rawValue: 2)
    /// The text stands in the grid's own buffer, not in the file's bytes.
    @inlinable package static var ownText: Traits { Traits(rawValue: 4) }
  }

  @usableFromInline package var payload: UInt64
  package var row32: UInt32
  package var column16: UInt16
  public package(set) var kind: Kind
  public package(set) var traits: Traits

  package init(row: Int, column: Int, kind: Kind, traits: Traits = [], payload: UInt64) {
    self.payload = payload
    row32 = UInt32(truncatingIfNeeded: row)
    column16 = UInt16(truncatingIfNeeded: column)
    self.kind = kind
    self.traits = traits
  }

  /// The physical row in the file, from 0.
  public var row: Int { Int(row32) }
  /// The physical column in the file, from 0.
  public var column: Int { Int(column16) }
  public var address: CellAddress { CellAddress(row: row, column: column) }

  /// The number of a `number`, `date` or `boolean` cell.
  public var number: Double { Double(bitPattern: payload) }

  @inlinable package var textOffset: Int { Int(payload >> 32) }
  @inlinable package var textLength: Int { Int(payload & 0xFFFF_FFFF) }

  package static func textPayload(offset: Int, length: Int) -> UInt64 {
    UInt64(offset) << 32 | UInt64(length)
  }
}
