import Vocabulary

/// What one file gave: observations with ids local to the file, findings, and the account of every value cell.
public struct IngestedFile: Sendable {
  /// Path below the workspace.
  public var path: String
  /// The mapped source, or `tidy` for a submission.
  public var mapping: String
  public var sheets: [String]
  /// Of the template's form; nil for tables.
  public var templateVersion: Int?
  /// In file order. Breakdown and note ids index the file's own lists below; the source id is 0.
  public var observations: [Observation]
  public var breakdowns: [Breakdown]
  public var notes: [String]
  public var findings: [Finding]
  public var reconciliation: Reconciliation

  public init(
    path: String, mapping: String, sheets: [String] = [], observations: [Observation] = [],
    breakdowns: [Breakdown] = [.total], notes: [String] = [""], findings: [Finding] = [],
    reconciliation: Reconciliation = Reconciliation()
  ) {
    self.path = path
    self.mapping = mapping
    self.sheets = sheets
    self.observations = observations
    self.breakdowns = breakdowns
    self.notes = notes
    self.findings = findings
    self.reconciliation = reconciliation
  }

  /// Observations of one city that follow each other in the file: a form is one stretch, a table sorted by city one for each.
  struct Stretch: Sendable {
    var city: CityID
    var range: Range<Int>
  }

  /// All observations, in file order.
  var stretches: [Stretch] {
    var stretches: [Stretch] = []
    var start = 0
    for (index, observation) in observations.enumerated() where observation.key.city != observations[start].key.city {
      stretches.append(Stretch(city: observations[start].key.city, range: start..<index))
      start = index
    }
    guard let last = observations.last else { return [] }
    return stretches + [Stretch(city: last.key.city, range: start..<observations.count)]
  }

  /// The cities that the file speaks of, sorted.
  public var cities: [CityID] { stretches.cities }
}

extension [IngestedFile.Stretch] {
  /// Each city once, sorted.
  var cities: [CityID] { Set(map(\.city)).sorted() }
}
