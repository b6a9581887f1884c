import Catalogue
import Measurement
import Spreadsheets
import Vocabulary

/// The CSV files of a round, sorted in byte order of their keys, the same numbers as the workbooks.
public enum CSVSet {
  /// Every table of a round, or those that are wanted, in the order of the data package.
  /// - Parameter isWanted: Asked of each name; nothing is computed for the others.
  public static func tables(_ results: RoundResults, where isWanted: (String) -> Bool = { _ in true }) -> [CSVTable] {
    makers.filter { isWanted($0.name) }.map { $0.table(results) }
  }

  /// The names of all tables, in the order of the data package.
  public static var names: [String] { makers.map(\.name) }

  private static let makers: [(name: String, table: @Sendable (RoundResults) -> CSVTable)] = [
    ("observations", ObservationsCSV.table), ("indicators", IndicatorsCSV.table), ("scores", ScoresCSV.table),
    ("changes", ChangesCSV.table), ("score_changes", ScoreChangesCSV.table), ("revisions", RevisionsCSV.table),
    ("revision_statistics", RevisionStatisticsCSV.table), ("corrections", CorrectionsCSV.table),
    ("trends", TrendsCSV.table), ("progress", ProgressCSV.table), ("equity", EquityCSV.table),
    ("dispersion", DispersionCSV.table), ("robustness", RobustnessCSV.table), ("influence", InfluenceCSV.summary),
    ("influence_by_city", InfluenceCSV.cities), ("submissions", SubmissionsCSV.table),
    ("findings", { findings($0.findings, catalogue: $0.catalogue, runID: $0.run.id) }),
    ("network", NetworkCSV.table), ("gaps", GapsCSV.table), ("observations.sdmx", SDMXCSV.observations),
    ("indicators.sdmx", SDMXCSV.indicators), ("rounds", RoundsCSV.table), ("registry", RegistryCSV.table),
    ("variables", DefinitionsCSV.variables), ("measures", DefinitionsCSV.measures), ("nodes", DefinitionsCSV.nodes),
  ]

  /// Findings alone, in the columns that a round's have.
  public static func findings(_ findings: [Finding], catalogue: Catalogue, runID: String) -> CSVTable {
    FindingsCSV.table(findings, catalogue: catalogue, runID: runID)
  }

  /// A field whose description stands in the texts under `csv.<name>`, or `csv.<file>.<name>` where a file gives it a meaning of
  /// its own.
  static func field(
    _ results: RoundResults, _ name: String, _ kind: CSVTable.Field.Kind = .string, of file: String? = nil,
    required: Bool = false
  ) -> CSVTable.Field {
    let key = file.map { "\($0)." } ?? ""
    return CSVTable.Field(
      name, kind, required: required, results.catalogue.texts.label("csv.\(key)\(name.lowercased())"))
  }

  static func title(_ results: RoundResults, _ name: String) -> LocalizedText {
    results.catalogue.texts.label("csv.title.\(name)")
  }
}

/// Fields that many rows share, written once: half a million rows differ in little but their numbers.
struct SharedFields: Sendable {
  /// By `BreakdownID`: sex and age in columns of their own, the rest as `dimension=code` pairs.
  private let breakdowns: [CSVFields]
  /// By the letter's byte.
  private let statuses: [CSVFields?]
  let run: CSVFields

  init(_ results: RoundResults) {
    breakdowns = results.observations.breakdowns.breakdowns.map { breakdown in
      CSVFields {
        $0.code(breakdown["sex"] ?? "_T")
        $0.code(breakdown["age"] ?? "_T")
        $0.text(breakdown.setting("sex", to: nil).setting("age", to: nil).description)
      }
    }
    statuses = (0...UInt8.max).map { byte in
      ObservationStatus(rawValue: byte).map { status in CSVFields { $0.code(status.code) } }
    }
    run = CSVFields { $0.code(results.run.id) }
  }

  subscript(breakdown: BreakdownID) -> CSVFields { breakdowns[breakdown.index] }

  subscript(status: ObservationStatus) -> CSVFields {
    statuses[Int(status.rawValue)] ?? CSVFields { $0.code(status.code) }
  }

  /// The three columns that most tables begin with.
  static func city(_ city: City) -> CSVFields {
    CSVFields {
      $0.code(city.id)
      $0.text(city.name.english)
      $0.text(city.name.thai)
    }
  }
}

extension CSVWriter {
  mutating func period(_ period: TimePeriod) {
    if period.isAnnual, period.span == 1 { integer(Int(period.year)) } else { code(period.description) }
  }

  /// A value as it was reported, in its shortest form.
  mutating func reported(_ value: Double?) {
    guard let value else { return empty() }
    if value == value.rounded(), abs(value) < 1e15 { return integer(Int(value)) }
    let text = "\(value)"
    if text.contains("e") { number(value, decimals: 9) } else { code(text) }
  }
}
