import Catalogue
import Spreadsheets
import Vocabulary

/// What a template that came back holds, each cell with its place; nothing is interpreted yet.
public struct TemplateAnswers: Sendable {
  /// A cell to fill: where it is, and what stands there.
  public struct Entry: Sendable {
    public var column: Int
    public var cell: Cell?
  }

  public enum Period: Sendable {
    case year(Int)
    /// A correction names its year itself.
    case typed(Entry)
  }

  /// The answer to one row for one year.
  public struct Answer: Sendable {
    public var code: TemplateCode
    public var period: Period
    /// Of the file's sheets, by position.
    public var sheet: Int
    public var row: Int
    public var value: Entry
    public var status: Entry?
    public var source: Entry?
    public var note: Entry?

    public var isCorrection: Bool { if case .typed = period { true } else { false } }
  }

  public var identity: TemplateIdentity
  public var sheetNames: [String]
  public var grids: [Grid]
  /// In the order of the file.
  public var answers: [Answer] = []
  /// What is wrong with the form itself.
  public var findings: [Finding] = []
  /// Where the columns of the data sheet and of the corrections were found.
  var tables: [TemplateTable] = []

  /// A text as messages show it: short, without characters that would break them.
  static func shown(_ text: String) -> String {
    let clean = CSVWriter.cleaned(text)
    return clean.count > 80 ? String(clean.prefix(79)) + "…" : clean
  }
}
