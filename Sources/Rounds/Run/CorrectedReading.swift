import Catalogue
import Ingestion
import Vocabulary

/// What a round's files say, and what is known from the rounds before, both as its `corrections.yaml` has them.
struct CorrectedReading {
  let outcome: CorrectionStage.Outcome
  /// Of the file of corrections, and of corrections that do not apply; and of each figure that was corrected.
  let findings: [Finding]

  /// - Parameters:
  ///   - earlier: What the rounds before were told.
  ///   - date: The day of the run; nil where a later round reads this one again. What was decided then stands, whatever the day.
  init(
    _ reading: RoundReading, of name: RoundName, knowing earlier: ObservationSet?, on date: CalendarDate?,
    in workspace: Workspace, catalogue: Catalogue, registry: CityRegistry
  ) throws(RoundsError) {
    let path = "\(name.inputs)/\(CorrectionFile.name)"
    guard workspace.exists(path) else {
      outcome = CorrectionStage.Outcome(said: reading.intake.observations, known: earlier)
      findings = []
      return
    }
    let file = CorrectionFile(
      CatalogueFile(path: path, text: try workspace.text(of: path)), catalogue: catalogue, registry: registry)
    outcome = CorrectionStage(
      file.corrections, in: path, of: name.round, catalogue: catalogue, registry: registry, date: date,
      digest: { Digest.sha256(ofFile: workspace.absolute($0)) }
    ).apply(to: reading.intake.observations, knowing: earlier)
    findings = file.findings + outcome.findings
  }
}
