import Catalogue
import Ingestion
import Reporting
import Vocabulary

/// What a round rests on before anything is computed: what its cities say, corrected and checked, and what they said before.
struct RoundEvidence {
  let setting: RoundSetting
  /// The round whose submissions count: the round itself, or an earlier one as of which it is made.
  let vintage: Round
  let targets: TargetFile
  let reading: RoundReading
  let earlier: EarlierRounds
  let corrected: CorrectedReading
  let checked: RoundCheck

  init(_ run: RoundRun, cache: RoundCache?) throws(RoundsError) {
    let (workspace, programme) = (run.workspace, run.name.programme)
    setting = try RoundSetting(run.name, in: workspace)
    let (catalogue, registry) = (setting.catalogue, setting.registry)
    targets = TargetFile(setting.places.targets, in: workspace, registry: registry, catalogue: catalogue)
    run.watcher(.reading)
    vintage = try run.vintage(of: setting.round)
    let vintageName = run.name.sibling(vintage.id)
    reading = try RoundReading(
      vintageName, in: workspace, catalogue: catalogue, registry: registry, cache: cache,
      framework: setting.round.framework)
    earlier = try EarlierRounds(
      before: vintage, of: programme, in: workspace, catalogue: catalogue, registry: registry, cache: cache)
    corrected = try CorrectedReading(
      reading, of: vintageName, knowing: earlier.last?.known, on: run.knownAt == nil ? run.date : nil,
      in: workspace, catalogue: catalogue, registry: registry)
    run.watcher(.checking)
    checked = RoundCheck(
      corrected.outcome.said, catalogue: catalogue, registry: registry, referenceYear: setting.round.referenceYear,
      earlier: corrected.outcome.restated(earlier.observations))
  }

  /// Of all stages before protection, in their order.
  var findings: [Finding] {
    targets.findings + reading.discovery.findings + reading.intake.findings + corrected.findings + checked.findings
  }

  /// What became of each file.
  /// - Parameter inputs: Know the files' sizes and digests.
  func accounts(_ inputs: InputTree) -> [RoundResults.FileAccount] {
    zip(reading.discovery.files, zip(reading.intake.accounts, reading.templates)).map { input, told in
      let (account, template) = told
      return RoundResults.FileAccount(
        path: input.path, mapping: input.mapping.id, template: template, read: account.read,
        observations: account.observations, blanks: account.blanks, excluded: account.excluded,
        rejected: account.rejected, bytes: inputs[input.path]?.bytes ?? 0, sha256: inputs[input.path]?.sha256 ?? "")
    }
  }
}
