/// A native chart that floats over cells. It has no title: the cell above says the message.
///
/// Empty cells are gaps, but Excel draws a text such as `[x]` as zero: give a chart only rows that have numbers. The
/// category axis of a bar chart is the vertical one; the writer knows how the file names it.
public struct Chart: Equatable, Sendable {
  /// The shape of the marks.
  public enum Kind: Sendable {
    /// Horizontal bars.
    case bar
    /// Vertical bars.
    case column
    case line
  }

  /// Whether series stand beside each other or on top of each other.
  public enum Grouping: Sendable {
    case clustered
    case stacked
  }

  /// Where the names of the series stand.
  public struct Legend: Equatable, Sendable {
    /// The side of the chart.
    public enum Position: Sendable {
      case top
      case bottom
      case left
      case right
    }

    public var position: Position
    public var font: Font

    public init(_ position: Position = .top, font: Font = Font(size: 9)) {
      self.position = position
      self.font = font
    }
  }

  public var kind: Kind
  public var grouping: Grouping
  /// At least one.
  public var series: [ChartSeries]
  public var categoryAxis: ChartAxis
  public var valueAxis: ChartAxis
  /// nil shows none.
  public var legend: Legend?
  /// Between groups of bars, in percent of a bar's width, 0 to 500; nil leaves it to the program.
  public var gap: Int?
  /// Of neighbouring bars, in percent, −100 to 100; nil is 100 for stacked bars, else left to the program.
  public var overlap: Int?
  /// The cell whose upper left corner the chart hangs on.
  public var anchor: CellAddress
  /// From that corner, in pixels.
  public var offsetX: Int
  public var offsetY: Int
  /// In pixels.
  public var width: Int
  public var height: Int
  /// Text for people who do not see the chart: type, unit, period and message. Not empty, at most 255 characters.
  public var alternativeText: String

  public init(
    _ kind: Kind, grouping: Grouping = .clustered, series: [ChartSeries], categoryAxis: ChartAxis = ChartAxis(),
    valueAxis: ChartAxis = ChartAxis(), legend: Legend? = nil, gap: Int? = nil, overlap: Int? = nil,
    anchor: CellAddress, offsetX: Int = 0, offsetY: Int = 0, width: Int, height: Int, alternativeText: String
  ) {
    self.kind = kind
    self.grouping = grouping
    self.series = series
    self.categoryAxis = categoryAxis
    self.valueAxis = valueAxis
    self.legend = legend
    self.gap = gap
    self.overlap = overlap
    self.anchor = anchor
    self.offsetX = offsetX
    self.offsetY = offsetY
    self.width = width
    self.height = height
    self.alternativeText = alternativeText
  }
}
