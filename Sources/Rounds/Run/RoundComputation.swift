import Catalogue
import Ingestion
import Measurement
import Normalisation
import Reporting
import Vocabulary

/// All stages of a round but its reports, in their order: what is said, what of it may be told, what is computed from that, and how
/// it compares with the round before.
struct RoundComputation {
  let results: RoundResults
  /// What the rounds before said; nil where none came before.
  let earlier: ObservationSet?
  let catalogueDigest: String

  /// - Parameter cache: Knows files that were read before; nil reads all anew.
  init(_ run: RoundRun, inputs: InputTree, cache: RoundCache? = nil) throws(RoundsError) {
    let evidence = try RoundEvidence(run, cache: cache)
    let setting = evidence.setting
    let framework = try setting.frameworkPosition()
    let peers = try Peers(of: setting.registry, by: setting.catalogue.method)

    run.watcher(.measuring)
    let figures = try ProtectedFigures(evidence, of: run)
    let measurement = RoundMeasurement(
      figures.observations, by: setting, towards: evidence.targets.targets, peers: peers)

    let (id, digest) = run.identity(of: inputs)
    var results = RoundResults(
      programme: setting.programme, round: setting.round,
      run: .init(id: id, date: run.date, version: programVersion, inputDigest: digest),
      catalogue: setting.catalogue, registry: setting.registry, observations: figures.observations,
      suppression: figures.suppression, values: measurement.values, current: measurement.current,
      previous: measurement.previous, changes: measurement.changes, progress: measurement.progress,
      targets: evidence.targets.targets, findings: (evidence.findings + figures.findings).map(\.withoutPersonalData),
      outcomes: [], files: evidence.accounts(inputs), framework: framework)
    results.corrections = figures.corrections
    results.knownAt = run.knownAt == nil ? nil : evidence.vintage
    results.lastRound = try evidence.earlier.last.map { last throws(RoundsError) in
      try LastRound(
        last.round, of: run.name.programme, knowing: last.known, in: run.workspace, today: setting, cache: cache
      ).compared(with: measurement, figures, by: setting, peers: peers)
    }
    let files = evidence.reading.discovery.files
    results.settleOutcomes(
      submissions: files.filter(\.mapping.isSubmission).map(\.path), held: evidence.checked.heldCities)
    results.robustness = measurement.assessor.robustness(
      of: results.current, framework: framework, candidates: results.reportingCities, peers: peers)
    results.findingsOfCities = results.findings
    results.findings = figures.published(results.findings, after: evidence.earlier.observations)
    // What a city said then is not sent back to it now.
    if run.knownAt == nil { results.planReturns(refused: Set(evidence.reading.intake.refused.map { files[$0].path })) }
    self.results = results
    earlier = evidence.earlier.observations
    catalogueDigest = setting.catalogueDigest
  }
}
