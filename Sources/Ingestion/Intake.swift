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
  let framework: String?

  /// - Parameter framework: Of the round that the files are for; nil where nobody needs to know what they leave out.
  public init(registry: CityRegistry, catalogue: Catalogue, framework: String? = nil) {
    self.registry = registry
    self.catalogue = catalogue
    self.framework = framework
  }

  /// - Parameter files: In a fixed order; submissions are those whose mapping is `tidy`.
  public func merge(_ files: [IngestedFile]) -> Outcome {
    var findings = files.flatMap(\.findings)
    var accounts = files.map(\.reconciliation)
    let stretches = files.concurrentMap(\.stretches)
    let refused = refusedSubmissions(files, stretches, &findings)
    for index in refused {
      accounts[index].rejected += accounts[index].observations
      accounts[index].observations = 0
    }
    let taken = files.indices.filter { !refused.contains($0) }
    findings += incompleteTables(taken.map { (files[$0], stretches[$0].first?.city) })
    let numbering = RoundNumbering(files, taken)
    var places = [[(file: Int, range: Range<Int>)]](repeating: [], count: registry.cities.count)
    for index in taken {
      for stretch in stretches[index] { places[stretch.city.index].append((index, stretch.range)) }
    }
    let sources = files.map { SourceFile(path: $0.path, sheets: $0.sheets, mapping: $0.mapping) }
    let settlement = DoubleSettlement(registry: registry, catalogue: catalogue, sources: sources)
    let settled = places.concurrentMap { settlement.settle(numbering.observations(at: $0)) }
    for city in settled {
      for (source, count) in city.rejected {
        accounts[source].observations -= count
        accounts[source].rejected += count
      }
    }
    findings += limited(settled.flatMap(\.findings))
    return Outcome(
      observations: ObservationSet(
        observations: settled.concurrentlyJoined(\.observations), breakdowns: numbering.table, notes: numbering.notes,
        sources: sources),
      findings: findings, accounts: accounts, refused: refused)
  }

  // MARK: Submissions

  /// A submission speaks for one city, and one submission speaks for a city. Where that fails, none of those concerned is taken.
  private func refusedSubmissions(
    _ files: [IngestedFile], _ stretches: [[IngestedFile.Stretch]], _ findings: inout [Finding]
  ) -> Set<Int> {
    var refused: Set<Int> = []
    var filesOfCity: [CityID: [Int]] = [:]
    for (index, file) in files.enumerated() where file.mapping == SourceMapping.tidyID {
      let cities = stretches[index].cities
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

  /// - Parameter files: With the city that each speaks for.
  private func incompleteTables(_ files: [(file: IngestedFile, city: CityID?)]) -> [Finding] {
    let tables = files.filter { $0.file.mapping == SourceMapping.tidyID && $0.file.templateVersion == nil }
    guard let framework, !tables.isEmpty else { return [] }
    let completeness = TableCompleteness(catalogue: catalogue, framework: framework)
    return tables.compactMap { table in
      table.city.flatMap { completeness.finding(on: table.file, city: registry[$0].id) }
    }
  }

  /// The findings on doubles, of each file no more of one code than a reader can use.
  private func limited(_ findings: [Finding]) -> [Finding] {
    var logs: [String: FindingLog] = [:]
    for finding in findings { logs[finding.origin.file, default: FindingLog()].add(finding) }
    return logs.sorted { $0.key < $1.key }.flatMap { file, log in log.closed(file: file) }
  }
}
