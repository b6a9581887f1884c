import Spreadsheets
import Vocabulary

/// A table that a city sent instead of its template, row by row as it was typed: what goes into the cells of the template that
/// goes back.
public struct SubmittedTable: Sendable {
  /// What a column of the table holds.
  public enum Column: Sendable {
    case code
    case period
    case value
    case status
    case source
    case note
  }

  /// A status that was understood, or one as it was typed.
  public enum Status: Sendable {
    case understood(ObservationStatus)
    case typed(String)
  }

  /// One figure of the table, as it was typed.
  public struct Line: Sendable {
    /// Physical row from 0.
    public var row: Int
    /// What the figure is, where its codes were understood.
    public var variable: VariableID?
    public var breakdown: Breakdown
    /// Else its codes as typed, in the form of a template's code: `populaton|sex=F`.
    public var code: String
    /// The year that the figure is for, where it is for one.
    public var year: Int?
    /// The time as typed.
    public var period: CellContent
    public var value: CellContent?
    public var status: Status?
    public var source: String
    public var note: String

    public init(
      row: Int, variable: VariableID? = nil, breakdown: Breakdown = .total, code: String, year: Int? = nil,
      period: CellContent, value: CellContent? = nil, status: Status? = nil, source: String = "", note: String = ""
    ) {
      self.row = row
      self.variable = variable
      self.breakdown = breakdown
      self.code = code
      self.year = year
      self.period = period
      self.value = value
      self.status = status
      self.source = source
      self.note = note
    }
  }

  /// Empty for CSV.
  public var sheet: String
  /// Physical columns from 0.
  public var columns: [Int: Column]
  /// Those with a value or a status.
  public var lines: [Line]

  public init(sheet: String, columns: [Int: Column], lines: [Line]) {
    self.sheet = sheet
    self.columns = columns
    self.lines = lines
  }
}
