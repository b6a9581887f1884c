/// How much a file may ask of us. A file beyond a limit is refused with the limit's name and value.
public struct SpreadsheetLimits: Sendable {
  /// Bytes of the file as it lies on disk.
  public var fileBytes: Int
  /// Entries of the archive.
  public var entries: Int
  /// Bytes of one part after inflating, counted while inflating.
  public var partBytes: Int
  /// Bytes of all parts after inflating.
  public var totalBytes: Int
  /// Inflated size over deflated size, watched after the first `ratioGrace` inflated bytes of a part.
  public var ratio: Int
  public var ratioGrace: Int
  public var xmlDepth: Int
  public var rows: Int
  public var columns: Int
  public var sharedStrings: Int
  /// Characters (UTF-16 units) of one cell.
  public var cellCharacters: Int

  public init(
    fileBytes: Int, entries: Int, partBytes: Int, totalBytes: Int, ratio: Int, ratioGrace: Int, xmlDepth: Int,
    rows: Int, columns: Int, sharedStrings: Int, cellCharacters: Int
  ) {
    self.fileBytes = fileBytes
    self.entries = entries
    self.partBytes = partBytes
    self.totalBytes = totalBytes
    self.ratio = ratio
    self.ratioGrace = ratioGrace
    self.xmlDepth = xmlDepth
    self.rows = rows
    self.columns = columns
    self.sharedStrings = sharedStrings
    self.cellCharacters = cellCharacters
  }

  /// For files that cities send: small, and from anywhere.
  public static let submission = SpreadsheetLimits(
    fileBytes: 10 << 20, entries: 500, partBytes: 50 << 20, totalBytes: 200 << 20, ratio: 100, ratioGrace: 100 << 10,
    xmlDepth: 64, rows: 20_000, columns: 256, sharedStrings: 200_000, cellCharacters: 32_767)

  /// For statistical sources that the evaluator placed there.
  public static let source = SpreadsheetLimits(
    fileBytes: 2 << 30, entries: 4096, partBytes: 1 << 30, totalBytes: 2 << 30, ratio: 200, ratioGrace: 1 << 20,
    xmlDepth: 64, rows: 1_048_576, columns: 16_384, sharedStrings: 4_000_000, cellCharacters: 32_767)

  /// For what we published ourselves: as large as a cell can tell its place.
  public static let published: SpreadsheetLimits = {
    var limits = source
    limits.fileBytes = Int(UInt32.max)
    return limits
  }()
}
