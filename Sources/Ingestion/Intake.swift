import Catalogue
import Vocabulary

/// Brings the files of a round together: one registry of breakdowns, one order, one figure a key.
public struct Intake: Sendable {
  public struct Outcome: Sendable {
    public var observations: ObservationSet
    public var findings: [Finding]
    /// The account of each file, in the order of the files, after submissions and doubles were settled.
    public var accounts: [Reconciliation]
    /// Files that were not taken at all.
    public var refused: Set<Int>
  }

  let registry: CityRegistry
  let catalogue: Catalogue

  public init(registry: CityRegistry, catalogue: Catalogue) {
    self.registry = registry
    self.catalogue = catalogue
  }

  /// - Parameter files: In a fixed order; submissions are those whose mapping is `tidy`.
  public func merge(_ files: [IngestedFile]) -> Outcome {
    var findings = files.flatMap(\.findings)
    var accounts = files.map(\.reconciliation)
    let refused = refusedSubmissions(files, &findings)
    for index in refused {
      accounts[index].rejected += accounts[index].observations
      accounts[index].observations = 0
    }
    let taken = files.indices.filter { !refused.contains($0) }
    let table = BreakdownTable(taken.flatMap { files[$0].breakdowns })
    var notes = [""]
    var buckets = cityBuckets(files, taken, table, &notes)
    let sources = files.map { SourceFile(path: $0.path, sheets: $0.sheets, mapping: $0.mapping) }
    let settled = buckets.concurrentMap { settle($0, sources, table) }
    buckets = []
    var all: [Observation] = []
    all.reserveCapacity(settled.reduce(0) { $0 + $1.observations.count })
    for city in settled {
      all += city.observations
      findings += city.findings
      for (source, count) in city.rejected {
        accounts[source].observations -= count
        accounts[source].rejected += count
      }
    }
    return Outcome(
      observations: ObservationSet(observations: all, breakdowns: table, notes: notes, sources: sources),
      findings: findings, accounts: accounts, refused: refused)
  }

  // MARK: Submissions

  /// A submission speaks for one city, and one submission speaks for a city. Where that fails, none of those concerned is taken.
  private func refusedSubmissions(_ files: [IngestedFile], _ findings: inout [Finding]) -> Set<Int> {
    var refused: Set<Int> = []
    var filesOfCity: [CityID: [Int]] = [:]
    for (index, file) in files.enumerated() where file.mapping == "tidy" {
      let cities = file.cities
      for city in cities { filesOfCity[city, default: []].append(index) }
      if cities.count > 1 {
        refused.insert(index)
        let names = cities.prefix(5).map { registry[$0].id }.joined(separator: ", ")
        let more = cities.count > 5 ? ", … (\(cities.count))" : ""
        findings.append(Finding("R004", at: .init(file: file.path), ["cities": names + more]))
      } else if cities.isEmpty, file.findings.allSatisfy({ catalogue.texts.severity(of: $0.code) != .error }) {
        findings.append(Finding("R006", at: .init(file: file.path)))
      }
    }
    for (city, indices) in filesOfCity.sorted(by: { $0.key < $1.key }) where indices.count > 1 {
      refused.formUnion(indices)
      let names = indices.map { files[$0].path }.joined(separator: ", ")
      for index in indices {
        findings.append(
          Finding(
            "R001", at: .init(file: files[index].path, city: registry[city].id),
            ["files": names, "city": registry[city].id]))
      }
    }
    return refused
  }

  // MARK: One order

  /// The observations of each city with ids of the round, unsorted.
  private func cityBuckets(
    _ files: [IngestedFile], _ taken: [Int], _ table: BreakdownTable, _ notes: inout [String]
  ) -> [[Observation]] {
    var buckets = [[Observation]](repeating: [], count: registry.cities.count)
    var counts = [Int](repeating: 0, count: registry.cities.count)
    for index in taken { for observation in files[index].observations { counts[observation.key.city.index] += 1 } }
    for city in counts.indices { buckets[city].reserveCapacity(counts[city]) }
    for index in taken {
      let file = files[index]
      let breakdowns = file.breakdowns.map { table.id(of: $0) ?? .total }
      let firstNote = UInt32(notes.count - 1)
      notes += file.notes.dropFirst()
      for var observation in file.observations {
        observation.key.breakdown = breakdowns[observation.key.breakdown.index]
        if observation.note > 0 { observation.note += firstNote }
        observation.provenance.source = SourceID(index)
        buckets[observation.key.city.index].append(observation)
      }
    }
    return buckets
  }

  private struct SettledCity: Sendable {
    var observations: [Observation]
    var findings: [Finding] = []
    var rejected: [Int: Int] = [:]
  }

  /// Sorts a city's figures and settles keys that occur twice: the city's own word goes before a source's; the same value twice
  /// is one; different values from the same side are none.
  private func settle(_ bucket: [Observation], _ sources: [SourceFile], _ table: BreakdownTable) -> SettledCity {
    var sorted = bucket
    sorted.sort { a, b in
      if a.key != b.key { return a.key < b.key }
      return (a.provenance.source, a.provenance.row, a.provenance.column)
        < (b.provenance.source, b.provenance.row, b.provenance.column)
    }
    var result = SettledCity(observations: [])
    result.observations.reserveCapacity(sorted.count)
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].key == sorted[start].key { end += 1 }
      if end == start + 1 {
        result.observations.append(sorted[start])
      } else {
        settleDoubles(sorted[start..<end], sources, &result)
      }
      start = end
    }
    return result
  }

  private func settleDoubles(_ doubles: ArraySlice<Observation>, _ sources: [SourceFile], _ result: inout SettledCity) {
    let own = doubles.filter { sources[$0.provenance.source.index].mapping == "tidy" }
    let others = doubles.filter { sources[$0.provenance.source.index].mapping != "tidy" }
    let side = own.isEmpty ? others : own
    guard let first = side.first else { return }
    func shown(_ observation: Observation) -> String { observation.value.map { "\($0)" } ?? observation.status.code }
    func place(_ observation: Observation) -> String {
      "\(sources[observation.provenance.source.index].path):\(observation.provenance.row + 1)"
    }
    func reject(_ observations: some Sequence<Observation>) {
      for observation in observations { result.rejected[observation.provenance.source.index, default: 0] += 1 }
    }
    let conflicting = side.dropFirst().first { $0.value != first.value || $0.status != first.status }
    if let conflicting {
      result.findings.append(
        Finding(
          "C040", at: origin(of: conflicting, sources),
          ["first": shown(first), "second": shown(conflicting), "place": place(first)]))
      reject(doubles)
      return
    }
    for repeated in side.dropFirst() {
      result.findings.append(Finding("C041", at: origin(of: repeated, sources), ["place": place(first)]))
    }
    if !own.isEmpty {
      for other in others {
        result.findings.append(
          Finding(
            "C042", at: origin(of: other, sources),
            ["first": shown(first), "second": shown(other), "place": place(first)]))
      }
    }
    reject(doubles.dropFirst())
    result.observations.append(first)
  }

  private func origin(of observation: Observation, _ sources: [SourceFile]) -> Finding.Origin {
    let place = observation.provenance
    let source = sources[place.source.index]
    return Finding.Origin(
      file: source.path, sheet: Int(place.sheet) < source.sheets.count ? source.sheets[Int(place.sheet)] : "",
      row: Int(place.row), column: Int(place.column), city: registry[observation.key.city].id,
      variable: catalogue[observation.key.variable].id)
  }
}
