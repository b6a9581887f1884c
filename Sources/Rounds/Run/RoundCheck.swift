import Catalogue
import Validation
import Vocabulary

/// What the rules found in a round, and its observations without the values of figures with errors and without what names a
/// person: what may be published.
struct RoundCheck {
  let observations: ObservationSet
  let findings: [Finding]
  let heldCities: Set<CityID>

  /// - Parameters:
  ///   - earlier: What the rounds before said.
  ///   - comparesCities: Whether the rules that need all cities at once run; they hold nothing back.
  init(
    _ set: ObservationSet, catalogue: Catalogue, registry: CityRegistry, referenceYear: Int, earlier: ObservationSet?,
    comparesCities: Bool = true
  ) {
    let validator = Validator(
      catalogue: catalogue, registry: registry, observations: set, referenceYear: referenceYear, earlier: earlier)
    let outcome = validator.checkAll(comparesCities: comparesCities)
    findings = outcome.findings
    heldCities = Set(outcome.held.map { set.observations[$0].key.city })
    var values = set.observations
    // The places of figures that are held back stay, without a value.
    for index in outcome.held {
      let old = values[index]
      values[index] = Observation(
        key: old.key, value: nil, status: .missing, level: old.level, note: old.note, provenance: old.provenance)
    }
    observations = ObservationSet(
      observations: values, breakdowns: set.breakdowns, notes: set.notes.concurrentMap(PersonalData.masked),
      sources: set.sources)
  }
}

extension Finding {
  /// The finding without a person's address or number in what it quotes. Numbers alone are figures and stay.
  var withoutPersonalData: Finding {
    guard let seen = details["seen"], seen.contains(where: { $0 == "@" || $0.isLetter || $0 == "-" }) else {
      return self
    }
    let masked = PersonalData.masked(seen)
    guard masked != seen else { return self }
    var copy = self
    copy.details["seen"] = masked
    return copy
  }
}
