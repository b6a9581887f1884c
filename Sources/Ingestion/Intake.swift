import Catalogue
import Vocabulary

/// Brings the files of a round together: one registry of breakdowns, one order, one figure a key.
public struct Intake: Sendable {
  /// Everything that was taken in: observations, findings, and the account of every value.
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
    let settlement = DoubleSettlement(registry: registry, catalogue: catalogue, sources: sources)
    let settled = buckets.concurrentMap { settlement.settle($0) }
    buckets = []
    var all: [Observation] = []
    all.reserveCapacity(settled.reduce(0) { $0 + $1.observations.count })
    for city in settled {
      all += city.observations
      for (source, count) in city.rejected {
        accounts[source].observations -= count
        accounts[source].rejected += count
      }
    }
    findings += limited(settled.flatMap(\.findings))
    return Outcome(
      observations: ObservationSet(observations: all, breakdowns: table, notes: notes, sources: sources),
      findings: findings, accounts: accounts, refused: refused)
  }

  // MARK: Submissions

  /// A submission speaks for one city, and one submission speaks for a city. Where that fails, none of those concerned is taken.
  private func refusedSubmissions(_ files: [IngestedFile], _ findings: inout [Finding]) -> Set<Int> {
    var refused: Set<Int> = []
    var filesOfCity: [CityID: [Int]] = [:]
    let citiesOfFiles = files.concurrentMap { $0.mapping == SourceMapping.tidyID ? $0.cities : nil }
    for (index, (file, cities)) in zip(files, citiesOfFiles).enumerated() {
      guard let cities else { continue }
      for city in cities { filesOfCity[city, default: []].append(index) }
      if cities.count > 1 {
        refused.insert(index)
        let names = cities.prefix(5).map { registry[$0].id }.joined(separator: ", ")
        let more = cities.count > 5 ? ", … (\(cities.count))" : ""
        findings.append(Finding("R004", at: .init(file: file.path), ["cities": names + more]))
      } else if cities.isEmpty, file.findings.allSatisfy({ catalogue.texts.severity(of: $0) != .error }) {
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

  /// The findings on doubles, of each file no more of one code than a reader can use.
  private func limited(_ findings: [Finding]) -> [Finding] {
    var logs: [String: FindingLog] = [:]
    for finding in findings { logs[finding.origin.file, default: FindingLog()].add(finding) }
    return logs.sorted { $0.key < $1.key }.flatMap { file, log in log.closed(file: file) }
  }
}
