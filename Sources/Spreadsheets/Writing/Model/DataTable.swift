/// The table of a strict data sheet, column by column: a real Excel table from column A on, without filter and style.
///
/// Half a million rows are meant to be cheap: the values stand in plain arrays and go to the file without becoming
/// cells of ``Sheet``.
public struct DataTable: Equatable, Sendable {
  /// `tbl_` and then lower-case ASCII letters, digits and underscores; unique in the workbook.
  public var name: String
  /// The row of the headers, from 0; the data begin in the next.
  public var headerRow: Int
  /// At least one, all of the same length, with at least one row.
  public var columns: [DataColumn]
  public var headerFormat: CellFormat

  public init(
    name: String, headerRow: Int = 6, columns: [DataColumn], headerFormat: CellFormat = CellFormat()
  ) {
    self.name = name
    self.headerRow = headerRow
    self.columns = columns
    self.headerFormat = headerFormat
  }

  /// Rows of data, without the header.
  public var rowCount: Int { columns.first?.values.count ?? 0 }

  /// The cells of one column without its header, for charts.
  public func values(ofColumn column: Int, sheet: String) -> SheetRange {
    SheetRange(sheet: sheet, rows: headerRow + 1...headerRow + rowCount, column: column)
  }
}
