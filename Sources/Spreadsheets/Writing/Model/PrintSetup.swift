/// How a sheet prints: always on A4.
public struct PrintSetup: Equatable, Sendable {
  /// How the paper lies.
  public enum Orientation: Sendable {
    case portrait
    case landscape
  }

  /// In inches.
  public struct Margins: Equatable, Sendable {
    public var left: Double
    public var right: Double
    public var top: Double
    public var bottom: Double
    /// From the paper's edge to the footer.
    public var footer: Double

    public init(
      left: Double = 0.52, right: Double = 0.52, top: Double = 0.52, bottom: Double = 0.62, footer: Double = 0.3
    ) {
      self.left = left
      self.right = right
      self.top = top
      self.bottom = bottom
      self.footer = footer
    }
  }

  /// Shrinks the print to so many pages.
  public enum Fit: Equatable, Sendable {
    /// The whole sheet on one page.
    case onePage
    /// One page wide, as long as it takes.
    case onePageWide
    /// In per cent of the full size, 10 to 400, with a new page before each of some rows. Programs ignore breaks of our own in
    /// the other fits.
    case scaled(Int, breaksBefore: [Int])
  }

  public var orientation: Orientation
  public var margins: Margins
  /// nil prints at full size.
  public var fit: Fit?
  /// Rows printed again on top of every page, from 0.
  public var repeatRows: ClosedRange<Int>?
  /// nil prints whatever is there.
  public var area: CellRange?
  public var footer: Footer?
  public var centredHorizontally: Bool

  public init(
    orientation: Orientation = .landscape, margins: Margins = Margins(), fit: Fit? = .onePageWide,
    repeatRows: ClosedRange<Int>? = nil, area: CellRange? = nil, footer: Footer? = nil,
    centredHorizontally: Bool = true
  ) {
    self.orientation = orientation
    self.margins = margins
    self.fit = fit
    self.repeatRows = repeatRows
    self.area = area
    self.footer = footer
    self.centredHorizontally = centredHorizontally
  }
}
