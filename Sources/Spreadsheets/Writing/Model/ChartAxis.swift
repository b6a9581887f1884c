/// An axis of a chart. Tick marks are never drawn.
public struct ChartAxis: Equatable, Sendable {
  /// Where the words or numbers of the axis stand.
  public enum LabelPosition: Sendable {
    case nextToAxis
    /// At the low end of the other axis: under the bars even where these go below zero.
    case low
    case high
    case none
  }

  /// The unit, in words: `mean score, 0–100`. nil shows none.
  public var title: String?
  public var titleFont: Font
  /// Of the words or numbers at the axis.
  public var labelFont: Font
  /// A format code; nil follows the cells.
  public var numberFormat: String?
  /// Value axes only; nil leaves it to the program.
  public var minimum: Double?
  public var maximum: Double?
  public var majorUnit: Double?
  /// The first category on top, or the numbers from right to left.
  public var reversed: Bool
  /// The other axis crosses at this one's last category or greatest number. With `reversed` on a bar chart's category
  /// axis it keeps the numbers at the bottom.
  public var crossesAtMaximum: Bool
  /// Lines across the plot; nil draws none.
  public var gridlines: Colour?
  /// The line of the axis itself; nil draws none.
  public var line: Colour?
  public var labelPosition: LabelPosition
  /// An axis that is not visible shows no labels and no title either.
  public var visible: Bool

  public init(
    title: String? = nil, titleFont: Font = Font(size: 8), labelFont: Font = Font(size: 9),
    numberFormat: String? = nil, minimum: Double? = nil, maximum: Double? = nil, majorUnit: Double? = nil,
    reversed: Bool = false, crossesAtMaximum: Bool = false, gridlines: Colour? = nil, line: Colour? = nil,
    labelPosition: LabelPosition = .nextToAxis, visible: Bool = true
  ) {
    self.title = title
    self.titleFont = titleFont
    self.labelFont = labelFont
    self.numberFormat = numberFormat
    self.minimum = minimum
    self.maximum = maximum
    self.majorUnit = majorUnit
    self.reversed = reversed
    self.crossesAtMaximum = crossesAtMaximum
    self.gridlines = gridlines
    self.line = line
    self.labelPosition = labelPosition
    self.visible = visible
  }
}
