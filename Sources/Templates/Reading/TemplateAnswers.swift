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

  /// The time that an answer is for.
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

  /// What was typed into a row that is not taken: its code stands twice, or is none of ours. It goes back with the rest.
  public struct SetAside: Sendable {
    /// As it stands there.
    public var code: String
    public var period: Period
    /// Of the file's sheets, by position.
    public var sheet: Int
    public var row: Int
    public var value: Entry
    public var status: Entry?
    public var source: Entry?
    public var note: Entry?
  }

  public var identity: TemplateIdentity
  public var sheetNames: [String]
  public var grids: [Grid]
  /// In the order of the file.
  public var answers: [Answer] = []
  /// In the order of the file.
  public var setAside: [SetAside] = []
  /// What is wrong with the form itself.
  public var findings: [Finding] = []
  /// The form as it was sent out; nil where its hidden sheet is lost.
  var meta: TemplateMeta?
  /// Where the columns of the data sheet and of the corrections were found.
  var tables: [TemplateTable] = []

  /// The language that the form was sent out in, where that is known.
  public var language: TemplateLanguage? { meta?.language }
  /// The years that the form asks for, ascending: as it was sent out, else by the heads of its columns.
  public var years: [Int] {
    let named = meta?.years ?? tables.flatMap { $0.values.map(\.year) }
    return Set(named).sorted()
  }
  /// The framework whose measures it asks for, and the year they are compared with, where its hidden sheet says so.
  public var framework: String? { meta?.framework }
  public var comparisonYear: Int? { meta?.comparisonYear }
  /// Whether rows may stay blank.
  public var allowsBlanks: Bool { meta?.allowsBlanks ?? false }

  /// A text as messages show it: short, without characters that would break them.
  static func shown(_ text: String) -> String {
    let clean = CSVWriter.cleaned(text)
    return clean.count > 80 ? String(clean.prefix(79)) + "…" : clean
  }
}
