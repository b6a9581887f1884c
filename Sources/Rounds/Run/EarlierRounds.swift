import Catalogue
import Ingestion
import Vocabulary

/// What the rounds before one said: of every figure the latest vintage. A figure that now says otherwise is a revision, and a
/// template shows it beside the cell to fill.
///
/// The earlier submissions themselves are read again, against today's registry and catalogue: a run depends on `Inputs/` alone, and
/// an earlier report may be gone or made by another version.
struct EarlierRounds {
  /// Each key once; nil where no round came before. Notes are left out.
  let observations: ObservationSet?
  /// The last of them with all that was known in it; nil where no round came before.
  let last: (round: Round, known: ObservationSet)?
  /// The corrections that were applied in them, in the order of the rounds.
  let corrections: [CorrectionRecord]

  /// - Parameters: As ``RoundReading`` has them.
  init(
    before round: Round, of programme: String, in workspace: Workspace, catalogue: Catalogue, registry: CityRegistry,
    cache: RoundCache? = nil, edition: String = ""
  ) throws(RoundsError) {
    let earlier = try workspace.rounds(before: round, of: programme).filter { $0.referenceYear < round.referenceYear }
    var vintages: ObservationSet?
    var last: (round: Round, known: ObservationSet)?
    var corrections: [CorrectionRecord] = []
    // One after the other: a round's files are many, and only their figures are kept.
    for other in earlier {
      let name = RoundName(programme: programme, round: other.id)
      try Pins(of: RoundPlaces(name, in: workspace), in: workspace)?.verify()
      let reading = try RoundReading(
        name, in: workspace, catalogue: catalogue, registry: registry, cache: cache, edition: edition)
      let corrected = try CorrectedReading(
        reading, of: name, knowing: last?.known, on: nil, in: workspace, catalogue: catalogue,
        registry: registry
      ).outcome
      corrections += corrected.records.filter { $0.outcome == .applied }
      let said = RoundCheck(
        corrected.said, catalogue: catalogue, registry: registry, referenceYear: other.referenceYear,
        earlier: nil, comparesCities: false
      ).observations
      vintages = corrected.restated(vintages)?.replaced(by: said) ?? said.replaced(by: nil)
      last = (other, said.completed(by: corrected.known))
    }
    observations = vintages
    self.last = last
    self.corrections = corrections
  }
}

extension ObservationSet {
  /// Both sets in one; where they share a key the other's figure counts, unless only this one has a value.
  fileprivate func replaced(by other: ObservationSet?) -> ObservationSet {
    let table = BreakdownTable(breakdowns.breakdowns + (other?.breakdowns.breakdowns ?? []))
    func moved(_ set: ObservationSet, sources offset: Int) -> [Observation] {
      let ids = set.breakdowns.breakdowns.map { table.id(of: $0) ?? .total }
      return set.observations.map { observation in
        var copy = observation
        copy.key.breakdown = ids[observation.key.breakdown.index]
        copy.note = 0
        copy.provenance.source = SourceID(observation.provenance.source.index + offset)
        return copy
      }
    }
    var all = moved(self, sources: 0)
    if let other {
      // Sorting is stable, so that of two with one key the later vintage comes second.
      all += moved(other, sources: sources.count)
      all.sort { $0.key < $1.key }
    }
    var kept: [Observation] = []
    kept.reserveCapacity(all.count)
    for observation in all {
      if let last = kept.last, last.key == observation.key {
        if observation.value != nil || last.value == nil { kept[kept.count - 1] = observation }
      } else {
        kept.append(observation)
      }
    }
    return ObservationSet(
      observations: kept, breakdowns: table, notes: [""], sources: sources + (other?.sources ?? []))
  }
}
