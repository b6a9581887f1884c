import Catalogue
import Ingestion
import Measurement
import Normalisation
import Reporting
import Trends
import Vocabulary

/// The programme's last round, computed anew from its own submissions: what this round's scores are explained against.
///
/// A frozen round is computed by the catalogue that was frozen with it, so that a changed method shows as one. Any other is computed
/// by today's, and nothing is then said to come from the method.
struct LastRound {
  let round: Round
  let standing: ScoreDecomposition.Standing
  /// Its own data by the formulas of today.
  let restated: IndicatorTable
  /// What it knew, by the disclosure rules of today.
  let published: ObservationSet

  /// - Parameter known: What was known in the round, read by today's catalogue, after its checks.
  init(
    _ round: Round, of programme: String, knowing known: ObservationSet, in workspace: Workspace, today: RoundSetting,
    cache: RoundCache? = nil
  ) throws(RoundsError) {
    self.round = round
    let released = try EarlierRelease(before: round, of: programme, in: workspace)
    func values(_ observations: ObservationSet, _ catalogue: Catalogue) throws(RoundsError) -> (
      table: IndicatorTable, published: ObservationSet
    ) {
      let guarded = try Confidentiality(
        catalogue: catalogue, registry: today.registry, thresholds: today.programme.disclosure
      ).protect(observations, knowing: released)
      let measurer = Measurer(catalogue: catalogue, observations: guarded.observations)
      let table = IndicatorTable(
        today.registry.allIDs.concurrentMap { measurer.values(of: $0) }.concurrentlyJoined(\.self))
      return (table, guarded.observations)
    }
    (restated, published) = try values(known, today.catalogue)
    var catalogue = today.catalogue
    var table = restated
    let name = RoundName(programme: programme, round: round.id)
    let places = RoundPlaces(name, in: workspace)
    let files = places.isFrozen ? try workspace.catalogueFiles(in: places.catalogue) : []
    let edition = places.isFrozen ? RoundSetting.digest(of: files, in: places) : today.catalogueDigest
    if edition != today.catalogueDigest {
      catalogue = try workspace.catalogue(files)
      let reading = try RoundReading(
        name, in: workspace, catalogue: catalogue, registry: today.registry, cache: cache, edition: edition)
      let before = try EarlierRounds(
        before: round, of: programme, in: workspace, catalogue: catalogue, registry: today.registry,
        cache: cache, edition: edition)
      let corrected = try CorrectedReading(
        reading, of: name, knowing: before.last?.known, on: nil, in: workspace, catalogue: catalogue,
        registry: today.registry
      ).outcome
      table = try values(
        RoundCheck(
          corrected.said, catalogue: catalogue, registry: today.registry,
          referenceYear: round.referenceYear, earlier: nil, comparesCities: false
        ).observations.completed(by: corrected.known), catalogue
      ).table
    }
    standing = ScoreDecomposition.Standing(
      catalogue: catalogue, values: table,
      assessment: Assessor(catalogue: catalogue, values: table).assess(
        cities: today.registry.cities.count, referenceYear: round.referenceYear,
        peers: Peers(today.registry, method: catalogue.method)))
  }
  /// What became of its scores and its figures in the round after it.
  func compared(
    with now: RoundMeasurement, _ figures: ProtectedFigures, by setting: RoundSetting, peers: Peers
  ) -> RoundResults.LastRound {
    let cities = setting.registry.cities.count
    var revisions = Revisions.between(
      published, figures.observations, suppression: figures.suppression, corrections: figures.corrections,
      cities: cities)
    revisions.indicators = IndicatorRevision.between(restated, now.values)
    let scores = ScoreDecomposition(
      before: standing, restated: restated,
      now: .init(catalogue: setting.catalogue, values: now.values, assessment: now.current), cities: cities,
      peers: peers)
    return RoundResults.LastRound(
      round: round, method: standing.catalogue.method, changes: scores.changes(), revisions: revisions)
  }
}
