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
  let reports: ReportSelection
  /// The round up to which submissions count, where it is an earlier one: what was not known then is left out.
  let knownAt: String?
  let watcher: @Sendable (RunStage) -> Void

  public init(
    workspace: Workspace, programme: String, round: String, date: CalendarDate, reports: ReportSelection = .all,
    knownAt: String? = nil, watcher: @escaping @Sendable (RunStage) -> Void = { _ in }
  ) {
    self.workspace = workspace
    programmeID = programme
    roundID = round
    self.date = date
    self.reports = reports
    self.knownAt = knownAt == round ? nil : knownAt
    self.watcher = watcher
  }

  /// Runs and writes the release into a folder of its own; nothing is published, and the programme's log does not know of it.
  /// - Parameter folder: It must not exist yet, or be empty.
  /// - Throws: `cannotCreate` where it cannot be made; `noInput` where the round as of which it is known is none of the programme's.
  public func write(to folder: String) throws(RoundsError) -> RunSummary {
    watcher(.loading)
    let target = try SeparateFolder(folder, of: workspace)
    let inputs = try InputTree(name, in: workspace)
    let release = Release(root: target.parent, round: roundID, runID: identity(of: inputs).id)
    let (results, earlier, catalogueDigest) = try computeAll(inputs)
    try inputs.checkUnchanged(in: workspace)
    watcher(.reporting)
    let publisher = Publisher(
      workspace: workspace, results: results, earlier: earlier, inputs: inputs, catalogueDigest: catalogueDigest,
      release: release, cache: nil, reports: reports, watcher: watcher)
    do throws(RoundsError) {
      try target.prepare()
      let manifest = try publisher.write(into: target.staging).manifest
      try target.show()
      var summary = manifest.summary(isUnchanged: false)
      summary.folder = folder
      return summary
    } catch {
      target.abandon()
      throw error
    }
  }

  /// Runs and publishes; where the round's release was made from the same inputs, it stays and is told again.
  /// - Throws: `locked` while another run of the programme is at work.
  public func run() throws(RoundsError) -> RunSummary {
    let lock = try RunLock(folder: workspace.absolute("Reports/\(programmeID)"))
    return try withExtendedLifetime(lock) { () throws(RoundsError) in try runLocked() }
  }

  /// Publishes, then lets the warehouse follow.
  /// - Precondition: The caller holds the programme's lock.
  func runLocked() throws(RoundsError) -> RunSummary {
    var summary = try publish()
    watcher(.storing)
    summary.warehouse = ProgrammeWarehouse(workspace: workspace, programme: programmeID).followPublishing()
    return summary
  }

  private func publish() throws(RoundsError) -> RunSummary {
    watcher(.loading)
    try Manifest.refuseNewer("Reports/\(programmeID)/\(roundID)", in: workspace)
    let inputs = try InputTree(name, in: workspace)
    let release = Release(
      root: workspace.absolute("Reports/\(programmeID)"), round: roundID, runID: identity(of: inputs).id)
    if let manifest = release.standing() {
      try release.show()
      try release.record(manifest, date: date)
      return manifest.summary(isUnchanged: true)
    }
    let folder = workspace.absolute("Reports/\(programmeID)")
    try FreeSpace.check(
      FreeSpace.free(at: folder), needed: FreeSpace.needed(forInputs: inputs.bytes(below: name.folder)), at: folder)
    let cache = RoundCache(name, inputs: inputs, in: workspace)
    let (results, earlier, catalogueDigest) = try computeAll(inputs, cache)
    try inputs.checkUnchanged(in: workspace)
    watcher(.reporting)
    return try Publisher(
      workspace: workspace, results: results, earlier: earlier, inputs: inputs, catalogueDigest: catalogueDigest,
      release: release, cache: cache, reports: reports, watcher: watcher
    ).publish()
  }

  /// What a run would say, without publishing or writing anything: files are read, checked and computed with.
  public func rehearse() throws(RoundsError) -> RunSummary {
    watcher(.loading)
    let inputs = try InputTree(name, in: workspace)
    let release = Release(
      root: workspace.absolute("Reports/\(programmeID)"), round: roundID, runID: identity(of: inputs).id)
    if let manifest = release.standing() { return manifest.summary(isUnchanged: true) }
    let (results, _, catalogueDigest) = try computeAll(inputs)
    try inputs.checkUnchanged(in: workspace)
    return ManifestWriter(
      workspace: workspace, results: results, inputs: inputs, catalogueDigest: catalogueDigest,
      reports: reports
    ).manifest([], reports.hasCityFiles ? results.outcomes.map(\.returned).filter { !$0.isEmpty } : [])
      .summary(isUnchanged: false)
  }

  /// Everything but the reports.
  public func compute() throws(RoundsError) -> RoundResults {
    watcher(.loading)
    return try computeAll(try InputTree(name, in: workspace)).results
  }

  private var name: RoundSelection.Name { .init(programme: programmeID, round: roundID) }

  /// The results, what the rounds before said, and the digest of the catalogue.
  private func computeAll(
    _ inputs: InputTree, _ cache: RoundCache? = nil
  ) throws(RoundsError) -> (results: RoundResults, earlier: ObservationSet?, catalogueDigest: String) {
    let setting = try RoundSetting(name, in: workspace)
    let (programme, round) = (setting.programme, setting.round)
    let (catalogue, registry) = (setting.catalogue, setting.registry)
    let framework = try setting.frameworkPosition()
    let declared = TargetFile(setting.places.targets, in: workspace, registry: registry, catalogue: catalogue)
    let peers = try Peers(of: registry, by: catalogue.method)
    watcher(.reading)
    let vintage = try vintage(of: round)
    let reading = try RoundReading(
      workspace: workspace, programme: programmeID, round: vintage.id, catalogue: catalogue, registry: registry,
      cache: cache)
    let earlier = try EarlierRounds(
      before: vintage, of: programmeID, in: workspace, catalogue: catalogue, registry: registry, cache: cache)
    let (discovery, intake) = (reading.discovery, reading.intake)
    let corrected = try CorrectedReading(
      reading, of: vintage.id, in: programmeID, knowing: earlier.last?.known, on: knownAt == nil ? date : nil,
      in: workspace,
      catalogue: catalogue, registry: registry)

    watcher(.checking)
    let checked = RoundCheck(
      corrected.outcome.said, catalogue: catalogue, registry: registry, referenceYear: round.referenceYear,
      earlier: corrected.outcome.restated(earlier.observations))

    watcher(.measuring)
    let released = try EarlierRelease(before: round, of: programmeID, in: workspace)
    let confidentiality = Confidentiality(
      catalogue: catalogue, registry: registry, thresholds: programme.disclosure)
    let guarded = try confidentiality.protect(
      checked.observations.completed(by: corrected.outcome.known), knowing: released)
    let register = try CorrectionRegister(
      earlier.corrections + corrected.outcome.records, of: vintage.id, guarded, confidentiality,
      reported: { intake.observations.completed(by: earlier.last?.known) }, knowing: released)
    let observations = register.observations
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
    let judged = concurrently(
      { assessor.assess(cities: cities, referenceYear: round.referenceYear, peers: peers) },
      {
        (
          previous: assessor.assess(cities: cities, referenceYear: round.comparisonYear, peers: peers),
          progress: sdg.map {
            TargetProgress.assess(
              framework: $0, catalogue: catalogue, values: table, targets: declared.targets, cities: cities,
              referenceYear: round.referenceYear)
          }
        )
      })
    let last = try earlier.last.map { last throws(RoundsError) in
      try LastRound(last.round, of: programmeID, knowing: last.known, in: workspace, today: setting, cache: cache)
    }
    let (id, digest) = identity(of: inputs)
    let run = RoundResults.Run(id: id, date: date, version: programVersion, inputDigest: digest)
    var results = RoundResults(
      programme: programme, round: round, run: run, catalogue: catalogue, registry: registry,
      observations: observations, suppression: guarded.suppression, values: table,
      current: judged.0, previous: judged.1.previous,
      changes: measured.flatMap(\.changes),
      progress: judged.1.progress, targets: declared.targets,
      findings: (declared.findings + discovery.findings + intake.findings + corrected.findings + checked.findings
        + guarded.findings)
        .map(\.withoutPersonalData), outcomes: [], files: [], framework: framework)
    results.corrections = register.entries
    results.knownAt = knownAt == nil ? nil : vintage
    results.lastRound = last.map {
      var revisions = Revisions.between(
        $0.published, observations, suppression: guarded.suppression, corrections: register.entries, cities: cities)
      revisions.indicators = IndicatorRevision.between($0.restated, table)
      return RoundResults.LastRound(
        round: $0.round, method: $0.standing.catalogue.method,
        changes: ScoreDecomposition(
          before: $0.standing, restated: $0.restated,
          now: .init(catalogue: catalogue, values: table, assessment: judged.0), cities: cities, peers: peers
        ).changes(),
        revisions: revisions)
    }
    results.files = zip(discovery.files, zip(intake.accounts, reading.templates)).map { input, told in
      let (account, template) = told
      return RoundResults.FileAccount(
        path: input.path, mapping: input.mapping.id, template: template, read: account.read,
        observations: account.observations,
        blanks: account.blanks, excluded: account.excluded, rejected: account.rejected,
        bytes: inputs[input.path]?.bytes ?? 0, sha256: inputs[input.path]?.sha256 ?? "")
    }
    results.settleOutcomes(
      submissions: discovery.files.filter { $0.mapping.id == "tidy" }.map(\.path), held: checked.heldCities)
    results.robustness = assessor.robustness(
      of: results.current, framework: framework, candidates: results.reportingCities, peers: peers)
    results.findingsOfCities = results.findings
    results.findings = confidentiality.published(
      results.findings, guarded, after: earlier.observations, untold: register.entries.filter { !$0.isTold })
    // What a city said then is not sent back to it now.
    if knownAt == nil { results.planReturns(refused: Set(intake.refused.map { discovery.files[$0].path })) }
    return (results, earlier.observations, setting.catalogueDigest)
  }

  /// The round whose submissions count.
  /// - Throws: `noInput` where the name is none of the programme's rounds up to this one.
  private func vintage(of round: Round) throws(RoundsError) -> Round {
    guard let knownAt else { return round }
    let earlier = try workspace.rounds(before: round, of: programmeID)
    if let found = earlier.last(where: { $0.id == knownAt }) {
      try Pins(of: RoundPlaces(found.id, of: programmeID, in: workspace), in: workspace)?.verify()
      return found
    }
    let names = earlier.map(\.id).joined(separator: ", ")
    throw RoundsError(
      .noInput, "\(programmeID)/\(roundID) cannot be made as known at `\(knownAt)`, which is no round before it",
      cure: names.isEmpty ? "no round came before it" : "the rounds before it are \(names)")
  }

  // MARK: Identity

  /// The run is named by what goes into it: files, date and program.
  private func identity(of inputs: InputTree) -> (id: String, digest: String) {
    inputs.identity(
      round: roundID,
      choices: ["date \(date)", "version \(programVersion)"] + reports.choices
        + (knownAt.map { ["as known at \($0)"] } ?? []))
  }
}
