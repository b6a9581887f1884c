/// One column of a ``DataTable``.
public struct DataColumn: Equatable, Sendable {
  /// The cells of a column, of one type each.
  public enum Values: Equatable, Sendable {
    /// Finite numbers; a missing one is written as a shorthand text.
    case numbers([Double?])
    /// Whole numbers of at most 2⁵³, which a spreadsheet holds exactly.
    case integers([Int?])
    /// An empty text is written as the shorthand, too: no cell of a table is empty.
    case texts([String])

    public var count: Int {
      switch self {
      case .numbers(let values): values.count
      case .integers(let values): values.count
      case .texts(let values): values.count
      }
    }
  }

  /// ASCII snake_case: `city_en`. Unique in the table.
  public var header: String
  /// The width in digits of the default font, 0 to 255.
  public var width: Double
  public var format: CellFormat
  public var values: Values
  /// The shorthand for a missing value, such as `[x]`.
  public var missing: String
  /// The shorthand row by row, as long as the values, where the reasons differ; an empty text means ``missing``. It is
  /// read only where the value is missing.
  public var missingByRow: [String]?
  /// For the shorthand texts; nil is the column's format.
  public var missingFormat: CellFormat?
  /// For the header, such as one aligned with the numbers under it; nil is the table's.
  public var headerFormat: CellFormat?

  public init(
    header: String, width: Double = 12, format: CellFormat = CellFormat(), values: Values, missing: String = "[x]",
    missingByRow: [String]? = nil, missingFormat: CellFormat? = nil, headerFormat: CellFormat? = nil
  ) {
    self.header = header
    self.width = width
    self.format = format
    self.values = values
    self.missing = missing
    self.missingByRow = missingByRow
    self.missingFormat = missingFormat
    self.headerFormat = headerFormat
  }
}
