import Measurement
import Vocabulary

/// A figure of which an earlier round had published something else.
public struct Revision: Sendable, Hashable {
  /// As in the observations of the round at hand.
  public var key: Observation.Key
  /// In the variable's unit, as the last round knew it.
  public var before: Double
  /// nil where the city has withdrawn the figure.
  public var after: Double?
  /// Of the figure today.
  public var status: ObservationStatus
  /// What the city says of it today; empty where it says nothing.
  public var note: String
  public var author: Author

  /// Who says otherwise now.
  public enum Author: String, Sendable, CaseIterable {
    case city
    /// The publisher of a mapped source.
    case source
    /// Those who evaluate, by a correction.
    case evaluation
  }

  public init(
    key: Observation.Key, before: Double, after: Double?, status: ObservationStatus, note: String = "",
    author: Author = .city
  ) {
    self.key = key
    self.before = before
    self.after = after
    self.status = status
    self.note = note
    self.author = author
  }
}

/// What became of the figures that were published before.
public struct Revisions: Sendable {
  /// Sorted by key.
  public var list: [Revision]
  /// How many figures the last round knew of each city, by `CityID`; those that are kept back in either round are not counted.
  public var published: [Int]
  /// What became of the indicators that are made of them.
  public var indicators: [IndicatorRevision] = []

  public init(list: [Revision] = [], published: [Int] = []) {
    self.list = list
    self.published = published
  }

  /// Compares two rounds figure by figure, each after its own disclosure control.
  ///
  /// Of a city's variable and year in which anything is kept back today, nothing is told: the old figures beside the new ones could
  /// tell what is kept back.
  /// - Parameters:
  ///   - earlier: What the last round knew and did not keep back.
  ///   - now: What is known today, with what stood before where a city is silent.
  ///   - suppression: Of `now`.
  ///   - corrections: That today's figures rest on.
  ///   - cities: How many cities the registry has.
  public static func between(
    _ earlier: ObservationSet, _ now: ObservationSet, suppression: Suppression, corrections: [CorrectionRecord] = [],
    cities: Int
  ) -> Revisions {
    let corrected = Set(corrections.filter { $0.outcome == .applied }.compactMap { now.index($0.correction) })
    var result = Revisions(published: [Int](repeating: 0, count: cities))
    let ids = earlier.breakdowns.breakdowns.map { now.breakdowns.id(of: $0) }
    for city in (0..<cities).map(CityID.init) {
      let slice = now.slice(of: city)
      var kept: Set<Group> = []
      for index in slice.indices where slice[index].status == .suppressed || suppression[index] != nil {
        kept.insert(Group(slice[index].key))
      }
      var index = slice.startIndex
      // Both are sorted, also by the breakdowns themselves, so that one walk finds all pairs.
      for old in earlier.slice(of: city) {
        guard let before = old.value, let breakdown = ids[old.key.breakdown.index] else { continue }
        var key = old.key
        key.breakdown = breakdown
        while index < slice.endIndex, slice[index].key < key { index += 1 }
        guard index < slice.endIndex, slice[index].key == key, !kept.contains(Group(key)) else { continue }
        result.published[city.index] += 1
        guard slice[index].value != before else { continue }
        result.list.append(
          Revision(
            key: key, before: before, after: slice[index].value, status: slice[index].status,
            note: now.notes[Int(slice[index].note)],
            author: corrected.contains(index)
              ? .evaluation
              : now.sources[slice[index].provenance.source.index].isSubmission ? .city : .source))
      }
    }
    return result
  }

  private struct Group: Hashable {
    var variable: VariableID
    var period: TimePeriod

    init(_ key: Observation.Key) { (variable, period) = (key.variable, key.period) }
  }
}
