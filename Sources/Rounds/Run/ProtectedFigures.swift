import Ingestion
import Measurement
import Reporting
import Vocabulary

/// What of a round's figures may be told, and the corrections that are told with them.
struct ProtectedFigures {
  let observations: ObservationSet
  let suppression: Suppression
  let corrections: [CorrectionRecord]
  /// One for each city of which something is kept back.
  let findings: [Finding]
  private let confidentiality: Confidentiality
  private let guarded: Confidentiality.Outcome

  init(_ evidence: RoundEvidence, of run: RoundRun) throws(RoundsError) {
    let setting = evidence.setting
    let released = try EarlierRelease(before: setting.round, of: run.name.programme, in: run.workspace)
    confidentiality = Confidentiality(
      catalogue: setting.catalogue, registry: setting.registry, thresholds: setting.programme.disclosure)
    let corrected = evidence.corrected.outcome
    guarded = try confidentiality.protect(
      evidence.checked.observations.completed(by: corrected.known), knowing: released)
    let register = try CorrectionRegister(
      evidence.earlier.corrections + corrected.records, of: evidence.vintage.id, guarded, confidentiality,
      reported: { evidence.reading.intake.observations.completed(by: evidence.earlier.last?.known) },
      knowing: released)
    observations = register.observations
    suppression = guarded.suppression
    corrections = register.entries
    findings = guarded.findings
  }

  /// Findings without numbers of figures that are kept back, now or in the rounds before.
  func published(_ findings: [Finding], after earlier: ObservationSet?) -> [Finding] {
    confidentiality.published(findings, guarded, after: earlier, untold: corrections.filter { !$0.isTold })
  }
}
