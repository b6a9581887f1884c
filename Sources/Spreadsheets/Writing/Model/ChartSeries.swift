/// One series of a chart; its numbers stand in cells of a data sheet.
public struct ChartSeries: Equatable, Sendable {
  /// What the legend says: a text, or the cell that holds it.
  public enum Name: Hashable, Sendable {
    case text(String)
    /// The text of a cell.
    case cell(sheet: String, CellAddress)
  }

  /// Where the number of a mark stands.
  public enum LabelPosition: Sendable {
    /// The program's choice: beyond the end of clustered bars, in the middle of stacked ones.
    case automatic
    case centre
    case insideEnd
    case outsideEnd
    /// Line charts only.
    case above
  }

  /// The numbers printed at the bars or points.
  public struct Labels: Equatable, Sendable {
    /// A format code such as `0;;`, which hides zeros; nil follows the cells.
    public var numberFormat: String?
    public var font: Font
    public var position: LabelPosition

    public init(numberFormat: String? = nil, font: Font = Font(size: 9), position: LabelPosition = .automatic) {
      self.numberFormat = numberFormat
      self.font = font
      self.position = position
    }
  }

  public var name: Name
  public var categories: SheetRange
  public var values: SheetRange
  /// Of the bars, or of the line and its points.
  public var colour: Colour
  /// A line around each bar, such as white between stacked bars; nil draws none. Not for lines.
  public var outline: Colour?
  /// In points, of a line or an outline.
  public var lineWidth: Double
  /// Diameter of a line's round points in points, 2 to 72; nil draws none.
  public var markerSize: Int?
  /// Fills of single bars, by their position in the values from 0.
  public var pointFills: [Int: Colour]
  /// nil prints no numbers.
  public var labels: Labels?

  public init(
    name: Name, categories: SheetRange, values: SheetRange, colour: Colour, outline: Colour? = nil,
    lineWidth: Double = 0.75, markerSize: Int? = nil, pointFills: [Int: Colour] = [:], labels: Labels? = nil
  ) {
    self.name = name
    self.categories = categories
    self.values = values
    self.colour = colour
    self.outline = outline
    self.lineWidth = lineWidth
    self.markerSize = markerSize
    self.pointFills = pointFills
    self.labels = labels
  }
}
