/// All observations of a round, each key once, sorted, with what their ids mean.
public struct ObservationSet: Sendable {
  /// Sorted by ``Observation/Key``; no two share one.
  public let observations: [Observation]
  public let breakdowns: BreakdownTable
  /// Notes by index; the first is empty.
  public let notes: [String]
  /// Where each ``SourceID`` was read from.
  public let sources: [SourceFile]

  /// - Precondition: `observations` is sorted by key without doubles.
  public init(observations: [Observation], breakdowns: BreakdownTable, notes: [String], sources: [SourceFile]) {
    self.observations = observations
    self.breakdowns = breakdowns
    self.notes = notes
    self.sources = sources
  }

  /// The observations of one city, by binary search.
  public func slice(of city: CityID) -> ArraySlice<Observation> {
    observations[lowerBound { $0.city < city }..<lowerBound { $0.city <= city }]
  }

  /// The first position whose key is not `before`.
  private func lowerBound(_ before: (Observation.Key) -> Bool) -> Int {
    var low = 0
    var high = observations.count
    while low < high {
      let middle = (low + high) / 2
      if before(observations[middle].key) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// A file that was read: its path below the workspace and the names of its sheets.
public struct SourceFile: Hashable, Sendable {
  public var path: String
  /// Empty for CSV.
  public var sheets: [String]
  /// The mapped source that it belongs to; for a submission ``submission``, or empty.
  public var mapping: String

  /// What stands for a mapping where a city's own file was read.
  public static let submission = "tidy"
  public var isSubmission: Bool { mapping.isEmpty || mapping == Self.submission }

  public init(path: String, sheets: [String] = [], mapping: String = "") {
    self.path = path
    self.sheets = sheets
    self.mapping = mapping
  }
}
