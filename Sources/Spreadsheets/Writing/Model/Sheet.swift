/// A worksheet to be written, as a value.
///
///     var sheet = Sheet(name: "Summary · สรุป", gridlines: .hidden)
///     sheet.columns = [ColumnWidth(0, 1.8), ColumnWidth(1...3, 12, format: body)]
///     sheet.set(.text("Score"), row: 2, column: 1, format: head)
///
/// Rows and columns count from 0. Nothing is checked here; ``XLSXWriter`` refuses what a workbook cannot hold.
public struct Sheet: Equatable, Sendable {
  /// Whether the lines between cells show, on the screen and on paper.
  public enum Gridlines: Sendable {
    /// On the screen only, as a new sheet has them.
    case screen
    /// Neither on the screen nor on paper.
    case hidden
  }

  /// 1 to 31 characters; either `word_word` or with a space, hyphen or non-ASCII letter, so that references are quoted.
  public var name: String
  public var columns: [ColumnWidth]
  public var rowHeights: [RowHeight]
  /// In any order; where an address occurs twice the later cell stands.
  public var cells: [SheetCell]
  /// The one table of a data sheet.
  public var table: DataTable?
  /// Rows at the top, and columns at the left, that stay when the sheet scrolls.
  public var frozenRows: Int
  public var frozenColumns: Int
  public var tabColour: Colour?
  public var gridlines: Gridlines
  /// In percent, 10 to 400.
  public var zoom: Int
  public var isHidden: Bool
  /// nil leaves the sheet open. There is never a password: this prevents accidents, nothing more.
  public var protection: SheetProtection?
  public var print: PrintSetup
  public var charts: [Chart]
  public var dataBars: [DataBar]
  public var conditionalFormats: [ConditionalFormat]
  public var validations: [DataValidation]
  public var comments: [CellComment]
  /// Where digits in text cells are codes, so that Excel shows no green corner.
  public var numbersStoredAsText: [CellRange]

  public init(
    name: String, columns: [ColumnWidth] = [], rowHeights: [RowHeight] = [], cells: [SheetCell] = [],
    table: DataTable? = nil, frozenRows: Int = 0, frozenColumns: Int = 0, tabColour: Colour? = nil,
    gridlines: Gridlines = .screen, zoom: Int = 100, isHidden: Bool = false, protection: SheetProtection? = nil,
    print: PrintSetup = PrintSetup(), charts: [Chart] = [], dataBars: [DataBar] = [],
    conditionalFormats: [ConditionalFormat] = [], validations: [DataValidation] = [], comments: [CellComment] = [],
    numbersStoredAsText: [CellRange] = []
  ) {
    self.name = name
    self.columns = columns
    self.rowHeights = rowHeights
    self.cells = cells
    self.table = table
    self.frozenRows = frozenRows
    self.frozenColumns = frozenColumns
    self.tabColour = tabColour
    self.gridlines = gridlines
    self.zoom = zoom
    self.isHidden = isHidden
    self.protection = protection
    self.print = print
    self.charts = charts
    self.dataBars = dataBars
    self.conditionalFormats = conditionalFormats
    self.validations = validations
    self.comments = comments
    self.numbersStoredAsText = numbersStoredAsText
  }

  /// Puts a content into a cell; rows and columns count from 0.
  public mutating func set(_ content: CellContent, row: Int, column: Int, format: CellFormat) {
    cells.append(SheetCell(CellAddress(row: row, column: column), content, format))
  }

  /// Gives blank cells a format, for bars, tints and rules over several columns.
  public mutating func fill(rows: ClosedRange<Int>, columns: ClosedRange<Int>, format: CellFormat) {
    for row in rows {
      for column in columns { set(.blank, row: row, column: column, format: format) }
    }
  }

  /// Sets the height of one row, in points.
  public mutating func setHeight(_ points: Double, row: Int) { rowHeights.append(RowHeight(row...row, points)) }
}
