/// A cell of a sheet to be written.
public struct SheetCell: Hashable, Sendable {
  public var address: CellAddress
  public var content: CellContent
  /// Always given: the file's own default font is not ours.
  public var format: CellFormat

  public init(_ address: CellAddress, _ content: CellContent, _ format: CellFormat) {
    self.address = address
    self.content = content
    self.format = format
  }
}

/// The width of neighbouring columns and the format of their untouched cells.
public struct ColumnWidth: Hashable, Sendable {
  public var columns: ClosedRange<Int>
  /// In digits of the default font, 0 to 255; see ``TextMeasure``.
  public var width: Double
  public var format: CellFormat

  public init(_ columns: ClosedRange<Int>, _ width: Double, format: CellFormat = CellFormat()) {
    self.columns = columns
    self.width = width
    self.format = format
  }

  public init(_ column: Int, _ width: Double, format: CellFormat = CellFormat()) {
    self.init(column...column, width, format: format)
  }
}

/// The fixed height of neighbouring rows.
public struct RowHeight: Hashable, Sendable {
  public var rows: ClosedRange<Int>
  /// In points, 0 to 409.
  public var points: Double

  public init(_ rows: ClosedRange<Int>, _ points: Double) {
    self.rows = rows
    self.points = points
  }
}
