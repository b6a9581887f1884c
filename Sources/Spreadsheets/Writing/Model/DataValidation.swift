/// What may be typed into cells. It guides the typist only: pasted values pass it by.
public struct DataValidation: Equatable, Sendable {
  /// The ends between which a number may lie.
  public enum Bounds: Hashable, Sendable {
    case between(Double, Double)
    case atLeast(Double)
  }

  /// What may be entered.
  public enum Rule: Hashable, Sendable {
    case whole(Bounds)
    case decimal(Bounds)
    /// Characters; whole bounds.
    case textLength(Bounds)
    /// A choice from the cells of a defined name of the workbook. There are no inline lists: long ones crash the
    /// library.
    case list(definedName: String)
  }

  /// Whether another entry is refused or only asked about.
  public enum Severity: Sendable {
    case stop
    case warning
    case information
  }

  /// What is said beside the cell, or after a wrong entry.
  public struct Message: Hashable, Sendable {
    /// At most 32 characters.
    public var title: String
    /// At most 255 characters.
    public var text: String

    public init(title: String, text: String) {
      self.title = title
      self.text = text
    }
  }

  public var range: CellRange
  public var rule: Rule
  /// Shown while the cell is selected.
  public var prompt: Message?
  /// Shown when the rule is broken; nil shows the program's own words.
  public var alert: Message?
  public var severity: Severity

  public init(
    range: CellRange, rule: Rule, prompt: Message? = nil, alert: Message? = nil, severity: Severity = .stop
  ) {
    self.range = range
    self.rule = rule
    self.prompt = prompt
    self.alert = alert
    self.severity = severity
  }
}
