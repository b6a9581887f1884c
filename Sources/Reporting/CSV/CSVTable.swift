import Spreadsheets
import Vocabulary

/// A CSV file of the round as parts that can be made one by one and in parallel: a large round is never whole in memory.
public struct CSVTable: Sendable {
  /// A column with its meaning, for the data package.
  public struct Field: Sendable {
    /// The type of a column, as the data package names it.
    public enum Kind: String, Sendable {
      case string
      case number
      case integer
      case boolean
      /// ISO: `2026-09-30`.
      case date
    }
    public var name: String
    public var kind: Kind
    public var description: LocalizedText
    /// Never empty.
    public var isRequired: Bool

    public init(_ name: String, _ kind: Kind = .string, required: Bool = false, _ description: LocalizedText) {
      self.name = name
      self.kind = kind
      self.description = description
      isRequired = required
    }
  }

  /// File name without its ending: `observations`.
  public var name: String
  public var title: LocalizedText
  public var fields: [Field]
  /// Columns that together name a row.
  public var primaryKey: [String]
  public var partCount: Int
  /// Writes a part's rows. Parts in order make the file.
  public var part: @Sendable (Int, inout CSVWriter) -> Void

  /// The bytes of the file, piece by piece, from one buffer: few enough at a time that a core still has them at hand when they are
  /// hashed and written.
  public func forEachPiece<Failure: Error>(_ body: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var csv = CSVWriter(header: fields.map(\.name))
    for index in 0..<partCount {
      part(index, &csv)
      guard csv.bytes.count >= Self.pieceBytes else { continue }
      try body(csv.bytes)
      csv.removeAll()
    }
    try body(csv.bytes)
  }

  /// A fraction of what the cache of one core holds.
  private static let pieceBytes = 1 << 18
}

extension CSVTable {
  /// A table whose parts are the cities of a round.
  /// - Parameter rows: Writes the rows of a city; the fields of its names are ready.
  init(
    name: String, title: LocalizedText, fields: [Field], primaryKey: [String], of results: RoundResults,
    rows: @escaping @Sendable (CityID, _ names: CSVFields, inout CSVWriter) -> Void
  ) {
    self.init(
      name: name, title: title, fields: fields, primaryKey: primaryKey, partCount: results.registry.cities.count,
      part: { part, csv in rows(CityID(part), SharedFields.city(results.registry[CityID(part)]), &csv) })
  }
}
