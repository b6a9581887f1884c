import Catalogue
import Ingestion
import Measurement
import Normalisation
import Reporting
import Trends
import Validation
import Vocabulary

/// One round from its files to its published reports: composition only, the work is the stages'.
public struct RoundRun: Sendable {
  public let workspace: Workspace
  public let programmeID: String
  public let roundID: String
  /// The day of the run.
  public let date: CalendarDate
  let watcher: @Sendable (RunStage) -> Void

  public init(
    workspace: Workspace, programme: String, round: String, date: CalendarDate,
    watcher: @escaping @Sendable (RunStage) -> Void = { _ in }
  ) {
    self.workspace = workspace
    programmeID = programme
    roundID = round
    self.date = date
    self.watcher = watcher
  }

  /// Runs and publishes.
  public func run() throws(RoundsError) -> RunSummary {
    let results = try compute()
    watcher(.reporting)
    return try Publisher(workspace: workspace, results: results, watcher: watcher).publish()
  }

  /// Everything but the reports.
  public func compute() throws(RoundsError) -> RoundResults {
    watcher(.loading)
    let programmeFolder = "Inputs/\(programmeID)"
    let folder = "\(programmeFolder)/\(roundID)"
    let programmeText = try workspace.text(of: "\(programmeFolder)/programme.yaml")
    let programme = try Programme.load(CatalogueFile(path: "\(programmeFolder)/programme.yaml", text: programmeText))
    let round = try Round.load(
      CatalogueFile(path: "\(folder)/round.yaml", text: try workspace.text(of: "\(folder)/round.yaml")))
    let catalogueFiles = try workspace.catalogueFiles(programme: programmeID)
    let catalogue = try workspace.catalogue(programme: programmeID)
    guard let framework = catalogue.frameworks.firstIndex(where: { $0.id == round.framework }) else {
      throw RoundsError(
        .configuration, "\(folder)/round.yaml: the framework `\(round.framework)` is not in the catalogue",
        cure: "use one of \(catalogue.frameworks.map(\.id).joined(separator: ", "))")
    }
    let registry = try CityFile.load("\(programmeFolder)/cities.csv", in: workspace)
    let discovery = try InputDiscovery(workspace: workspace, folder: folder, catalogue: catalogue)

    watcher(.reading)
    let context = TableContext(catalogue: catalogue, registry: registry)
    let read = discovery.files.concurrentMap { input in
      (
        file: FileIngestor(
          context: context, mapping: input.mapping, limits: input.limits, round: "\(programmeID)/\(roundID)"
        ).ingest(path: input.path, at: workspace.absolute(input.path), captures: input.captures),
        digest: Digest.sha256(ofFile: workspace.absolute(input.path)) ?? ""
      )
    }
    let digests = zip(discovery.files, read).map { (path: $0.path, digest: $1.digest) }
    // From here on the files' own observations are not needed: the round has them all.
    let intake = Intake(registry: registry, catalogue: catalogue).merge(read.map(\.file))

    watcher(.checking)
    let checked = check(intake.observations, catalogue, registry, round)

    watcher(.measuring)
    let earlier = EarlierRelease(before: roundID, of: programmeID, in: workspace)
    let confidentiality = Confidentiality(
      catalogue: catalogue, registry: registry, thresholds: programme.disclosure)
    let guarded = try confidentiality.protect(checked.observations, knowing: earlier)
    let observations = guarded.observations
    let measurer = Measurer(catalogue: catalogue, observations: observations)
    let yearOnYear = YearOnYear(catalogue: catalogue)
    let measured = registry.allIDs.concurrentMap { city in
      let values = measurer.values(of: city)
      let changes = yearOnYear.changes(in: values[...]).filter {
        $0.key.breakdown == .total && Int($0.key.period.year) == round.referenceYear
      }
      return (values: values, changes: changes)
    }
    let table = IndicatorTable(measured.flatMap(\.values))
    let assessor = Assessor(catalogue: catalogue, values: table)
    let cities = registry.cities.count
    let sdg = catalogue.frameworks.firstIndex { $0.id == "sdg4" }
    let run = runIdentity(
      round, read: digests + (earlier.map { [($0.path, $0.digest)] } ?? []), catalogueFiles + discovery.mappings,
      programmeText)
    var results = RoundResults(
      programme: programme, round: round, run: run, catalogue: catalogue, registry: registry,
      observations: observations, suppression: guarded.suppression, values: table,
      current: assessor.assess(cities: cities, referenceYear: round.referenceYear),
      previous: assessor.assess(cities: cities, referenceYear: round.comparisonYear),
      changes: measured.flatMap(\.changes),
      progress: sdg.map {
        TargetProgress.assess(
          framework: $0, catalogue: catalogue, values: table, cities: cities, referenceYear: round.referenceYear)
      },
      findings: discovery.findings + confidentiality.published(intake.findings + checked.findings, guarded)
        + guarded.findings, outcomes: [], files: [], framework: framework)
    results.files = zip(discovery.files, intake.accounts).map { input, account in
      RoundResults.FileAccount(
        path: input.path, mapping: input.mapping.id, read: account.read, observations: account.observations,
        blanks: account.blanks, excluded: account.excluded, rejected: account.rejected)
    }
    results.settleOutcomes(
      submissions: discovery.files.filter { $0.mapping.id == "tidy" }.map(\.path), held: checked.heldCities)
    return results
  }

  // MARK: Checking

  private struct Checked {
    var observations: ObservationSet
    var findings: [Finding]
    var heldCities: Set<CityID>
  }

  /// Runs the rules and takes the values of figures with errors out; their places stay, without a value.
  private func check(
    _ set: ObservationSet, _ catalogue: Catalogue, _ registry: CityRegistry, _ round: Round
  ) -> Checked {
    let validator = Validator(
      catalogue: catalogue, registry: registry, observations: set, referenceYear: round.referenceYear)
    let outcomes = registry.allIDs.concurrentMap { validator.check($0) }
    let held = outcomes.reduce(into: Set<Int>()) { $0.formUnion($1.held) }
    let findings = outcomes.flatMap(\.findings) + validator.checkNetwork()
    guard !held.isEmpty else { return Checked(observations: set, findings: findings, heldCities: []) }
    var observations = set.observations
    for index in held {
      let old = observations[index]
      observations[index] = Observation(
        key: old.key, value: nil, status: .missing, level: old.level, note: old.note, provenance: old.provenance)
    }
    return Checked(
      observations: ObservationSet(
        observations: observations, breakdowns: set.breakdowns, notes: set.notes, sources: set.sources),
      findings: findings, heldCities: Set(held.map { set.observations[$0].key.city }))
  }

  // MARK: Identity

  /// The run is named by what goes into it: inputs, catalogue, programme, date and program.
  private func runIdentity(
    _ round: Round, read: [(path: String, digest: String)], _ catalogue: [CatalogueFile], _ programme: String
  ) -> RoundResults.Run {
    var lines = read.map { "\($0.path) \($0.digest)" }
    lines += catalogue.map { "\($0.path) \(Digest.sha256(Array($0.text.utf8)))" }
    lines.append("programme \(Digest.sha256(Array(programme.utf8)))")
    let registry = workspace.absolute("Inputs/\(programmeID)/cities.csv")
    lines.append("registry \(Digest.sha256(ofFile: registry) ?? "")")
    let roundFile = workspace.absolute("Inputs/\(programmeID)/\(roundID)/round.yaml")
    lines.append("round \(Digest.sha256(ofFile: roundFile) ?? "")")
    lines.append("date \(date)")
    lines.append("version \(programVersion)")
    let digest = Digest.sha256(Array(lines.sorted().joined(separator: "\n").utf8))
    return RoundResults.Run(
      id: "\(round.id)-\(digest.prefix(12))", date: date, version: programVersion, inputDigest: digest)
  }
}
