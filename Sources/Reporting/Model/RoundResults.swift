import Catalogue
import Measurement
import Normalisation
import Trends
import Vocabulary

/// Everything that a round computed: what all reports are made from. One set of numbers for every reader.
public struct RoundResults: Sendable {
  /// How a run is named and dated. The same inputs give the same id.
  public struct Run: Sendable {
    /// `2026-7c41e09ab2d5`.
    public var id: String
    /// The day of the run, as given; never read from the clock by a report.
    public var date: CalendarDate
    /// Of this program.
    public var version: String
    /// SHA-256 over the inputs' names and contents.
    public var inputDigest: String

    public init(id: String, date: CalendarDate, version: String, inputDigest: String) {
      self.id = id
      self.date = date
      self.version = version
      self.inputDigest = inputDigest
    }
  }

  /// What became of one member city's submission.
  public struct CityOutcome: Sendable {
    /// What became of the city's submission.
    public enum Kind: String, Sendable, CaseIterable {
      case published
      /// Some of its figures are held back by errors.
      case partHeld = "part_held"
      /// The submission was not taken at all.
      case rejected
      case notReceived = "not_received"
    }
    public var city: CityID
    public var kind: Kind
    /// The submission's path below the workspace; empty where the figures come from mapped sources.
    public var file: String
    public var errors: Int
    public var warnings: Int
    public var infos: Int
    /// The workbook that goes back to the city, below the release; empty where none does.
    public var returned: String

    public init(
      city: CityID, kind: Kind, file: String, errors: Int, warnings: Int, infos: Int,
      returned: String = ""
    ) {
      self.city = city
      self.kind = kind
      self.file = file
      self.errors = errors
      self.warnings = warnings
      self.infos = infos
      self.returned = returned
    }
  }

  /// A file's account: value cells read and what became of them.
  public struct FileAccount: Sendable {
    public var path: String
    public var mapping: String
    /// Version of the template's form; nil for tables.
    public var template: Int?
    public var read: Int
    public var observations: Int
    public var blanks: Int
    public var excluded: Int
    public var rejected: Int
    /// Of the file as it was read.
    public var bytes: Int
    public var sha256: String

    /// Whether a city sent it, rather than the publisher of a mapped source.
    public var isSubmission: Bool { SourceFile(path: path, mapping: mapping).isSubmission }

    public init(
      path: String, mapping: String, template: Int? = nil, read: Int, observations: Int, blanks: Int, excluded: Int,
      rejected: Int, bytes: Int = 0, sha256: String = ""
    ) {
      self.path = path
      self.mapping = mapping
      self.template = template
      self.read = read
      self.observations = observations
      self.blanks = blanks
      self.excluded = excluded
      self.rejected = rejected
      self.bytes = bytes
      self.sha256 = sha256
    }
  }

  /// The programme's round before this one, and what became of its scores.
  public struct LastRound: Sendable {
    public var round: Round
    /// By which it was published.
    public var method: Method
    public var changes: [ScoreChange]
    /// What is said otherwise now of figures that it knew.
    public var revisions: Revisions

    public init(
      round: Round, method: Method, changes: [ScoreChange], revisions: Revisions = Revisions()
    ) {
      self.round = round
      self.method = method
      self.changes = changes
      self.revisions = revisions
    }
  }

  public var programme: Programme
  public var round: Round
  public var run: Run
  public var catalogue: Catalogue
  public var registry: CityRegistry
  /// Without the figures that are kept back to protect persons; nothing else was made from those either.
  public var observations: ObservationSet
  /// Which figures these are, and why.
  public var suppression: Suppression
  /// The round up to which submissions were read, where that is an earlier one: the report is as it was known then.
  public var knownAt: Round?
  /// What those who evaluate decided about figures that were reported.
  public var corrections: [CorrectionRecord] = []
  public var values: IndicatorTable
  /// Scores for the round's reference year and for its comparison year.
  public var current: Assessment
  public var previous: Assessment
  /// nil where this round is the programme's first.
  public var lastRound: LastRound?
  /// The changes of the reference year, totals only, sorted by key: what the workbooks show. The CSV file of all changes is
  /// made from ``values`` part by part, since it would be the largest thing in memory.
  public var changes: [Change]
  /// Progress towards SDG 4; nil where the catalogue has no such framework.
  public var progress: TargetProgress?
  /// What every city aims at: its own targets, the programme's, the framework's.
  public var aims: Aims
  /// How far the places of cities rest on the method; nil where the method does not ask.
  public var robustness: Robustness?
  /// Sorted by severity, file, sheet, row, column, code; as published, without numbers of figures that are kept back.
  public var findings: [Finding]
  /// The same with their numbers: for the city whose figures they are, and nobody else.
  public var findingsOfCities: [Finding] = []
  /// One for each member city of the reference year, in the order of the registry.
  public var outcomes: [CityOutcome]
  public var files: [FileAccount]
  /// Position in the catalogue of the framework that the heat map follows.
  public var framework: Int

  public init(
    programme: Programme, round: Round, run: Run, catalogue: Catalogue, registry: CityRegistry,
    observations: ObservationSet, suppression: Suppression = Suppression(), values: IndicatorTable, current: Assessment,
    previous: Assessment, changes: [Change],
    progress: TargetProgress?, targets: [DeclaredTarget] = [], findings: [Finding], outcomes: [CityOutcome],
    files: [FileAccount], framework: Int
  ) {
    self.programme = programme
    self.round = round
    self.run = run
    self.catalogue = catalogue
    self.registry = registry
    self.observations = observations
    self.suppression = suppression
    self.values = values
    self.current = current
    self.previous = previous
    self.changes = changes
    self.progress = progress
    aims =
      progress?.aims ?? Aims(catalogue: catalogue, framework: nil, targets: targets)
    self.findings = findings
    self.outcomes = outcomes
    self.files = files
    self.framework = framework
  }

  /// Member cities whose figures are in the round, in the order of the registry.
  public var reportingCities: [CityID] {
    outcomes.filter { $0.kind == .published || $0.kind == .partHeld }.map(\.city)
  }
}
