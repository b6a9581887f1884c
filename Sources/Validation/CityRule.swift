import Catalogue
import Vocabulary

/// A check of one city's observations against each other and the catalogue. One rule, one file, one code.
protocol CityRule: Sendable {
  /// The finding that the rule makes; its texts stand in the catalogue.
  static var code: FindingCode { get }

  /// Looks at one city and tells what it found.
  func check(_ city: CityObservations, into report: inout RuleReport)
}

/// What rules found in one city.
struct RuleReport {
  private(set) var findings: [Finding] = []
  /// Indices of observations that an error holds back.
  private(set) var held: Set<Int> = []

  /// - Parameters:
  ///   - index: The observation that the finding points at.
  ///   - involved: All observations that an error holds back.
  mutating func add(
    _ code: FindingCode, at index: Int, in city: CityObservations, holding involved: [Int] = [],
    _ details: [String: String]
  ) {
    findings.append(Finding(code, at: city.origin(of: index), details))
    if city.catalogue.texts.severity(of: code) == .error { held.formUnion(involved.isEmpty ? [index] : involved) }
  }
}

/// One city's slice of the round with the ways in which rules look at it.
struct CityObservations {
  let catalogue: Catalogue
  let registry: CityRegistry
  let set: ObservationSet
  let slice: ArraySlice<Observation>

  var indices: Range<Int> { slice.startIndex..<slice.endIndex }

  subscript(index: Int) -> Observation { slice[index] }

  /// Runs of one variable.
  var byVariable: [(variable: VariableID, range: Range<Int>)] { runs { $0.key.variable } }

  /// Runs of one variable and breakdown, in order of time.
  var series: [Range<Int>] {
    runs { SeriesKey(variable: $0.key.variable, breakdown: $0.key.breakdown) }.map(\.range)
  }

  private struct SeriesKey: Equatable {
    var variable: VariableID
    var breakdown: BreakdownID
  }

  private func runs<Key: Equatable>(_ key: (Observation) -> Key) -> [(variable: Key, range: Range<Int>)] {
    var runs: [(Key, Range<Int>)] = []
    var start = slice.startIndex
    while start < slice.endIndex {
      let value = key(slice[start])
      var end = start
      while end < slice.endIndex, key(slice[end]) == value { end += 1 }
      runs.append((value, start..<end))
      start = end
    }
    return runs
  }

  func index(_ variable: VariableID, _ breakdown: BreakdownID, _ period: TimePeriod) -> Int? {
    let key = slice.first.map { Observation.Key(city: $0.key.city, variable: variable, breakdown: breakdown, period: period) }
    guard let key else { return nil }
    var low = slice.startIndex
    var high = slice.endIndex
    while low < high {
      let middle = (low + high) / 2
      if slice[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low < slice.endIndex && slice[low].key == key ? low : nil
  }

  func origin(of index: Int) -> Finding.Origin {
    let observation = slice[index]
    let place = observation.provenance
    let file = set.sources[place.source.index]
    return Finding.Origin(
      file: file.path, sheet: Int(place.sheet) < file.sheets.count ? file.sheets[Int(place.sheet)] : "",
      row: Int(place.row), column: Int(place.column), city: registry[observation.key.city].id,
      variable: catalogue[observation.key.variable].id)
  }

  /// A number as a finding shows it.
  static func shown(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String((value * 1000).rounded() / 1000)
  }
}
