import Spreadsheets
import Vocabulary

/// How somebody else's table becomes observations: which columns are city, time, breakdowns, value, status. A source is mapped by
/// a YAML file alone; a tidy submission is the mapping that comes built in.
public struct SourceMapping: Sendable {
  /// A text that stands in a column, is the same for the whole source, or is caught from the file's name.
  enum Field: Sendable {
    case constant(String)
    /// The first of these columns that is not blank.
    case columns([String])
    /// A `{name}` of the file pattern.
    case capture(String)
  }

  struct CityRule: Sendable {
    var field: Field
    /// The source's code → our id, before anything else is tried.
    var codes: [String: String] = [:]
    /// Put before the source's own code to make our id.
    var prefix = ""
    /// Make the id from the text as a slug (`Bristol, City of` → `bristol-city-of`).
    var slug = false
    /// Match the names of the registry too.
    var byName = false
    /// Areas outside of the registry are none of ours, and declared so; otherwise each is a finding.
    var othersExcluded = false
  }

  struct VariableRule: Sendable {
    var field: Field
    var codes: [String: Target] = [:]
    var othersExcluded = false
  }

  /// The variable that a series becomes.
  struct Target: Sendable, Hashable {
    var variable: String
    /// What the source's figures are multiplied by to be in the variable's unit.
    var factor: Double = 1
    /// What all figures of the series are for, where the series says so and no column does: `lr_ag15t24_f` is `sex=F`.
    var breakdown: Breakdown = .total
  }

  /// A series chosen by the texts of several columns, or by what the file pattern caught.
  struct SeriesRule: Sendable {
    var conditions: RowConditions
    var target: Target
  }

  enum Values: Sendable {
    /// One value column.
    case column(String)
    /// Years as columns: every column whose header is a time.
    case wide
  }

  struct PeriodRule: Sendable {
    var field: Field
    var parser = PeriodParser()
  }

  struct BreakdownRule: Sendable {
    /// The first of these columns that the table has.
    var columns: [String]
    var dimension: String
    /// The source's text → our code; the empty code is the total.
    var codes: [String: String] = [:]
    /// Texts without a code become their own slug (an open dimension); otherwise each is a finding.
    var open = false
  }

  /// What becomes of columns that the mapping does not name.
  enum OtherColumns: String, CaseIterable, Sendable {
    case ignored
    /// Each is a dimension of its own, as in Open SDG files.
    case breakdowns
    case rejected
  }

  /// Rows that are none of ours, with the reason that the report gives.
  struct Exclusion: Sendable {
    var conditions: RowConditions
    var reason: LocalizedText
  }

  public var id: String
  public var title: LocalizedText
  public var publisher = ""
  public var licence = ""
  public var url = ""
  /// What a reader of the mapping must know of the source.
  public var remark: LocalizedText?
  /// Which files below the folder of the mapping it reads.
  public internal(set) var files: [FilePattern]
  var sheet: String?
  var encoding: TextEncoding?
  var delimiter: UInt8?
  /// The row of the column names, from 0; nil: the first row that has them.
  var headerRow: Int?
  var city: CityRule
  var period: PeriodRule
  var variable: VariableRule?
  var series: [SeriesRule] = []
  /// Rows that no series rule fits are declared to be none of ours; otherwise each is a finding.
  var seriesOthersExcluded = false
  var values: Values
  var status: (column: String, codes: [String: ObservationStatus])?
  var unit: (column: String, codes: [String: String])?
  var note: String?
  var source: String?
  var breakdowns: [BreakdownRule] = []
  /// Columns that repeat what another one says: codes beside names, multipliers, remarks on units.
  var ignoredColumns: [String] = []
  var otherColumns: OtherColumns = .ignored
  var missingMarks: [String: ObservationStatus]
  var flags: [String: ObservationStatus] = [:]
  var exclusions: [Exclusion] = []
  var level: GeographicLevel?
  /// A built-in mapping accepts its column names in every writing, here as ``Notation/comparable(_:)`` has them; a YAML one takes
  /// them as they are given.
  var synonyms: [String: [String]] = [:]

  /// The id of the built-in mapping of submissions; no source may bear it.
  static let tidyID = SourceFile.submission
  /// A submission's repairs are told cell by cell, so that they can be marked in the copy that goes back.
  public var isSubmission: Bool { id == Self.tidyID }

  /// Marks that stand for "no value" everywhere.
  static let commonMarks: [String: ObservationStatus] = [
    "-": .missing, "–": .missing, "—": .missing, "..": .missing, "...": .missing, "…": .missing, ":": .missing,
    "n/a": .missing, "na": .missing, "n.a.": .missing, "none": .missing, "null": .missing, "nan": .missing,
    "ไม่มี": .missing, "ไม่มีข้อมูล": .missing, "ไม่ทราบ": .missing, "x": .missing, "m": .missing, "a": .notApplicable,
    "ไม่เกี่ยวข้อง": .notApplicable,
  ]

  /// The marks of what a city sends, form or table: a letter of the form's drop-down that says why there is no value says the same in
  /// the value cell. Tables of others have letters of their own: in many an `x` is a figure that is not there.
  static let submissionMarks = commonMarks.merging(FormStatus.meanings.filter { !$0.value.hasValue }) { $1 }
}
