import Catalogue
import Spreadsheets
import Vocabulary

/// Settles the figures of one city that occur twice: the city's own word goes before a source's; the same value twice is one;
/// different values from the same side are none. Every figure that is not taken has a finding.
struct DoubleSettlement {
  let registry: CityRegistry
  let catalogue: Catalogue
  let sources: [SourceFile]

  struct Outcome: Sendable {
    /// Sorted, each key once.
    var observations: [Observation] = []
    var findings: [Finding] = []
    /// How many figures of each file were not taken.
    var rejected: [Int: Int] = [:]

    mutating func reject(_ observation: Observation, _ finding: Finding) {
      rejected[observation.provenance.source.index, default: 0] += 1
      findings.append(finding)
    }
  }

  func settle(_ observations: consuming [Observation]) -> Outcome {
    var sorted = observations
    sorted.sort { a, b in
      if a.key != b.key { return a.key < b.key }
      return (a.provenance.source, a.provenance.row, a.provenance.column)
        < (b.provenance.source, b.provenance.row, b.provenance.column)
    }
    var outcome = Outcome()
    outcome.observations.reserveCapacity(sorted.count)
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].key == sorted[start].key { end += 1 }
      if end == start + 1 {
        outcome.observations.append(sorted[start])
      } else {
        settleDoubles(sorted[start..<end], &outcome)
      }
      start = end
    }
    return outcome
  }

  private func settleDoubles(_ doubles: ArraySlice<Observation>, _ outcome: inout Outcome) {
    let own = doubles.filter(isOwn)
    let others = doubles.filter { !isOwn($0) }
    let side = own.isEmpty ? others : own
    guard let first = side.first else { return }
    if side.contains(where: { isContradiction($0, first) }) {
      // Neither is better than the other, so none is taken; a source does not step in where the city contradicts itself.
      for observation in doubles {
        let other = side.first { isContradiction($0, observation) } ?? first
        outcome.reject(observation, finding("C040", observation, against: other))
      }
      return
    }
    outcome.observations.append(first)
    for repeated in side.dropFirst() { outcome.reject(repeated, finding("C041", repeated, against: first)) }
    guard !own.isEmpty else { return }
    for other in others { outcome.reject(other, finding("C042", other, against: first)) }
  }

  private func isContradiction(_ a: Observation, _ b: Observation) -> Bool {
    a.value != b.value || a.status != b.status
  }

  private func isOwn(_ observation: Observation) -> Bool {
    sources[observation.provenance.source.index].mapping == SourceMapping.tidyID
  }

  private func finding(_ code: FindingCode, _ observation: Observation, against first: Observation) -> Finding {
    let (here, other) = (origin(of: observation), origin(of: first))
    let cell = CellAddress(row: Int(first.provenance.row), column: Int(first.provenance.column)).description
    // In the same file the reader wants the cell alone.
    let parts = [other.file == here.file ? "" : other.file, other.sheet == here.sheet ? "" : "'\(other.sheet)'", cell]
    let place = parts.filter { !$0.isEmpty && $0 != "''" }.joined(separator: " ")
    let details = ["first": shown(first), "second": shown(observation), "place": place]
    return Finding(code, at: here, code == "C041" ? ["place": place] : details)
  }

  private func shown(_ observation: Observation) -> String {
    observation.value?.shortestText ?? observation.status.code
  }

  private func origin(of observation: Observation) -> Finding.Origin {
    let place = observation.provenance
    let source = sources[place.source.index]
    return Finding.Origin(
      file: source.path, sheet: Int(place.sheet) < source.sheets.count ? source.sheets[Int(place.sheet)] : "",
      row: Int(place.row), column: Int(place.column), city: registry[observation.key.city].id,
      variable: catalogue[observation.key.variable].id)
  }
}
