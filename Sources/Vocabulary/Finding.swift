/// A problem in somebody's data, as a value: what, where, and how to mend it (in the texts of the catalogue).
public struct Finding: Hashable, Sendable {
  public var code: FindingCode
  public var origin: Origin
  /// What the message's placeholders stand for, in the reader's notation: `["total": "1250", "female": "610"]`.
  public var details: [String: String]
  /// The city has explained itself in the note on the row: what would be a warning is information.
  public var isExplained = false

  public init(_ code: FindingCode, at origin: Origin, _ details: [String: String] = [:]) {
    self.code = code
    self.origin = origin
    self.details = details
  }

  /// The place of a problem. A file-level problem has no cell, a city-level one no file.
  public struct Origin: Hashable, Sendable {
    /// Path below the workspace.
    public var file: String
    public var sheet: String
    /// Row and column from 0.
    public var row: Int?
    public var column: Int?
    /// Ids of the city and the variable concerned, where known.
    public var city: String
    public var variable: String

    public init(
      file: String = "", sheet: String = "", row: Int? = nil, column: Int? = nil, city: String = "",
      variable: String = ""
    ) {
      self.file = file
      self.sheet = sheet
      self.row = row
      self.column = column
      self.city = city
      self.variable = variable
    }
  }

  /// What becomes of the figure: an error holds it back, a warning and information do not.
  public enum Severity: String, CaseIterable, Sendable, Comparable {
    case error
    case warning
    case info

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    /// The most severe first.
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  }
}

/// A stable code such as `C012`; its letter is the level: F file, N notation, C content, T time, X between cities, R round.
/// Codes are never reused.
public struct FindingCode: Hashable, Sendable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
  public let description: String
  public init(stringLiteral value: StaticString) { description = "\(value)" }
  public init(_ code: String) { description = code }
  public static func < (a: FindingCode, b: FindingCode) -> Bool { a.description < b.description }
}
