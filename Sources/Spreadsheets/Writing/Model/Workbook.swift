/// A workbook to be written, as a value: stages build it, ``XLSXWriter`` writes it.
///
/// The same value always gives the same bytes.
public struct Workbook: Equatable, Sendable {
  /// What a program shows under "Properties". Each text has at most 255 characters; an empty one is left out.
  public struct Properties: Equatable, Sendable {
    public var title: String
    public var subject: String
    public var author: String
    public var company: String
    public var category: String
    public var keywords: String
    public var comments: String
    /// Seconds since 1970-01-01 UTC, not zero: the run's own time, never the clock's.
    public var created: Int64
    public var custom: [CustomProperty]

    public init(
      title: String, subject: String = "", author: String = "", company: String = "", category: String = "",
      keywords: String = "", comments: String = "", created: Int64, custom: [CustomProperty] = []
    ) {
      self.title = title
      self.subject = subject
      self.author = author
      self.company = company
      self.category = category
      self.keywords = keywords
      self.comments = comments
      self.created = created
      self.custom = custom
    }
  }

  /// A property of our own, found by name: `run_id`, `gnlc_city_id`. Neither part is empty nor beyond 255 characters.
  public struct CustomProperty: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  public var properties: Properties
  /// In their order; the first one is open when the file is opened, so it is not hidden.
  public var sheets: [Sheet]
  public var definedNames: [DefinedName]

  public init(properties: Properties, sheets: [Sheet], definedNames: [DefinedName] = []) {
    self.properties = properties
    self.sheets = sheets
    self.definedNames = definedNames
  }
}
